package org.demarche.archive.intake;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.demarche.press.feed.FeedList;
import org.demarche.press.feed.Subscription;
import org.demarche.press.fetch.Validators;

/**
 * The feeds of an archive. Thread-safe; who reads a feed claims it first, so that two processes do
 * not read it at a time.
 */
public final class Feeds implements FeedList {
  /** Between two readings, where nobody has said otherwise. */
  public static final int MINUTES = 30;

  private static final Duration LEASE = Duration.ofMinutes(10);
  private static final Duration LONGEST_WAIT = Duration.ofDays(1);
  private static final int DOUBLED_AT_MOST = 8;

  private final Database database;
  private final Clock clock;

  public Feeds(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public List<Subscription> all() {
    return list().stream().map(FollowedFeed::subscription).toList();
  }

  /** All feeds, in the order they were added. */
  public List<FollowedFeed> list() {
    return select("1 = 1");
  }

  /** Those that are to be read now, the longest overdue first. */
  public List<FollowedFeed> due() {
    String now = Moments.text(clock.instant());
    return select(
        "enabled = 1 AND (next_fetch IS NULL OR next_fetch <= ?)"
            + " AND (claimed IS NULL OR claimed <= ?)",
        now,
        now);
  }

  public Optional<FollowedFeed> feed(long id) {
    return select("id = ?", id).stream().findFirst();
  }

  private List<FollowedFeed> select(String where, Object... values) {
    return database.read(
        h -> {
          var query =
              h.createQuery(
                  "SELECT * FROM feed WHERE "
                      + where
                      + (where.startsWith("enabled")
                          ? " ORDER BY coalesce(next_fetch, ''), id"
                          : " ORDER BY id"));
          for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
          }
          return query.map((rs, c) -> feed(rs)).list();
        });
  }

  private static FollowedFeed feed(ResultSet rs) throws SQLException {
    String seen = rs.getString("seen");
    return new FollowedFeed(
        rs.getLong("id"),
        new Subscription(
            URI.create(rs.getString("url")),
            rs.getString("title"),
            new Validators(
                Optional.ofNullable(rs.getString("etag")),
                Optional.ofNullable(rs.getString("last_modified"))),
            instant(rs, "fetched"),
            instant(rs, "not_before"),
            Optional.ofNullable(rs.getString("problem")),
            seen.isEmpty() ? List.of() : List.of(seen.split(" "))),
        rs.getString("rights"),
        rs.getInt("minutes"),
        rs.getInt("enabled") == 1,
        instant(rs, "next_fetch"),
        rs.getInt("failures"),
        rs.getLong("articles"));
  }

  private static Optional<Instant> instant(ResultSet rs, String column) throws SQLException {
    return Optional.ofNullable(rs.getString(column)).map(Instant::parse);
  }

  @Override
  public boolean add(Subscription feed) {
    return add(feed, "", MINUTES);
  }

  /** Adds a feed; false where it is followed already, which changes nothing. */
  public boolean add(Subscription feed, String rights, int minutes) {
    return database.write(
            h ->
                h.createUpdate(
                        "INSERT INTO feed (url, title, rights, minutes, enabled, failures)"
                            + " VALUES (?, ?, ?, ?, 1, 0) ON CONFLICT DO NOTHING")
                    .bind(0, feed.address().toString())
                    .bind(1, feed.title())
                    .bind(2, rights)
                    .bind(3, minutes)
                    .execute())
        > 0;
  }

  @Override
  public boolean remove(URI address) {
    return database.write(h -> h.execute("DELETE FROM feed WHERE url = ?", address.toString())) > 0;
  }

  /** What people settle; a feed that is enabled again is read at once. */
  public boolean settle(long id, String title, String rights, int minutes, boolean enabled) {
    return database.write(
            h ->
                h.execute(
                    "UPDATE feed SET title = ?, rights = ?, minutes = ?,"
                        + " next_fetch = CASE WHEN enabled = 0 THEN NULL ELSE next_fetch END,"
                        + " enabled = ? WHERE id = ?",
                    title,
                    rights,
                    minutes,
                    enabled ? 1 : 0,
                    id))
        > 0;
  }

  /** Lets a feed be read at once. */
  public void wake(long id) {
    database.write(
        h -> h.execute("UPDATE feed SET next_fetch = NULL, not_before = NULL WHERE id = ?", id));
  }

  /** Takes a feed to be read; false where somebody else is reading it. */
  public boolean claim(long id) {
    Instant now = clock.instant();
    return database.write(
            h ->
                h.execute(
                    "UPDATE feed SET claimed = ? WHERE id = ? AND (claimed IS NULL OR claimed <= ?)",
                    Moments.text(now.plus(LEASE)),
                    id,
                    Moments.text(now)))
        > 0;
  }

  /** Gives a feed back without having read it to the end; it is read again at the next chance. */
  public void release(FollowedFeed feed, Subscription read) {
    database.write(
        h ->
            h.execute(
                "UPDATE feed SET claimed = NULL, seen = ? WHERE id = ?",
                String.join(" ", read.seen()),
                feed.id()));
  }

  /**
   * Gives a feed back as it was read, and says when it is to be read next: a feed that cannot be
   * read is left alone twice as long each time, up to a day.
   */
  public void read(FollowedFeed feed, Subscription read, long articles) {
    int failures = read.problem().isPresent() ? feed.failures() + 1 : 0;
    Duration wait =
        Duration.ofMinutes((long) feed.minutes() << Math.min(failures, DOUBLED_AT_MOST));
    if (failures > 0 && wait.compareTo(LONGEST_WAIT) > 0) {
      wait = LONGEST_WAIT;
    }
    Instant then = clock.instant().plus(wait);
    Instant next = read.notBefore().filter(then::isBefore).orElse(then);
    database.write(
        h -> {
          h.createUpdate(
                  "UPDATE feed SET claimed = NULL, title = CASE WHEN title = '' THEN ? ELSE title"
                      + " END, etag = ?, last_modified = ?, fetched = ?, not_before = ?,"
                      + " problem = ?, seen = ?, next_fetch = ?, failures = ?,"
                      + " articles = articles + ? WHERE id = ?")
              .bind(0, read.title())
              .bind(1, read.validators().etag().orElse(null))
              .bind(2, read.validators().lastModified().orElse(null))
              .bind(3, read.pulled().map(Moments::text).orElse(null))
              .bind(4, read.notBefore().map(Moments::text).orElse(null))
              .bind(5, read.problem().orElse(null))
              .bind(6, String.join(" ", read.seen()))
              .bind(7, Moments.text(next))
              .bind(8, failures)
              .bind(9, articles)
              .bind(10, feed.id())
              .execute();
          // One that has moved to where another is already stays where it was.
          h.execute(
              "UPDATE feed SET url = ? WHERE id = ?"
                  + " AND NOT EXISTS (SELECT 1 FROM feed o WHERE o.url = ?)",
              read.address().toString(),
              feed.id(),
              read.address().toString());
          return null;
        });
  }
}
