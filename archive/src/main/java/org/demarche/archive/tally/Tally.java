package org.demarche.archive.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.place.Place;
import org.jdbi.v3.core.mapper.RowMapper;

/**
 * Counts what a query finds, in the database. Facets count rows, as lists of results do; everything
 * else counts an event once, however many reports of it there are. What was counted is remembered
 * until the archive changes. Thread-safe.
 */
public final class Tally {
  private static final String QUADS =
      "sum(CASE WHEN x.quad = 1 THEN 1 ELSE 0 END) AS q1,"
          + " sum(CASE WHEN x.quad = 2 THEN 1 ELSE 0 END) AS q2,"
          + " sum(CASE WHEN x.quad = 3 THEN 1 ELSE 0 END) AS q3,"
          + " sum(CASE WHEN x.quad = 4 THEN 1 ELSE 0 END) AS q4,"
          + " count(*) AS n, sum(x.goldstein) AS goldstein, count(x.goldstein) AS rated";

  private final Archive archive;
  private final Search search;
  private final Memory memory;

  public Tally(Archive archive, Search search) {
    this.archive = archive;
    this.search = search;
    this.memory = new Memory(archive.database());
  }

  /** What a result rests on, beside the archive. */
  private record Key(String counted, Query query, Object further) {}

  /**
   * The values that the events of a query have, each with the number of events. All facets are
   * counted in one pass, so that what the query asks is looked up once.
   *
   * @param limit at most so many values of each facet
   */
  public Map<Facet, List<Facet.Count>> ofEvents(Query query, int limit) {
    return memory.recall(
        new Key("events", query, limit), Map.class, () -> countEvents(query, limit));
  }

  private Map<Facet, List<Facet.Count>> countEvents(Query query, int limit) {
    Filter filter = search.events(query);
    String sql =
        "SELECT "
            + Facet.OF_EVENTS.stream().map(Facet::column).collect(Collectors.joining(", "))
            // Crossed, so that SQLite begins with the events.
            + " FROM event e CROSS JOIN article a WHERE a.id = e.article_id AND "
            + filter.sql();
    return archive
        .database()
        .read(
            handle -> {
              FacetCounter counter = new FacetCounter();
              filter
                  .bind(handle.createQuery(sql))
                  .map((rs, c) -> counter.count(rs))
                  .forEach(n -> {});
              return counter.counts(limit);
            });
  }

  /**
   * The values that the articles of a query have, each with the number of articles.
   *
   * @param facet one of those of articles
   * @param limit at most so many values
   */
  public List<Facet.Count> ofArticles(Query query, Facet facet, int limit) {
    if (!facet.isOfArticle()) {
      throw new IllegalArgumentException("articles have no " + facet);
    }
    Filter filter = search.articlesWhere(query);
    String counted =
        "SELECT "
            + facet.column()
            + " AS value, count(*) AS n FROM article a WHERE "
            + filter.sql()
            + " GROUP BY 1";
    Map<String, Integer> counts = new HashMap<>();
    rows(counted, filter, (rs, c) -> Map.entry(rs.getString("value"), rs.getInt("n")))
        .forEach(e -> counts.put(e.getKey(), e.getValue()));
    return FacetCounter.most(facet, counts, limit);
  }

  /**
   * Cooperation and conflict over time.
   *
   * @param step the periods; empty for those that suit the time covered
   */
  public Timeline timeline(Query query, Optional<Step> step) {
    return memory.recall(
        new Key("timeline", query, step), Timeline.class, () -> countTimeline(query, step));
  }

  private Timeline countTimeline(Query query, Optional<Step> step) {
    Filter filter = search.events(query);
    String sql =
        "SELECT x.days, x.quad, count(*) AS n, sum(x.goldstein) AS goldstein,"
            + " count(x.goldstein) AS rated FROM ("
            + stories(
                "min(CASE WHEN e.first_day <> '' THEN e.first_day || e.last_day END) AS days",
                filter,
                "")
            + ") x GROUP BY x.days, x.quad";
    return Timeline.of(rows(sql, filter, (rs, c) -> dated(rs)), step);
  }

  private static Timeline.Dated dated(ResultSet rs) throws SQLException {
    Optional<String> days = Optional.ofNullable(rs.getString("days"));
    return new Timeline.Dated(
        days.map(d -> LocalDate.parse(d.substring(0, 10))),
        days.map(d -> LocalDate.parse(d.substring(10))).orElse(LocalDate.MIN),
        rs.getInt("quad"),
        rs.getLong("n"),
        rs.getDouble("goldstein"),
        rs.getLong("rated"));
  }

  /** One row for each event, however many reports of it there are. */
  private static String stories(String columns, Filter filter, String and) {
    return "SELECT "
        + columns
        + ", min(e.quad) AS quad, avg(e.goldstein) AS goldstein FROM event e WHERE "
        + filter.sql()
        + and
        + " GROUP BY e.story";
  }

  /**
   * Pairs of different actors, those with most events first.
   *
   * @param limit at most so many
   */
  public List<Pair> pairs(Query query, int limit) {
    return memory.recall(
        new Key("pairs", query, limit), List.class, () -> countPairs(query, limit));
  }

