package org.demarche.desk.follow;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Secrets;
import org.springframework.stereotype.Component;

/** The searches that people have saved, and the addresses of their feeds. Thread-safe. */
@Component
public final class SavedSearches {
  /** Of one account. */
  public static final int MOST = 200;

  public static final int LONGEST_NAME = 100;
  public static final int LONGEST_QUERY = 2000;

  static final String SELECT =
      "SELECT s.*, d.saved_search_id AS digest, d.hour, d.zone, d.since, d.sent_until, d.next_due,"
          + " d.last_sent, d.failures, d.last_error, (SELECT l.begun FROM letter l"
          + " WHERE l.saved_search_id = s.id AND l.state = 'interrupted' AND l.id ="
          + " (SELECT max(o.id) FROM letter o WHERE o.saved_search_id = s.id)) AS interrupted"
          + " FROM saved_search s LEFT JOIN digest d ON d.saved_search_id = s.id ";

  private final Database database;
  private final Search search;
  private final Accounts accounts;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  public SavedSearches(Database database, Search search, Accounts accounts, Clock clock) {
    this.database = database;
    this.search = search;
    this.accounts = accounts;
    this.clock = clock;
  }

  /** An account's, by name. */
  public List<SavedSearch> of(Account account) {
    return database.read(
        h ->
            h.createQuery(SELECT + "WHERE s.account_id = ? ORDER BY lower(s.name), s.id")
                .bind(0, account.id())
                .map((rs, c) -> saved(rs))
                .list());
  }

  /** One of an account's; empty where it has none of this number. */
  public Optional<SavedSearch> of(Account account, long id) {
    return byId(id).filter(s -> s.account() == account.id());
  }

  Optional<SavedSearch> byId(long id) {
    return database.read(
        h ->
            h.createQuery(SELECT + "WHERE s.id = ?")
                .bind(0, id)
                .map((rs, c) -> saved(rs))
                .findOne());
  }

  /**
   * Saves a search.
   *
   * @param name left blank, the query serves
   */
  public Saving save(Account account, String name, String query) {
    String typed = query.strip();
    String called = name.isBlank() ? shortened(typed) : name.strip();
    Optional<Saving> wrong = wrong(called, typed);
    if (wrong.isPresent()) {
      return wrong.get();
    }
    return database.write(
        h -> {
          if (of(account).size() >= MOST) {
            return new Saving.Refused("follow.problem.too-many", "");
          }
          return h.createQuery(
                  "INSERT INTO saved_search (account_id, name, query, created) VALUES (?, ?, ?, ?)"
                      + " ON CONFLICT (account_id, name) DO NOTHING RETURNING id")
              .bind(0, account.id())
              .bind(1, called)
              .bind(2, typed)
              .bind(3, Moments.text(clock.instant()))
              .mapTo(Long.class)
              .findOne()
              .flatMap(
                  id ->
                      h.createQuery(SELECT + "WHERE s.id = ?")
                          .bind(0, id)
                          .map((rs, c) -> saved(rs))
                          .findOne())
              .<Saving>map(Saving.Saved::new)
              .orElse(new Saving.Refused("follow.problem.name-taken", ""));
        });
  }

  private static String shortened(String query) {
    return query.length() <= LONGEST_NAME ? query : query.substring(0, LONGEST_NAME - 1) + "…";
  }

  private Optional<Saving> wrong(String name, String query) {
    if (query.isEmpty() || query.length() > LONGEST_QUERY) {
      return Optional.of(new Saving.Refused("follow.problem.no-query", ""));
    }
    if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
      return Optional.of(new Saving.Refused("follow.problem.name", ""));
    }
    return search
        .parse(query)
        .fold(
            understood -> Optional.empty(),
            mistake -> Optional.of(new Saving.Refused("follow.problem.query", mistake.pointing())));
  }

  /** Another name for one of an account's; the query stays, since feed and letters go on. */
  public Saving rename(SavedSearch saved, String name) {
    String called = name.strip();
    Optional<Saving> wrong =
        called.isEmpty()
            ? Optional.of(new Saving.Refused("follow.problem.name", ""))
            : wrong(called, saved.query());
    if (wrong.isPresent()) {
      return wrong.get();
    }
    boolean free =
        database.write(
            h -> {
              boolean taken =
                  h.createQuery(
                              "SELECT count(*) FROM saved_search WHERE account_id = ? AND name = ?"
                                  + " AND id <> ?")
                          .bind(0, saved.account())
                          .bind(1, called)
                          .bind(2, saved.id())
                          .mapTo(Long.class)
                          .one()
                      > 0;
              if (!taken) {
                h.execute("UPDATE saved_search SET name = ? WHERE id = ?", called, saved.id());
              }
              return !taken;
            });
    return free
        ? new Saving.Saved(byId(saved.id()).orElse(saved))
        : new Saving.Refused("follow.problem.name-taken", "");
  }

  /** Ends its feed and its letters too. */
  public void delete(SavedSearch saved) {
    database.write(h -> h.execute("DELETE FROM saved_search WHERE id = ?", saved.id()));
  }

  /** Gives the feed an address, shown this once; the one it had leads nowhere from now on. */
  public String makeFeed(SavedSearch saved) {
    String secret = secrets.next();
    database.write(
        h ->
            h.execute(
                "UPDATE saved_search SET feed_hash = ? WHERE id = ?",
                Secrets.hash(secret),
                saved.id()));
    return secret;
  }

  public void endFeed(SavedSearch saved) {
    database.write(
        h -> h.execute("UPDATE saved_search SET feed_hash = NULL WHERE id = ?", saved.id()));
  }

  /** The search whose feed has this address, while its owner may read. */
  public Optional<SavedSearch> byFeed(String secret) {
    return database
        .read(
            h ->
                h.createQuery(SELECT + "WHERE s.feed_hash = ?")
                    .bind(0, Secrets.hash(secret))
                    .map((rs, c) -> saved(rs))
                    .findOne())
        .filter(s -> accounts.byId(s.account()).filter(a -> a.may(Permission.READ)).isPresent());
  }

  /** What a saved search looks for; empty where the language it was written in has changed. */
  Optional<Parsed.Understood> understood(SavedSearch saved) {
    return search.parse(saved.query()).fold(Optional::of, mistake -> Optional.empty());
  }

  static SavedSearch saved(ResultSet rs) throws SQLException {
    rs.getLong("digest");
    boolean none = rs.wasNull();
    return new SavedSearch(
        rs.getLong("id"),
        rs.getLong("account_id"),
        rs.getString("name"),
        rs.getString("query"),
        Instant.parse(rs.getString("created")),
        rs.getString("feed_hash") != null,
        none ? Optional.empty() : Optional.of(digest(rs)));
  }

  private static Digest digest(ResultSet rs) throws SQLException {
    return new Digest(
        rs.getInt("hour"),
        ZoneId.of(rs.getString("zone")),
        Instant.parse(rs.getString("since")),
        Instant.parse(rs.getString("sent_until")),
        Instant.parse(rs.getString("next_due")),
        moment(rs, "last_sent"),
        rs.getInt("failures"),
        Optional.ofNullable(rs.getString("last_error")),
        moment(rs, "interrupted"));
  }

  private static Optional<Instant> moment(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getString(column)).map(Instant::parse);
  }
}
