package org.demarche.desk.follow;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;
import org.demarche.desk.account.Secrets;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.springframework.stereotype.Component;

/**
 * Which letters are wanted, and which were sent. A letter is written down before it is handed over,
 * together with the day of the next one: whatever happens in between, it is not sent again.
 * Thread-safe; several desks may use one archive.
 */
@Component
public final class Digests {
  /** After so long nobody is sending a letter any more. */
  static final Duration INTERRUPTED = Duration.ofMinutes(15);

  /** So long the links in letters work. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final int LONGEST_ERROR = 500;

  private final Database database;
  private final Clock clock;
  private final Secrets secrets = new Secrets();

  public Digests(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Letters from now on, or at another hour. */
  public void subscribe(SavedSearch saved, int hour, ZoneId zone) {
    Instant now = clock.instant();
    database.write(
        h ->
            h.execute(
                "INSERT INTO digest (saved_search_id, hour, zone, since, sent_until, next_due,"
                    + " failures) VALUES (?, ?, ?, ?, ?, ?, 0)"
                    + " ON CONFLICT (saved_search_id) DO UPDATE SET hour = excluded.hour,"
                    + " zone = excluded.zone, next_due = excluded.next_due",
                saved.id(),
                hour,
                zone.getId(),
                Moments.text(now),
                Moments.text(now),
                Moments.text(Schedule.next(now, hour, zone))));
  }

  public void unsubscribe(SavedSearch saved) {
    database.write(h -> h.execute("DELETE FROM digest WHERE saved_search_id = ?", saved.id()));
  }

  /** The search that the link of a letter is about, whether letters are still sent or not. */
  public Optional<SavedSearch> byLink(String secret) {
    return database.read(
        h ->
            h.createQuery(
                    SavedSearches.SELECT
                        + "WHERE s.id = (SELECT saved_search_id FROM letter"
                        + " WHERE unsubscribe_hash = ?)")
                .bind(0, Secrets.hash(secret))
                .map((rs, c) -> SavedSearches.saved(rs))
                .findOne());
  }

  /** Those whose time has come. */
  List<SavedSearch> due(Instant now) {
    return database.read(
        h ->
            h.createQuery(
                    SavedSearches.SELECT
                        + "JOIN account a ON a.id = s.account_id WHERE d.next_due <= ?"
                        + " AND a.disabled = 0 ORDER BY d.next_due, s.id")
                .bind(0, Moments.text(now))
                .map((rs, c) -> SavedSearches.saved(rs))
                .list());
  }

  /** A letter that has been written down; the word stands in its link for unsubscribing. */
  record Begun(long id, String secret) {}

  /**
   * Writes a letter down, and when the next one is due.
   *
   * @return empty where another desk has done so already
   */
  Optional<Begun> begin(SavedSearch saved, News news, Instant now) {
    Digest digest = saved.digest().orElseThrow();
    String secret = secrets.next();
    return database.write(
        h -> {
          if (!advance(h, saved, digest, now)) {
            return Optional.empty();
          }
          long id =
              h.createQuery(
                      "INSERT INTO letter (saved_search_id, begun, state, unsubscribe_hash, events)"
                          + " VALUES (?, ?, 'sending', ?, ?) RETURNING id")
                  .bind(0, saved.id())
                  .bind(1, Moments.text(now))
                  .bind(2, Secrets.hash(secret))
                  .bind(3, news.all())
                  .mapTo(Long.class)
                  .one();
          PreparedBatch told =
              h.prepareBatch(
                  "INSERT INTO letter_event (saved_search_id, event_key, added, letter_id)"
                      + " VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING");
          news.late().forEach(e -> told.add(saved.id(), e.key(), e.added(), id));
          if (told.size() > 0) {
            told.execute();
          }
          h.execute(
              "DELETE FROM letter WHERE saved_search_id = ? AND begun < ?",
              saved.id(),
              Moments.text(now.minus(KEPT)));
          return Optional.of(new Begun(id, secret));
        });
  }

  /** Nothing is new: on to the next day. */
  void pass(SavedSearch saved, Instant now) {
    database.write(h -> advance(h, saved, saved.digest().orElseThrow(), now));
  }

  private static boolean advance(Handle h, SavedSearch saved, Digest digest, Instant now) {
    h.execute(
        "DELETE FROM letter_event WHERE saved_search_id = ? AND added < ?",
        saved.id(),
        Moments.text(digest.sentUntil().minus(NewsDesk.OVERLAP)));
    return h.execute(
            "UPDATE digest SET sent_until = ?, next_due = ? WHERE saved_search_id = ?"
                + " AND next_due = ?",
            Moments.text(now),
            Moments.text(Schedule.next(now, digest.hour(), digest.zone())),
            saved.id(),
            Moments.text(digest.nextDue()))
        == 1;
  }

  void sent(SavedSearch saved, Begun letter) {
    String now = Moments.text(clock.instant());
    database.write(
        h -> {
          h.execute("UPDATE letter SET state = 'sent' WHERE id = ?", letter.id());
          return h.execute(
              "UPDATE digest SET last_sent = ?, failures = 0, last_error = NULL"
                  + " WHERE saved_search_id = ?",
              now,
              saved.id());
        });
  }

  /** It did not leave: what it told is new again, and it is tried again later. */
  void failed(SavedSearch saved, Begun letter, String why) {
    Digest before = saved.digest().orElseThrow();
    int failures = before.failures() + 1;
    Instant again = Schedule.retry(clock.instant(), failures);
    database.write(
        h -> {
          h.execute("UPDATE letter SET state = 'failed' WHERE id = ?", letter.id());
          h.execute("DELETE FROM letter_event WHERE letter_id = ?", letter.id());
          return h.execute(
              "UPDATE digest SET sent_until = ?, next_due = ?, failures = ?, last_error = ?"
                  + " WHERE saved_search_id = ?",
              Moments.text(before.sentUntil()),
              Moments.text(again),
              failures,
              why.substring(0, Math.min(why.length(), LONGEST_ERROR)),
              saved.id());
        });
  }

  /** Letters that were being sent when a desk ended: whether they left, nobody knows. */
  int interrupted(Instant now) {
    return database.write(
        h ->
            h.execute(
                "UPDATE letter SET state = 'interrupted' WHERE state = 'sending' AND begun < ?",
                Moments.text(now.minus(INTERRUPTED))));
  }
}
