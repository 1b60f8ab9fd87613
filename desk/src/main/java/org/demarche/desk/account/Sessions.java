package org.demarche.desk.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.springframework.stereotype.Component;

/** Who is logged in, kept in the archive so that a restart logs nobody out. Thread-safe. */
@Component
public final class Sessions {
  /** After so long without a visit one logs in again. */
  public static final Duration LASTS = Duration.ofDays(30);

  /** Not every page view is worth a write. */
  private static final Duration NOTED = Duration.ofMinutes(10);

  private final Database database;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  public Sessions(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Logs an account in; the word that its browser keeps. */
  public String open(Account account) {
    String secret = secrets.next();
    Instant now = clock.instant();
    database.write(
        handle -> {
          handle.execute("DELETE FROM session WHERE expires < ?", Moments.text(now));
          return handle.execute(
              "INSERT INTO session (id, account_id, created, last_used, expires)"
                  + " VALUES (?, ?, ?, ?, ?)",
              Secrets.hash(secret),
              account.id(),
              Moments.text(now),
              Moments.text(now),
              Moments.text(now.plus(LASTS)));
        });
    return secret;
  }

  /** Whose session it is, with the role that the account has now. */
  public Optional<Account> account(String secret) {
    record Found(Account account, Instant lastUsed) {}
    String id = Secrets.hash(secret);
    Instant now = clock.instant();
    Optional<Found> found =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.*, s.last_used FROM session s JOIN account a"
                            + " ON a.id = s.account_id"
                            + " WHERE s.id = ? AND s.expires > ? AND a.disabled = 0")
                    .bind(0, id)
                    .bind(1, Moments.text(now))
                    .map(
                        (rs, c) ->
                            new Found(
                                Accounts.account(rs), Instant.parse(rs.getString("last_used"))))
                    .findOne());
    found
        .filter(f -> f.lastUsed().plus(NOTED).isBefore(now))
        .ifPresent(
            f ->
                database.write(
                    h ->
                        h.execute(
                            "UPDATE session SET last_used = ?, expires = ? WHERE id = ?",
                            Moments.text(now),
                            Moments.text(now.plus(LASTS)),
                            id)));
    return found.map(Found::account);
  }

  public void close(String secret) {
    database.write(h -> h.execute("DELETE FROM session WHERE id = ?", Secrets.hash(secret)));
  }
}
