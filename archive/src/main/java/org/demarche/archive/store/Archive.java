package org.demarche.archive.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Run;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.page.PressArticle;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * Articles and the events read in them, kept in an SQLite file or a PostgreSQL database.
 * Thread-safe; several processes may use the same archive.
 */
public final class Archive implements AutoCloseable {
  /** Stands as the run of what a person wrote. */
  public static final Run PERSON = new Run("person", "", "");

  private final Database database;
  private final Clock clock;
  private final ArticleTable articles;
  private final EventTable events;
  private final CodingTable codings;
  private final CopyTable copies = new CopyTable();

  /**
   * @param clock says when something comes in
   */
  public Archive(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    StoredJson json = new StoredJson();
    this.articles = new ArticleTable(database.dialect(), json);
    this.events = new EventTable(json);
    this.codings = new CodingTable(database.dialect(), json, events);
  }

  /**
   * Opens an archive, which is made when it is not there.
   *
   * @param fileOrUrl an SQLite file or a PostgreSQL address, see {@link Database#open}
   * @throws ArchiveException when it cannot be opened
   */
  public static Archive open(String fileOrUrl) {
    return new Archive(Database.open(fileOrUrl), Clock.systemUTC());
  }

  /** The key under which an article is kept: its cleaned address, or where it was read from. */
  public static String key(PressArticle page) {
    return ArticleTable.key(page);
  }

  /** For modules that keep things of their own in the archive. */
  public Database database() {
    return database;
  }

  /**
   * The state of an article as the archive has it, so that it need not be coded again.
   *
   * @return empty where the archive does not have it, has it in another version, or has not had it
   *     coded by this run
   */
  public Optional<Added> known(PressArticle page, Run run) {
    return database.read(
        handle ->
            articles
                .known(handle, page)
                .filter(
                    v ->
                        CodingTable.runId(handle, run)
                            .filter(id -> CodingTable.isCoded(handle, v.id(), id))
                            .isPresent())
                .map(v -> new Added(v.article(), v.number(), Added.Change.UNCHANGED)));
  }

  /** Adds one article; prefer {@link #add(List)} for many. */
  public Added add(Entry entry) {
    return add(List.of(entry)).get(0);
  }

