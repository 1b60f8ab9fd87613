package org.demarche.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.store.Correction.Action;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.CharSpan;
import org.jdbi.v3.core.Handle;

/**
 * What people say of events. A judgement goes with the event's key, so that it holds when the
 * article is coded again; all judgements are kept. Thread-safe.
 */
public final class Corrections {
  private final Database database;
  private final Clock clock;
  private final StoredJson json = new StoredJson();
  private final EventTable events = new EventTable(json);
  private final StoryTable stories = new StoryTable();

  /**
   * @param clock says when something is said
   */
  public Corrections(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Who says something.
   *
   * @param account their account, where they have one
   */
  public record Author(String name, Optional<Long> account) {}

  /** The event is right as it stands. */
  public Correction confirm(long eventId, Author author, String note) {
    return judge(eventId, Action.CONFIRM, Optional.empty(), author, note);
  }

  /** There is no such event; it no longer counts. */
  public Correction reject(long eventId, Author author, String note) {
    return judge(eventId, Action.REJECT, Optional.empty(), author, note);
  }

  /** The event is another one, which counts instead. */
  public Correction change(long eventId, Event after, Author author, String note) {
    return judge(eventId, Action.CHANGE, Optional.of(after), author, note);
  }

  /** What was said of the event is taken back: what the machine read counts again. */
  public Correction withdraw(long eventId, Author author, String note) {
    return judge(eventId, Action.WITHDRAW, Optional.empty(), author, note);
  }

  /** An event of which the machine read nothing, in the newest version of an article. */
  public Correction add(long articleId, Event event, Author author, String note) {
    return database.write(
        handle -> {
          Target target =
              handle
                  .createQuery(
                      "SELECT a.key AS article_key, a.id AS article_id, a.published, v.id AS"
                          + " version_id, v.text, 0 AS by_person FROM article a JOIN"
                          + " article_version v ON v.article_id = a.id AND v.number = a.version"
                          + " WHERE a.id = ?")
                  .bind(0, articleId)
                  .map((rs, c) -> Target.of(rs, 0, ""))
                  .one();
          CharSpan sentence = sentence(handle, target, event);
          String key =
              EventKeys.of(
                  target.articleKey() + " " + clock.instant(),
                  target.text(),
                  sentence,
                  event,
                  new HashMap<>());
          Target keyed = target.with(key);
          insert(handle, keyed, event, sentence);
          return note(
              handle, keyed, Action.ADD, Optional.empty(), Optional.of(event), author, note);
        });
  }

  /** The article around an event. */
  private record Target(
      long event,
      String key,
      String articleKey,
      long article,
      long version,
      String published,
      String text,
      boolean byPerson) {
    static Target of(ResultSet rs, long event, String key) throws SQLException {
      return new Target(
          event,
          key,
          rs.getString("article_key"),
          rs.getLong("article_id"),
          rs.getLong("version_id"),
          rs.getString("published"),
          rs.getString("text"),
          rs.getInt("by_person") == 1);
    }

    Target with(String key) {
      return new Target(event, key, articleKey, article, version, published, text, byPerson);
    }
  }

  private Correction judge(
      long eventId, Action action, Optional<Event> after, Author author, String note) {
    return database.write(
        handle -> {
          Target target =
              handle
                  .createQuery(
                      "SELECT e.key, e.by_person, a.key AS article_key, a.id AS article_id,"
                          + " a.published, v.id AS version_id, v.text FROM event e"
                          + " JOIN article a ON a.id = e.article_id"
                          + " JOIN article_version v ON v.id = e.version_id WHERE e.id = ?")
                  .bind(0, eventId)
                  .map((rs, c) -> Target.of(rs, eventId, rs.getString("key")))
                  .findOne()
                  .orElseThrow(
                      () -> new IllegalArgumentException("no event has the number " + eventId));
          Event before =
              handle
                  .createQuery("SELECT event FROM event_detail WHERE event_id = ?")
                  .bind(0, eventId)
                  .map((rs, c) -> json.read(rs.getString(1), Event.class))
                  .one();
          apply(handle, target, action, after);
          return note(handle, target, action, Optional.of(before), after, author, note);
        });
  }

  private void apply(Handle handle, Target target, Action action, Optional<Event> after) {
    if (action == Action.CONFIRM && target.byPerson()) {
      handle.execute("UPDATE event SET verdict = 'confirmed' WHERE id = ?", target.event());
      return;
    }
    handle.execute("UPDATE event SET current = 0 WHERE key = ? AND by_person = 1", target.key());
    Verdict verdict =
        switch (action) {
          case CONFIRM -> Verdict.CONFIRMED;
          case REJECT -> Verdict.REJECTED;
          case CHANGE -> Verdict.CHANGED;
          case ADD, WITHDRAW -> Verdict.NONE;
        };
    boolean counts = verdict == Verdict.CONFIRMED || verdict == Verdict.NONE;
    // Of the readings by several runs only that of the newest one in the newest version counts.
    handle.execute(
        "UPDATE event SET verdict = ?, current = ? WHERE key = ? AND by_person = 0"
            + " AND version_id = (SELECT v.id FROM article_version v JOIN article a"
            + " ON a.id = v.article_id AND a.version = v.number WHERE a.id = ?)"
            + " AND run_id = (SELECT c.run_id FROM coding c WHERE c.version_id = event.version_id"
            + " ORDER BY c.coded DESC, c.run_id DESC LIMIT 1)",
        verdict.label(),
        counts ? 1 : 0,
        target.key(),
        target.article());
    after.ifPresent(event -> insert(handle, target, event, sentence(handle, target, event)));
  }

  /** The sentence that an event's words begin in; the words themselves where there is none. */
  private static CharSpan sentence(Handle handle, Target target, Event event) {
    CharSpan said = event.evidence().span();
    if (said.end() > target.text().length()) {
      throw new IllegalArgumentException(
          "the words " + said + " are not within the article's text");
    }
    return handle
        .createQuery(
            "SELECT start_at, end_at FROM sentence WHERE version_id = ? AND start_at <= ? AND"
                + " end_at > ? ORDER BY id DESC LIMIT 1")
        .bind(0, target.version())
        .bind(1, said.start())
        .bind(2, said.start())
        .map((rs, c) -> new CharSpan(rs.getInt(1), rs.getInt(2)))
        .findOne()
        .orElse(said);
  }

  private void insert(Handle handle, Target target, Event event, CharSpan sentence) {
    Long sentenceId =
        handle
            .createQuery(
                "SELECT id FROM sentence WHERE version_id = ? AND start_at = ? AND end_at = ?")
            .bind(0, target.version())
            .bind(1, sentence.start())
            .bind(2, sentence.end())
            .mapTo(Long.class)
            .findOne()
            .orElse(null);
    EventTable.Row row =
        new EventTable.Row(
            target.key(),
            target.article(),
            target.version(),
            CodingTable.run(handle, Archive.PERSON, clock.instant()),
            sentenceId,
            true,
            Verdict.NONE,
            target.published(),
            event,
            stories.words(target.text(), sentence, event),
            clock.instant());
    stories.place(handle, events.insert(handle, row), row);
  }

  private Correction note(
      Handle handle,
      Target target,
      Action action,
      Optional<Event> before,
      Optional<Event> after,
      Author author,
      String note) {
    Instant now = clock.instant();
    handle.execute(
        "UPDATE article SET changed = ? WHERE id = ?", Moments.text(now), target.article());
    long id =
        handle
            .createQuery(
                "INSERT INTO correction (article_id, version_id, event_key, action, before, after,"
                    + " account_id, author, made, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " RETURNING id")
            .bind(0, target.article())
            .bind(1, target.version())
            .bind(2, target.key())
            .bind(3, action.label())
            .bind(4, before.map(json::write).orElse(null))
            .bind(5, after.map(json::write).orElse(null))
            .bind(6, author.account().orElse(null))
            .bind(7, author.name())
            .bind(8, Moments.text(now))
            .bind(9, note)
            .mapTo(Long.class)
            .one();
    return new Correction(
        id, target.article(), target.key(), action, before, after, author.name(), now, note);
  }

  /** All that was said of an article's events, in order. */
  public List<Correction> history(long articleId) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM correction WHERE article_id = ? ORDER BY id")
                .bind(0, articleId)
                .map((rs, c) -> correction(rs))
                .list());
  }

  /**
   * At most so many of all that was said, in order.
   *
   * @param after the number of the last one known; 0 to begin
   */
  public List<Correction> after(long after, int limit) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT * FROM correction WHERE id > ? ORDER BY id LIMIT " + limit)
                .bind(0, after)
                .map((rs, c) -> correction(rs))
                .list());
  }

  private Correction correction(ResultSet rs) throws SQLException {
    return new Correction(
        rs.getLong("id"),
        rs.getLong("article_id"),
        rs.getString("event_key"),
        Action.valueOf(rs.getString("action").toUpperCase(Locale.ROOT)),
        Optional.ofNullable(rs.getString("before")).map(e -> json.read(e, Event.class)),
        Optional.ofNullable(rs.getString("after")).map(e -> json.read(e, Event.class)),
        rs.getString("author"),
        Instant.parse(rs.getString("made")),
        rs.getString("note"));
  }
}
