package org.demarche.archive.search;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;
import org.demarche.coder.event.When;
import org.demarche.coder.time.DayRange;

/** Finds events and articles in an archive. Thread-safe. */
public final class Search {
  private final Archive archive;
  private final QueryParser parser;
  private final Sql sql;

  /**
   * @param clock says which day it is, for {@code date:P1W}
   */
  public Search(Archive archive, Clock clock) {
    this.archive = archive;
    this.parser = new QueryParser(clock, this::hasType);
    this.sql = new Sql(archive.database().dialect());
  }

  private boolean hasType(String type) {
    return count("event e", new Filter("e.current = 1 AND e.type = ?", List.of(type))) > 0;
  }

  /** Reads a query as typed. */
  public Parsed parse(String typed) {
    return parser.parse(typed);
  }

  /** The condition on events that count, for {@link Archive#eachEvent} and exports. */
  public Filter events(Query query) {
    Filter found = sql.events(query);
    return new Filter("e.current = 1 AND " + found.sql(), found.values());
  }

  /** The condition on {@code article a}, for {@link Archive#newestArticles}. */
  public Filter articlesWhere(Query query) {
    return sql.articles(query);
  }

  /** The condition on votes that count, for {@link Archive#eachVote}. */
  public Filter votes(Query query) {
    Filter found = sql.votes(query);
    return new Filter("e.current = 1 AND " + found.sql(), found.values());
  }

  /** How many votes that count there are: one voter's position in one report. */
  public long countVotes(Query query) {
    return count("vote e", votes(query));
  }

  /** How many events that count there are. */
  public long countEvents(Query query) {
    return count("event e", events(query));
  }

  /** How many articles there are. */
  public long countArticles(Query query) {
    return count("article a", sql.articles(query));
  }

  /** How many events that count there are when all reports of one are counted once. */
  public long countStories(Query query) {
    return number("SELECT count(DISTINCT e.story) FROM event e WHERE ", events(query));
  }

  /**
   * How often an event was reported.
   *
   * @param reports in how many places of articles
   * @param sources by how many outlets independently: a wire and its reprints are one
   */
  public record Reports(long reports, long sources) {}

