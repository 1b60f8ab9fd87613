package org.demarche.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Vote;
import org.demarche.coder.place.Place;
import org.jdbi.v3.core.Handle;

/** Events and votes as rows. */
final class EventTable {
  private static final String FROM =
      " JOIN article a ON a.id = e.article_id JOIN article_version v ON v.id = e.version_id"
          + " JOIN run r ON r.id = e.run_id ";

  private static final String INSERT =
      "INSERT INTO event (key, article_id, version_id, run_id, current, by_person, verdict,"
          + " sentence_id, type, mode, contexts, quad, cameo, goldstein, status,"
          + " actor, actor_sectors, actor_name, recipient, recipient_sectors, recipient_name,"
          + " first_day, last_day, date_basis, published, rule, country, place, added)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?) RETURNING id";

  private static final String FIRST_READ =
      "SELECT min(added) FROM event WHERE key = ? AND by_person = 0";

  private final StoredJson json;

  EventTable(StoredJson json) {
    this.json = json;
  }

  /** What is written of an event. */
  record Row(
      String key,
      long article,
      long version,
      long run,
      Long sentence,
      boolean byPerson,
      Verdict verdict,
      String published,
      Event event,
      String words,
      Instant written) {
    boolean current() {
      return verdict == Verdict.NONE || verdict == Verdict.CONFIRMED;
    }
  }

  long insert(Handle handle, Row row) {
    Event e = row.event();
    Days days = Days.of(e.date());
    Object[] values = {
      row.key(),
      row.article(),
      row.version(),
      row.run(),
      row.current() ? 1 : 0,
      row.byPerson() ? 1 : 0,
      row.verdict().label(),
      row.sentence(),
      e.type(),
      e.mode(),
      spaced(e.contexts()),
      e.quad().isPresent() ? e.quad().getAsInt() : null,
      e.cameo(),
      e.goldstein().orElse(null),
      e.status().label(),
      e.actor().map(p -> p.party().code()).orElse(""),
      e.actor().map(p -> spaced(p.party().sectors())).orElse(""),
      e.actor().map(EventTable::name).orElse(""),
      e.recipient().map(p -> p.party().code()).orElse(""),
      e.recipient().map(p -> spaced(p.party().sectors())).orElse(""),
      e.recipient().map(EventTable::name).orElse(""),
      days.first(),
      days.last(),
      e.date().fold(s -> "stated", p -> "published", u -> "unknown"),
      row.published(),
      e.evidence().rule(),
      e.place().place().map(Place::country).orElse(""),
      e.place().place().map(p -> p.name().toLowerCase(Locale.ROOT)).orElse(""),
      added(handle, row)
    };
    var insert = handle.createQuery(INSERT);
    for (int i = 0; i < values.length; i++) {
      insert.bind(i, values[i]);
    }
    long id = insert.mapTo(Long.class).one();
    handle.execute(
        "INSERT INTO event_detail (event_id, event, words) VALUES (?, ?, ?)",
        id,
        json.write(e),
        row.words());
    return id;
  }

  /** When the machine first read it; what a person writes is new. */
  private static String added(Handle handle, Row row) {
    String now = Moments.text(row.written());
    return row.byPerson()
        ? now
        : handle
            .createQuery(FIRST_READ)
            .bind(0, row.key())
            .mapTo(String.class)
            .findOne()
            .orElse(now);
  }

  /** Each between spaces, so that one can be looked for. */
  static String spaced(Iterable<String> words) {
    String joined = String.join(" ", words);
    return joined.isEmpty() ? "" : " " + joined + " ";
  }

  static String name(Participant p) {
    String name = p.party().name().isEmpty() ? p.text() : p.party().name();
    return name.toLowerCase(Locale.ROOT);
  }

  /** The statement that reads all events of a filter; {@code ORDER BY} may follow. */
  static String select(Filter filter) {
    return select("event", filter.sql());
  }

  /** The statement that reads the newest so many of them, by the days of the events. */
  static String selectNewest(Filter filter, int limit) {
    return select(filter, " ORDER BY e.first_day DESC, e.id DESC", limit);
  }

  /** The statement that reads the oldest so many of them, by the days of the events. */
  static String selectOldest(Filter filter, int limit) {
    return select(filter, " ORDER BY e.first_day, e.id", limit);
  }

  /** The statement that reads those of them that came in last. */
  static String selectLastAdded(Filter filter, int limit) {
    return select(filter, " ORDER BY e.added DESC, e.id DESC", limit);
  }

  private static String select(Filter filter, String order, int limit) {
    // Chosen before they are joined to anything, so that the index gives them in order.
    String rows = "(SELECT * FROM event e WHERE " + filter.sql() + order + " LIMIT " + limit + ")";
    return select(rows, "1 = 1") + order;
  }

  private static String select(String rows, String where) {
    return "SELECT e.id, e.key, e.current, e.verdict, e.story, e.added AS event_added, d.event,"
        + " r.coder, r.codebook, r.parser, "
        + ArticleTable.HEAD
        + " FROM "
        + rows
        + " e JOIN event_detail d ON d.event_id = e.id"
        + FROM
        + "WHERE "
        + where;
  }

  static String selectVotes(Filter filter) {
    return "SELECT e.id, e.current, e.vote, r.coder, r.codebook, r.parser, "
        + ArticleTable.HEAD
        + " FROM vote e"
        + FROM
        + "WHERE "
        + filter.sql();
  }

  /** The statement that reads the newest so many of them. */
  static String selectNewestVotes(Filter filter, int limit) {
    return selectVotes(filter) + " ORDER BY e.first_day DESC, e.id DESC LIMIT " + limit;
  }

  StoredEvent event(ResultSet rs) throws SQLException {
    return new StoredEvent(
        rs.getLong("id"),
        rs.getString("key"),
        ArticleTable.head(rs),
        json.read(rs.getString("event"), Event.class),
        run(rs),
        rs.getInt("current") == 1,
        Verdict.valueOf(rs.getString("verdict").toUpperCase(Locale.ROOT)),
        rs.getLong("story"),
        Instant.parse(rs.getString("event_added")));
  }

  StoredVote vote(ResultSet rs) throws SQLException {
    return new StoredVote(
        rs.getLong("id"),
        ArticleTable.head(rs),
        json.read(rs.getString("vote"), Vote.class),
        run(rs),
        rs.getInt("current") == 1);
  }

  private static Run run(ResultSet rs) throws SQLException {
    return new Run(rs.getString("coder"), rs.getString("codebook"), rs.getString("parser"));
  }
}
