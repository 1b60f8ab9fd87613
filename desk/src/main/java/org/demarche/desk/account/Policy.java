package org.demarche.desk.account;

import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.springframework.stereotype.Component;

/** What administrators have settled. Thread-safe. */
@Component
public final class Policy {
  private final Database database;

  public Policy(Database database) {
    this.database = database;
  }

  /** Who may make an account. */
  public enum Registering {
    OPEN,
    INVITATION,
    CLOSED;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Registering registering() {
    return value("registering")
        .map(v -> Registering.valueOf(v.toUpperCase(Locale.ROOT)))
        .orElse(Registering.INVITATION);
  }

  public void registering(Registering registering) {
    set("registering", registering.label());
  }

  /** Whether one may read without an account. */
  public boolean openToRead() {
    return value("open-to-read").map("yes"::equals).orElse(true);
  }

  public void openToRead(boolean open) {
    set("open-to-read", open ? "yes" : "no");
  }

  /** Whether somebody may do something; no account is nobody known. */
  public boolean allows(Optional<Account> account, Permission permission) {
    return permission == Permission.PUBLIC
        || account.map(a -> a.may(permission)).orElse(false)
        || (permission == Permission.READ && openToRead());
  }

  private Optional<String> value(String key) {
    return database.read(
        h ->
            h.createQuery("SELECT value FROM setting WHERE key = ?")
                .bind(0, key)
                .mapTo(String.class)
                .findOne());
  }

  private void set(String key, String value) {
    database.write(
        h ->
            h.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                    + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key,
                value));
  }
}