  /** How often events were reported, by the number of their story. */
  public Map<Long, Reports> reports(Collection<Long> stories) {
    if (stories.isEmpty()) {
      return Map.of();
    }
    return archive
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT e.story, count(*) AS reports, count(DISTINCT CASE WHEN o.source"
                            + " <> '' THEN o.source ELSE CAST(o.id AS TEXT) END) AS sources"
                            + " FROM event e JOIN article a ON a.id = e.article_id"
                            + " JOIN article o ON o.id = a.original"
                            + " WHERE e.current = 1 AND e.story IN (<stories>) GROUP BY e.story")
                    .bindList("stories", List.copyOf(stories))
                    .map(
                        (rs, c) ->
                            Map.entry(
                                rs.getLong("story"),
                                new Reports(rs.getLong("reports"), rs.getLong("sources"))))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private long count(String table, Filter filter) {
    return number("SELECT count(*) FROM " + table + " WHERE ", filter);
  }

  private long number(String select, Filter filter) {
    return archive
        .database()
        .read(
            handle ->
                filter.bind(handle.createQuery(select + filter.sql())).mapTo(Long.class).one());
  }

  /**
   * A page of results.
   *
   * @param next where the next page begins; empty where this is the last
   */
  public record Page<T>(List<T> found, Optional<String> next) {
    public Page {
      found = List.copyOf(found);
    }
  }

  /**
   * Events, those of the latest days first.
   *
   * @param after {@link Page#next} of the page before, empty for the first
   * @throws IllegalArgumentException when {@code after} is nothing that was handed out
   */
  public Page<StoredEvent> events(Query query, int limit, Optional<String> after) {
    return page(
        archive.newestEvents(beyond(events(query), "e.first_day", "<", after), limit),
        limit,
        last -> cursor(last.event().date(), last.id()));
  }

  /** The same, those of the first days first. */
  public Page<StoredEvent> eventsFromOldest(Query query, int limit, Optional<String> after) {
    return page(
        archive.oldestEvents(beyond(events(query), "e.first_day", ">", after), limit),
        limit,
        last -> cursor(last.event().date(), last.id()));
  }

  /** Positions in votes, those of the latest days first. Paging as with events. */
  public Page<StoredVote> votes(Query query, int limit, Optional<String> after) {
    return page(
        archive.newestVotes(beyond(votes(query), "e.first_day", "<", after), limit),
        limit,
        last -> cursor(last.vote().date(), last.id()));
  }

  private static Filter beyond(Filter all, String day, String than, Optional<String> cursor) {
    return cursor.map(c -> all.and(beyond(day, than, c))).orElse(all);
  }

  private static <T> Page<T> page(List<T> found, int limit, Function<T, String> cursor) {
    return new Page<>(
        found,
        found.size() < limit
            ? Optional.empty()
            : Optional.of(cursor.apply(found.get(found.size() - 1))));
  }

  private static String cursor(When when, long id) {
    String day =
        when.date().flatMap(DayRange::of).map(range -> range.first().toString()).orElse("");
    return day + "_" + id;
  }

  private static Filter beyond(String day, String than, String cursor) {
    int at = cursor.lastIndexOf('_');
    if (at < 0 || !cursor.substring(at + 1).matches("\\d{1,18}")) {
      throw new IllegalArgumentException("not the start of a page: " + cursor);
    }
    String table = day.substring(0, day.indexOf('.'));
    return new Filter(
        "(" + day + ", " + table + ".id) " + than + " (?, ?)",
        List.of(cursor.substring(0, at), Long.valueOf(cursor.substring(at + 1))));
  }

  /**
   * An article found.
   *
   * @param events how many events that count it has
   */
  public record ArticleHit(ArticleHead article, long events) {}

  /** Articles, those published last first. Paging as with events. */
  public Page<ArticleHit> articles(Query query, int limit, Optional<String> after) {
    List<ArticleHead> heads =
        archive.newestArticles(beyond(sql.articles(query), "a.published", "<", after), limit);
    Map<Long, Long> events = eventsOf(heads.stream().map(ArticleHead::id).toList());
    List<ArticleHit> found =
        heads.stream()
            .map(head -> new ArticleHit(head, events.getOrDefault(head.id(), 0L)))
            .toList();
    return page(
        found,
        limit,
        last ->
            last.article().published().map(Object::toString).orElse("")
                + "_"
                + last.article().id());
  }

  private Map<Long, Long> eventsOf(List<Long> articles) {
    if (articles.isEmpty()) {
      return Map.of();
    }
    return archive
        .database()
        .read(
            handle ->
                handle
                    .createQuery(
                        "SELECT article_id, count(*) AS n FROM event e WHERE e.current = 1"
                            + " AND e.article_id IN (<articles>) GROUP BY article_id")
                    .bindList("articles", articles)
                    .map((rs, c) -> Map.entry(rs.getLong("article_id"), rs.getLong("n")))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** What events are counted by. */
  public enum Facet {
    TYPE,
    QUAD,
    STATUS,
    ACTOR,
    RECIPIENT,
    COUNTRY,
    RULE
  }

  /** One value and how many events have it. */
  public record Count(String value, long events) {}

  /** The most frequent values among the events found, most frequent first. */
  public List<Count> counts(Query query, Facet facet, int limit) {
    Filter filter = events(query);
    String column = "e." + facet.name().toLowerCase(Locale.ROOT);
    return archive
        .database()
        .read(
            handle ->
                filter
                    .bind(
                        handle.createQuery(
                            "SELECT "
                                + column
                                + " AS value, count(*) AS n FROM event e WHERE "
                                + filter.sql()
                                + " GROUP BY "
                                + column
                                + " ORDER BY n DESC, value LIMIT "
                                + limit))
                    .map(
                        (rs, c) ->
                            new Count(
                                Optional.ofNullable(rs.getString("value")).orElse(""),
                                rs.getLong("n")))
                    .list());
  }
}