  private List<Pair> countPairs(Query query, int limit) {
    Filter filter = search.events(query);
    String sql =
        "SELECT CASE WHEN x.a < x.r THEN x.a ELSE x.r END AS one,"
            + " CASE WHEN x.a < x.r THEN x.r ELSE x.a END AS other, "
            + QUADS
            + " FROM ("
            + stories(
                "min(e.actor) AS a, min(e.recipient) AS r",
                filter,
                " AND e.actor <> '' AND e.recipient <> '' AND e.actor <> e.recipient")
            + ") x GROUP BY 1, 2 ORDER BY n DESC, one, other LIMIT "
            + limit;
    return rows(
        sql, filter, (rs, c) -> new Pair(rs.getString("one"), rs.getString("other"), sum(rs)));
  }

  /** What actors did to recipients, by type, most frequent first. */
  public List<Deed> deeds(Query query) {
    Filter filter = search.events(query);
    String sql =
        "SELECT x.a, x.r, x.type, min(x.quad) AS quad, count(*) AS n FROM ("
            + stories("min(e.actor) AS a, min(e.recipient) AS r, min(e.type) AS type", filter, "")
            + ") x GROUP BY x.a, x.r, x.type ORDER BY n DESC, x.a, x.r, x.type";
    return rows(
        sql,
        filter,
        (rs, c) ->
            new Deed(
                rs.getString("a"),
                rs.getString("r"),
                rs.getString("type"),
                rs.getInt("quad"),
                rs.getLong("n")));
  }

  /** By what events are put on a map. */
  public enum By {
    /** The country where the event took place. */
    PLACE("e.country"),
    ACTOR("e.actor"),
    RECIPIENT("e.recipient");

    private final String column;

    By(String column) {
      this.column = column;
    }

    /** The name as addresses and message keys have it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Events by country or actor, those with most first; where none is known they are left out. */
  public Map<String, Sum> byCode(Query query, By by) {
    return memory.recall(new Key("codes", query, by), Map.class, () -> countByCode(query, by));
  }

  private Map<String, Sum> countByCode(Query query, By by) {
    Filter filter = search.events(query);
    String sql =
        "SELECT x.code, "
            + QUADS
            + " FROM ("
            + stories("max(" + by.column + ") AS code", filter, " AND " + by.column + " <> ''")
            + ") x GROUP BY x.code ORDER BY n DESC, x.code";
    Map<String, Sum> sums = new LinkedHashMap<>();
    rows(sql, filter, (rs, c) -> Map.entry(rs.getString("code"), sum(rs)))
        .forEach(e -> sums.put(e.getKey(), e.getValue()));
    return Collections.unmodifiableMap(sums);
  }

  /**
   * The places with most events, whose coordinates are known; whole countries are none.
   *
   * @param limit at most so many are looked at
   */
  public List<Spot> spots(Query query, int limit) {
    return memory.recall(
        new Key("spots", query, limit), List.class, () -> countSpots(query, limit));
  }

  private List<Spot> countSpots(Query query, int limit) {
    record Found(long event, Sum sum) {}
    Filter filter = search.events(query);
    String sql =
        "SELECT max(x.id) AS id, "
            + QUADS
            + " FROM ("
            + stories(
                "max(e.id) AS id, max(e.country) AS country, max(e.place) AS place",
                filter,
                " AND e.place <> ''")
            + ") x GROUP BY x.country, x.place ORDER BY n DESC, id LIMIT "
            + limit;
    List<Found> found = rows(sql, filter, (rs, c) -> new Found(rs.getLong("id"), sum(rs)));
    if (found.isEmpty()) {
      return List.of();
    }
    Map<Long, Place> places = places(found.stream().map(Found::event).toList());
    return found.stream()
        .filter(f -> places.containsKey(f.event()))
        .map(f -> new Spot(places.get(f.event()), f.sum()))
        .toList();
  }

  private Map<Long, Place> places(List<Long> events) {
    String marks = events.stream().map(e -> "?").collect(Collectors.joining(", "));
    Map<Long, Place> places = new LinkedHashMap<>();
    for (StoredEvent event :
        archive.events(new Filter("e.id IN (" + marks + ")", List.copyOf(events)))) {
      event
          .event()
          .place()
          .place()
          .filter(p -> p.kind() != Place.Kind.COUNTRY && p.point().isPresent())
          .ifPresent(p -> places.put(event.id(), p));
    }
    return places;
  }

  private static Sum sum(ResultSet rs) throws SQLException {
    Sum.Adder adder = new Sum.Adder();
    long other = rs.getLong("n");
    for (int quad = 1; quad <= 4; quad++) {
      long events = rs.getLong("q" + quad);
      other -= events;
      adder.add(quad, events, 0, 0);
    }
    adder.add(0, other, rs.getDouble("goldstein"), rs.getLong("rated"));
    return adder.sum();
  }

  private <T> List<T> rows(String sql, Filter filter, RowMapper<T> row) {
    return archive.database().read(handle -> filter.bind(handle.createQuery(sql)).map(row).list());
  }
}
