package org.demarche.desk.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.springframework.stereotype.Component;

/** Words by which programs act for an account. Thread-safe. */
@Component
public final class ApiTokens {
  /** Tells what a found word is for. */
  private static final String MARK = "dem_";

  private final Database database;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  public ApiTokens(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What a program may do with a token: never more than its owner. */
  public enum Scope {
    READ,
    WRITE;

    /** The name as it is kept and as message keys end. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A token as its owner sees it; the word itself is not kept. */
  public record ApiToken(
      long id,
      String name,
      Scope scope,
      Instant created,
      Optional<Instant> lastUsed,
      Optional<Instant> expires) {}

  /** For whom a token acts, and what it may do. */
  public record Grant(Account account, Scope scope) {}

  /**
   * Makes one; the word is shown this once.
   *
   * @param lasts after which it works no more; empty where it works until it is revoked
   */
  public String make(Account account, String name, Scope scope, Optional<Duration> lasts) {
    String secret = MARK + secrets.next();
    database.write(
        h ->
            h.execute(
                "INSERT INTO api_token (account_id, name, hash, scope, created, expires)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                account.id(),
                name,
                Secrets.hash(secret),
                scope.label(),
                Moments.text(clock.instant()),
                lasts.map(l -> Moments.text(clock.instant().plus(l))).orElse(null)));
    return secret;
  }

  public List<ApiToken> of(Account account) {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM api_token WHERE account_id = ? ORDER BY id")
                .bind(0, account.id())
                .map(
                    (rs, c) ->
                        new ApiToken(
                            rs.getLong("id"),
                            rs.getString("name"),
                            scope(rs),
                            Instant.parse(rs.getString("created")),
                            Optional.ofNullable(rs.getString("last_used")).map(Instant::parse),
                            Optional.ofNullable(rs.getString("expires")).map(Instant::parse)))
                .list());
  }

  public void revoke(Account account, long id) {
    database.write(
        h -> h.execute("DELETE FROM api_token WHERE id = ? AND account_id = ?", id, account.id()));
  }

  private static Scope scope(ResultSet rs) throws SQLException {
    return Scope.valueOf(rs.getString("scope").toUpperCase(Locale.ROOT));
  }

  /** Whose token it is, while it works. */
  public Optional<Grant> grant(String secret) {
    if (!secret.startsWith(MARK)) {
      return Optional.empty();
    }
    String hash = Secrets.hash(secret);
    Instant now = clock.instant();
    Optional<Grant> grant =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.*, t.scope FROM api_token t JOIN account a ON a.id = t.account_id"
                            + " WHERE t.hash = ? AND (t.expires IS NULL OR t.expires > ?)"
                            + " AND a.disabled = 0")
                    .bind(0, hash)
                    .bind(1, Moments.text(now))
                    .map((rs, c) -> new Grant(Accounts.account(rs), scope(rs)))
                    .findOne());
    grant.ifPresent(
        g ->
            database.write(
                h ->
                    h.execute(
                        "UPDATE api_token SET last_used = ? WHERE hash = ? AND (last_used IS NULL"
                            + " OR last_used < ?)",
                        Moments.text(now),
                        hash,
                        Moments.text(now.minusSeconds(600)))));
    return grant;
  }
}
