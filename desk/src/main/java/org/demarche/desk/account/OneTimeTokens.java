package org.demarche.desk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.springframework.stereotype.Component;

/** Words in links that work once: password resets, invitations, confirmations. Thread-safe. */
@Component
public final class OneTimeTokens {
  public static final Duration RESET_LASTS = Duration.ofHours(1);
  public static final Duration CONFIRMATION_LASTS = Duration.ofDays(3);
  public static final Duration INVITATION_LASTS = Duration.ofDays(14);

  private final Database database;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  public OneTimeTokens(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * An invitation that is still open.
   *
   * @param email whom it was sent to; empty where the link is handed over otherwise
   */
  public record Invitation(String email, Role role, Instant expires) {}

  public String reset(Account account) {
    return put("reset", account.id(), null, null, RESET_LASTS);
  }

  public String confirm(Account account) {
    return put("confirmation", account.id(), null, null, CONFIRMATION_LASTS);
  }

  public String invite(String email, Role role) {
    return put("invitation", null, email, role.label(), INVITATION_LASTS);
  }

  private String put(String purpose, Long account, String email, String role, Duration lasts) {
    String secret = secrets.next();
    Instant now = clock.instant();
    database.write(
        h -> {
          h.execute("DELETE FROM one_time_token WHERE expires < ?", Moments.text(now));
          return h.execute(
              "INSERT INTO one_time_token (hash, purpose, account_id, email, role, created,"
                  + " expires) VALUES (?, ?, ?, ?, ?, ?, ?)",
              Secrets.hash(secret),
              purpose,
              account,
              email,
              role,
              Moments.text(now),
              Moments.text(now.plus(lasts)));
        });
    return secret;
  }

  /** Whose password the link resets, while it works. */
  public Optional<Account> resetting(String secret) {
    return account(secret, "reset");
  }

  /** Whose address the link confirms, while it works. */
  public Optional<Account> confirming(String secret) {
    return account(secret, "confirmation");
  }

  private Optional<Account> account(String secret, String purpose) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT a.* FROM one_time_token t JOIN account a ON a.id = t.account_id"
                        + " WHERE t.hash = ? AND t.purpose = ? AND t.used IS NULL"
                        + " AND t.expires > ? AND a.disabled = 0")
                .bind(0, Secrets.hash(secret))
                .bind(1, purpose)
                .bind(2, Moments.text(clock.instant()))
                .map((rs, c) -> Accounts.account(rs))
                .findOne());
  }

  public Optional<Invitation> invitation(String secret) {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT * FROM one_time_token WHERE hash = ? AND purpose = 'invitation'"
                        + " AND used IS NULL AND expires > ?")
                .bind(0, Secrets.hash(secret))
                .bind(1, Moments.text(clock.instant()))
                .map((rs, c) -> invitation(rs))
                .findOne());
  }

  /** The invitations still open, the latest first. */
  public List<Invitation> invitations() {
    return database.read(
        h ->
            h.createQuery(
                    "SELECT * FROM one_time_token WHERE purpose = 'invitation' AND used IS NULL"
                        + " AND expires > ? ORDER BY created DESC")
                .bind(0, Moments.text(clock.instant()))
                .map((rs, c) -> invitation(rs))
                .list());
  }

  private static Invitation invitation(ResultSet rs) throws SQLException {
    return new Invitation(
        rs.getString("email"),
        Role.of(rs.getString("role")),
        Instant.parse(rs.getString("expires")));
  }

  /**
   * Uses a link up.
   *
   * @return false where somebody has done so already
   */
  public boolean use(String secret) {
    return database.write(
            h ->
                h.execute(
                    "UPDATE one_time_token SET used = ? WHERE hash = ? AND used IS NULL",
                    Moments.text(clock.instant()),
                    Secrets.hash(secret)))
        == 1;
  }
}
