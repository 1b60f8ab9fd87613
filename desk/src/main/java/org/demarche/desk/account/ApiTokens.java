package org.demarche.desk.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
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

  /** A token as its owner sees it; the word itself is not kept. */
  public record ApiToken(long id, String name, Instant created, Optional<Instant> lastUsed) {}

  /** Makes one; the word is shown this once. */
  public String make(Account account, String name) {
    String secret = MARK + secrets.next();
    database.write(
        h ->
            h.execute(
                "INSERT INTO api_token (account_id, name, hash, created) VALUES (?, ?, ?, ?)",
                account.id(),
                name,
                Secrets.hash(secret),
                Moments.text(clock.instant())));
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
                            Instant.parse(rs.getString("created")),
                            Optional.ofNullable(rs.getString("last_used")).map(Instant::parse)))
                .list());
  }

  public void revoke(Account account, long id) {
    database.write(
        h -> h.execute("DELETE FROM api_token WHERE id = ? AND account_id = ?", id, account.id()));
  }

  /** Whose token it is. */
  public Optional<Account> account(String secret) {
    if (!secret.startsWith(MARK)) {
      return Optional.empty();
    }
    String hash = Secrets.hash(secret);
    Optional<Account> account =
        database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT a.* FROM api_token t JOIN account a ON a.id = t.account_id"
                            + " WHERE t.hash = ? AND a.disabled = 0")
                    .bind(0, hash)
                    .map((rs, c) -> Accounts.account(rs))
                    .findOne());
    Instant now = clock.instant();
    account.ifPresent(
        a ->
            database.write(
                h ->
                    h.execute(
                        "UPDATE api_token SET last_used = ? WHERE hash = ? AND (last_used IS NULL"
                            + " OR last_used < ?)",
                        Moments.text(now),
                        hash,
                        Moments.text(now.minusSeconds(600)))));
    return account;
  }
}