  /**
   * Adds articles as one transaction: when this returns, all of them are on the disk. What is there
   * already is left as it is.
   *
   * @return what became of each, in the same order
   */
  public List<Added> add(List<Entry> entries) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          List<Added> added = new ArrayList<>();
          for (Entry entry : entries) {
            added.add(add(handle, entry, now));
          }
          return added;
        });
  }

  private Added add(Handle handle, Entry entry, Instant now) {
    ArticleTable.Version version = articles.put(handle, entry.page(), now);
    Added.Change change = version.change();
    if (change != Added.Change.UNCHANGED) {
      copies.put(handle, version.article(), entry.page());
    }
    if (entry.coding().isPresent()) {
      long run = CodingTable.run(handle, entry.coding().get().run(), now);
      if (!CodingTable.isCoded(handle, version.id(), run)) {
        codings.put(handle, version, entry, entry.coding().get(), verdicts(handle, version), now);
        change = change == Added.Change.UNCHANGED ? Added.Change.NEW_CODING : change;
      }
    } else {
      if (change == Added.Change.NEW_VERSION) {
        CodingTable.retire(handle, version.article());
      }
      if (change != Added.Change.UNCHANGED || MentionTable.isEmpty(handle, version.id())) {
        MentionTable.put(handle, version.id(), entry);
      }
    }
    return new Added(version.article(), version.number(), change);
  }

  /** What people have said of the article's events, by key; the newest holds. */
  private static Map<String, Verdict> verdicts(Handle handle, ArticleTable.Version version) {
    Map<String, Verdict> verdicts = new HashMap<>();
    handle
        .createQuery("SELECT event_key, action FROM correction WHERE article_id = ? ORDER BY id")
        .bind(0, version.article())
        .map(
            (rs, c) ->
                Map.entry(
                    rs.getString("event_key"),
                    switch (rs.getString("action")) {
                      case "confirm" -> Verdict.CONFIRMED;
                      case "reject" -> Verdict.REJECTED;
                      case "change" -> Verdict.CHANGED;
                      default -> Verdict.NONE;
                    }))
        .forEach(e -> verdicts.put(e.getKey(), e.getValue()));
    handle
        .createQuery("SELECT key FROM event WHERE article_id = ? AND by_person = 1 AND current = 1")
        .bind(0, version.article())
        .mapTo(String.class)
        .forEach(key -> verdicts.put(key, Verdict.CHANGED));
    return verdicts;
  }

  /** The newest version of an article. */
  public Optional<StoredArticle> article(long id) {
    return database.read(
        handle ->
            versions(handle, "a.id = ? AND v.number = a.version", id)
                .map((rs, c) -> articles.article(rs))
                .findOne());
  }

  /** The newest version of the article with this key. */
  public Optional<StoredArticle> article(String key) {
    return database.read(
        handle ->
            versions(handle, "a.key = ? AND v.number = a.version", key)
                .map((rs, c) -> articles.article(rs))
                .findOne());
  }

  /** All versions of an article, oldest first. */
  public List<StoredArticle> versions(long id) {
    return database.read(
        handle ->
            versions(handle, "a.id = ? ORDER BY v.number", id)
                .map((rs, c) -> articles.article(rs))
                .list());
  }

  /** Hands over the newest version of every article, in the order they came in, one by one. */
  public void eachArticle(Consumer<StoredArticle> sink) {
    database.read(
        handle -> {
          versions(handle, "v.number = a.version ORDER BY a.id")
              .map((rs, c) -> articles.article(rs))
              .forEach(sink);
          return null;
        });
  }

  /**
   * At most so many articles, those published last first; the condition is on {@code article a}.
   */
  public List<ArticleHead> newestArticles(Filter filter, int limit) {
    return database.read(
        handle ->
            filter
                .bind(
                    handle.createQuery(
                        "SELECT "
                            + ArticleTable.HEAD
                            + " FROM article a JOIN article_version v"
                            + " ON v.article_id = a.id AND v.number = a.version WHERE "
                            + filter.sql()
                            + " ORDER BY a.published DESC, a.id DESC LIMIT "
                            + limit))
                .map((rs, c) -> ArticleTable.head(rs))
                .list());
  }

  private static Query versions(Handle handle, String where, Object... values) {
    return new Filter(where, List.of(values))
        .bind(
            handle.createQuery(
                "SELECT "
                    + ArticleTable.HEAD
                    + ", "
                    + ArticleTable.VERSION
                    + " FROM article a JOIN article_version v ON v.article_id = a.id WHERE "
                    + where));
  }

  /** The sentences of a version as its newest coding cut them, in the order of the text. */
  public List<StoredSentence> sentences(long versionId) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT position, start_at, end_at, outcome, reason FROM sentence"
                        + " WHERE version_id = ? AND run_id = (SELECT run_id FROM coding"
                        + " WHERE version_id = ? ORDER BY coded DESC, run_id DESC LIMIT 1)"
                        + " ORDER BY position")
                .bind(0, versionId)
                .bind(1, versionId)
                .map(
                    (rs, c) ->
                        new StoredSentence(
                            rs.getInt("position"),
                            new CharSpan(rs.getInt("start_at"), rs.getInt("end_at")),
                            StoredSentence.Kind.valueOf(
                                rs.getString("outcome").toUpperCase(Locale.ROOT)),
                            rs.getString("reason")))
                .list());
  }

  /** Who is named in a version, by its newest coding, in the order of the text. */
  public List<StoredMention> mentions(long versionId) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT * FROM mention WHERE version_id = ? ORDER BY start_at, end_at, code")
                .bind(0, versionId)
                .map(
                    (rs, c) ->
                        new StoredMention(
                            new CharSpan(rs.getInt("start_at"), rs.getInt("end_at")),
                            new Party(
                                rs.getString("code"),
                                rs.getString("sectors").isEmpty()
                                    ? List.of()
                                    : List.of(rs.getString("sectors").split(" ")),
                                rs.getString("name"),
                                Party.Kind.valueOf(rs.getString("kind"))),
                            rs.getString("how")))
                .list());
  }

  /**
   * Hands over events one by one, in the order they were read, whatever their number: only a
   * portion of them is in memory at a time.
   */
  public void eachEvent(Filter filter, Consumer<StoredEvent> sink) {
    database.read(
        handle -> {
          filter
              .bind(handle.createQuery(EventTable.select(filter) + " ORDER BY e.id"))
              .map((rs, c) -> events.event(rs))
              .forEach(sink);
          return null;
        });
  }

  /** The events of a filter, in the order they were read; for few. */
  public List<StoredEvent> events(Filter filter) {
    List<StoredEvent> found = new ArrayList<>();
    eachEvent(filter, found::add);
    return found;
  }

  /** At most so many events of a filter, those of the latest days first, later read ones first. */
  public List<StoredEvent> newestEvents(Filter filter, int limit) {
    return events(filter, EventTable.selectNewest(filter, limit));
  }

  /** At most so many events of a filter, those of the first days first, earlier read ones first. */
  public List<StoredEvent> oldestEvents(Filter filter, int limit) {
    return events(filter, EventTable.selectOldest(filter, limit));
  }

  private List<StoredEvent> events(Filter filter, String select) {
    return database.read(
        handle -> filter.bind(handle.createQuery(select)).map((rs, c) -> events.event(rs)).list());
  }

  /** At most so many events of a filter, those that came in last first. */
  public List<StoredEvent> lastAdded(Filter filter, int limit) {
    return database.read(
        handle ->
            filter
                .bind(handle.createQuery(EventTable.selectLastAdded(filter, limit)))
                .map((rs, c) -> events.event(rs))
                .list());
  }

  /** The newest so many votes, by their days. */
  public List<StoredVote> newestVotes(Filter filter, int limit) {
    return database.read(
        handle ->
            filter
                .bind(handle.createQuery(EventTable.selectNewestVotes(filter, limit)))
                .map((rs, c) -> events.vote(rs))
                .list());
  }

  /** Hands over votes one by one, in the order they were read. */
  public void eachVote(Filter filter, Consumer<StoredVote> sink) {
    database.read(
        handle -> {
          filter
              .bind(handle.createQuery(EventTable.selectVotes(filter) + " ORDER BY e.id"))
              .map((rs, c) -> events.vote(rs))
              .forEach(sink);
          return null;
        });
  }

  /** The runs whose readings are kept, in the order of their numbers. */
  public List<StoredRun> runs() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT r.id, r.coder, r.codebook, r.parser, r.first_used, (SELECT count(*)"
                        + " FROM coding c WHERE c.run_id = r.id) AS articles FROM run r"
                        + " WHERE r.coder <> ? ORDER BY r.id")
                .bind(0, PERSON.coder())
                .map(
                    (rs, c) ->
                        new StoredRun(
                            rs.getLong("id"),
                            new Run(
                                rs.getString("coder"),
                                rs.getString("codebook"),
                                rs.getString("parser")),
                            Instant.parse(rs.getString("first_used")),
                            rs.getLong("articles")))
                .list());
  }

  @Override
  public void close() {
    database.close();
  }
}
