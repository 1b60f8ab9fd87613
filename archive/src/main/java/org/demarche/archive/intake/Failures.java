package org.demarche.archive.intake;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Moments;

/** What could not be brought into an archive: each once, until it succeeds. Thread-safe. */
public final class Failures {
  private static final int LONGEST = 2000;

  /** Older ones are dropped: a site can fail on more addresses than anybody will look at. */
  private static final int KEPT = 5000;

  private final Database database;
  private final Clock clock;

  public Failures(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** At what something failed. */
  public enum Stage {
    FEED,
    PAGE,
    CODING;

    /** As it is kept. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Something that failed.
   *
   * @param at when, the last time
   * @param subject the address of a feed or a page, the key of an article
   * @param feed through which it came
   * @param times how often
   */
  public record Failure(
      long id, Instant at, Stage stage, String subject, String why, OptionalLong feed, int times) {
    public Failure {
      Objects.requireNonNull(at);
      Objects.requireNonNull(stage);
      Objects.requireNonNull(subject);
      Objects.requireNonNull(why);
      Objects.requireNonNull(feed);
    }
  }

  /** Notes a failure; one of the same again is counted. */
  public void failed(Stage stage, String subject, String why, OptionalLong feed) {
    String alone = why.startsWith(subject + ": ") ? why.substring(subject.length() + 2) : why;
    String said = alone.length() > LONGEST ? alone.substring(0, LONGEST) + " …" : alone;
    database.write(
        h -> {
          h.createUpdate(
                  "INSERT INTO failure (at, stage, subject, why, feed_id) VALUES (?, ?, ?, ?,"
                      + " (SELECT id FROM feed WHERE id = ?)) ON CONFLICT (stage, subject) DO"
                      + " UPDATE SET at = excluded.at, why = excluded.why,"
                      + " feed_id = excluded.feed_id, times = failure.times + 1")
              .bind(0, Moments.text(clock.instant()))
              .bind(1, stage.label())
              .bind(2, subject)
              .bind(3, said)
              .bind(4, feed.orElse(0))
              .execute();
          return h.execute(
              "DELETE FROM failure WHERE id <= (SELECT max(id) FROM failure) - " + KEPT);
        });
  }

  /** It went well now. */
  public void succeeded(Stage stage, String subject) {
    boolean known =
        database.read(
            h ->
                h.createQuery("SELECT 1 FROM failure WHERE stage = ? AND subject = ?")
                    .bind(0, stage.label())
                    .bind(1, subject)
                    .mapTo(Integer.class)
                    .findOne()
                    .isPresent());
    if (known) {
      database.write(
          h ->
              h.execute(
                  "DELETE FROM failure WHERE stage = ? AND subject = ?", stage.label(), subject));
    }
  }

  /** Takes one off the list. */
  public void forget(long id) {
    database.write(h -> h.execute("DELETE FROM failure WHERE id = ?", id));
  }

  public long count() {
    return database.read(
        h -> h.createQuery("SELECT count(*) FROM failure").mapTo(Long.class).one());
  }

  /** The latest, last first. */
  public List<Failure> latest(int limit) {
    return select("1 = 1 ORDER BY at DESC, id DESC LIMIT " + limit);
  }

  public Optional<Failure> failure(long id) {
    return select("id = " + id).stream().findFirst();
  }

  private List<Failure> select(String where) {
    return database.read(
        h ->
            h.createQuery("SELECT * FROM failure WHERE " + where)
                .map(
                    (rs, c) -> {
                      long feed = rs.getLong("feed_id");
                      return new Failure(
                          rs.getLong("id"),
                          Instant.parse(rs.getString("at")),
                          Stage.valueOf(rs.getString("stage").toUpperCase(Locale.ROOT)),
                          rs.getString("subject"),
                          rs.getString("why"),
                          feed == 0 ? OptionalLong.empty() : OptionalLong.of(feed),
                          rs.getInt("times"));
                    })
                .list());
  }
}
