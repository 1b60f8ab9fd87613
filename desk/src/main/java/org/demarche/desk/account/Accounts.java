package org.demarche.desk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.jdbi.v3.core.Handle;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** The accounts in the archive. Thread-safe. */
@Component
public final class Accounts {
  private final Database database;
  private final Clock clock;
  private final PasswordEncoder encoder;
  private final String nobody;

  public Accounts(Database database, Clock clock, PasswordEncoder encoder) {
    this.database = database;
    this.clock = clock;
    this.encoder = encoder;
    this.nobody = encoder.encode("a password that nobody has");
  }

  /** Whether there is no account yet: the first visitor then makes the administrator's. */
  public boolean none() {
    return database.read(
        h -> h.createQuery("SELECT count(*) FROM account").mapTo(Long.class).one() == 0);
  }

  /** Makes the first account, which administers. */
  public Registration first(Application application, String language) {
    return register(application, Role.ADMINISTRATOR, language, true, true);
  }

  public Registration register(Application application, Role role, String language) {
    return register(application, role, language, false, true);
  }

  /** One that may log in once its address is confirmed. */
  public Registration unconfirmed(Application application, Role role, String language) {
    return register(application, role, language, false, false);
  }

  private Registration register(
      Application application, Role role, String language, boolean onlyFirst, boolean confirmed) {
    List<String> problems = application.problems();
    if (!problems.isEmpty()) {
      return new Registration.Refused(problems);
    }
    // It takes a while, so nobody is kept waiting for the database meanwhile.
    String password = encoder.encode(application.password());
    return database.write(
        handle -> {
          if (onlyFirst
              && handle.createQuery("SELECT count(*) FROM account").mapTo(Long.class).one() > 0) {
            return new Registration.Refused(List.of("account.problem.not-first"));
          }
          // Nobody keeps a name or an address by never confirming it.
          handle.execute(
              "DELETE FROM account WHERE confirmed IS NULL AND created < ?",
              Moments.text(clock.instant().minus(OneTimeTokens.CONFIRMATION_LASTS)));
          if (taken(handle, "lower(name)", application.name().toLowerCase(Locale.ROOT))) {
            return new Registration.Refused(List.of("account.problem.name-taken"));
          }
          if (taken(handle, "email", application.email())) {
            return new Registration.Refused(List.of("account.problem.email-taken"));
          }
          long id =
              handle
                  .createQuery(
                      "INSERT INTO account (name, email, password, role, language, zone, created,"
                          + " confirmed, disabled) VALUES (?, ?, ?, ?, ?, 'UTC', ?, ?, 0)"
                          + " RETURNING id")
                  .bind(0, application.name())
                  .bind(1, application.email())
                  .bind(2, password)
                  .bind(3, role.label())
                  .bind(4, language)
                  .bind(5, Moments.text(clock.instant()))
                  .bind(6, confirmed ? Moments.text(clock.instant()) : null)
                  .mapTo(Long.class)
                  .one();
          return new Registration.Done(byId(handle, id).orElseThrow());
        });
  }

  private static boolean taken(Handle handle, String column, String value) {
    return handle
            .createQuery("SELECT count(*) FROM account WHERE " + column + " = ?")
            .bind(0, value)
            .mapTo(Long.class)
            .one()
        > 0;
  }

  public Optional<Account> byId(long id) {
    return database.read(handle -> byId(handle, id));
  }

  static Optional<Account> byId(Handle handle, long id) {
    return handle
        .createQuery("SELECT * FROM account WHERE id = ?")
        .bind(0, id)
        .map((rs, c) -> account(rs))
        .findOne();
  }

  public Optional<Account> byEmail(String email) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM account WHERE email = ?")
                .bind(0, email.strip().toLowerCase(Locale.ROOT))
                .map((rs, c) -> account(rs))
                .findOne());
  }

  /** All of them, by name. */
  public List<Account> all() {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM account ORDER BY name")
                .map((rs, c) -> account(rs))
                .list());
  }

  /** The account with this name or address and password, where it may log in. */
  public Optional<Account> authenticate(String nameOrEmail, String password) {
    record Known(Account account, String password) {}
    String subject = nameOrEmail.strip().toLowerCase(Locale.ROOT);
    Optional<Known> known =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT * FROM account WHERE lower(name) = ? OR email = ? ORDER BY id")
                    .bind(0, subject)
                    .bind(1, subject)
                    .map((rs, c) -> new Known(account(rs), rs.getString("password")))
                    .findFirst());
    // As much work for a name that nobody has, so that the time does not tell.
    boolean right = encoder.matches(password, known.map(Known::password).orElse(nobody));
    return known.map(Known::account).filter(a -> right && !a.disabled());
  }

  /** Its address is theirs: who reads the letters there has said so. */
  public void confirmed(Account account) {
    String now = Moments.text(clock.instant());
    database.write(
        h ->
            h.execute(
                "UPDATE account SET confirmed = coalesce(confirmed, ?) WHERE id = ?",
                now,
                account.id()));
  }

  public void loggedIn(Account account) {
    String now = Moments.text(clock.instant());
    database.write(
        h -> h.execute("UPDATE account SET last_login = ? WHERE id = ?", now, account.id()));
  }

  /** Another password; all sessions of the account end. */
  public void password(Account account, String password) {
    String encoded = encoder.encode(password);
    database.write(
        handle -> {
          handle.execute("DELETE FROM session WHERE account_id = ?", account.id());
          return handle.execute(
              "UPDATE account SET password = ? WHERE id = ?", encoded, account.id());
        });
  }

  public void preferences(Account account, String language, ZoneId zone) {
    database.write(
        h ->
            h.execute(
                "UPDATE account SET language = ?, zone = ? WHERE id = ?",
                language,
                zone.getId(),
                account.id()));
  }

  /**
   * Gives a role, or lets an account in no more, which ends its sessions.
   *
   * @return false where that would leave nobody who administers
   */
  public boolean change(long id, Role role, boolean disabled) {
    return database.write(
        handle -> {
          boolean stays = role == Role.ADMINISTRATOR && !disabled;
          long others =
              handle
                  .createQuery(
                      "SELECT count(*) FROM account WHERE role = 'administrator' AND disabled = 0"
                          + " AND id <> ?")
                  .bind(0, id)
                  .mapTo(Long.class)
                  .one();
          if (!stays && others == 0) {
            return false;
          }
          handle.execute(
              "UPDATE account SET role = ?, disabled = ? WHERE id = ?",
              role.label(),
              disabled ? 1 : 0,
              id);
          if (disabled) {
            handle.execute("DELETE FROM session WHERE account_id = ?", id);
          }
          return true;
        });
  }

  static Account account(ResultSet rs) throws SQLException {
    return new Account(
        rs.getLong("id"),
        rs.getString("name"),
        rs.getString("email"),
        Role.of(rs.getString("role")),
        rs.getString("language"),
        ZoneId.of(rs.getString("zone")),
        Instant.parse(rs.getString("created")),
        Optional.ofNullable(rs.getString("last_login")).map(Instant::parse),
        rs.getString("confirmed") != null,
        rs.getInt("disabled") == 1);
  }
}
