package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.Moments;
import org.springframework.stereotype.Component;

/** What has changed since, in the order in which it changed. Thread-safe. */
@Component
final class Changes {
  /** What changed is dated when it begins to be written; so long it may take to be seen. */
  private static final Duration SLOW = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;

  Changes(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Numbers of what changed, and where the next page begins. */
  record Page(List<Long> ids, Optional<Cursor> next) {}

  /** Articles, by a condition on {@code article a}. */
  Page articles(Filter filter, Instant after, int limit, String cursor) {
    return page(
        "article-changes",
        "SELECT a.id, a.changed FROM article a",
        "a",
        filter,
        after,
        limit,
        cursor);
  }

  /** Events that count, of articles that changed, by a condition on {@code event e}. */
  Page events(Filter filter, Instant after, int limit, String cursor) {
    return page(
        "event-changes",
        "SELECT e.id, a.changed FROM event e JOIN article a ON a.id = e.article_id",
        "e",
        filter,
        after,
        limit,
        cursor);
  }

  private Page page(
      String list,
      String select,
      String table,
      Filter filter,
      Instant after,
      int limit,
      String cursor) {
    record Row(long id, String changed) {}
    Optional<String> from = Cursor.after(list, cursor);
    Filter changed =
        from.map(f -> f.split("_", 2))
            .map(
                f -> {
                  if (f.length < 2 || !f[1].matches("\\d{1,18}")) {
                    throw Cursor.wrong();
                  }
                  return new Filter(
                      "(a.changed, " + table + ".id) > (?, ?)",
                      List.<Object>of(f[0], Long.valueOf(f[1])));
                })
            .orElse(new Filter("a.changed > ?", List.of(Moments.text(after))));
    Filter all = filter.and(changed);
    List<Row> rows =
        database.read(
            h ->
                all.bind(
                        h.createQuery(
                            select
                                + " WHERE "
                                + all.sql()
                                + " ORDER BY a.changed, "
                                + table
                                + ".id LIMIT "
                                + limit))
                    .map((rs, c) -> new Row(rs.getLong(1), rs.getString(2)))
                    .list());
    return new Page(
        rows.stream().map(Row::id).toList(),
        rows.size() < limit
            ? Optional.empty()
            : Optional.of(
                new Cursor(list, rows.get(limit - 1).changed() + "_" + rows.get(limit - 1).id())));
  }

  /** What to ask for the next time, once all pages are read. */
  ObjectNode until() {
    return Answers.object().put("until", Moments.text(clock.instant().minus(SLOW)));
  }

  /** How many events that count articles have. */
  Map<Long, Long> eventsOf(List<Long> articles) {
    if (articles.isEmpty()) {
      return Map.of();
    }
    return database.read(
        h ->
            h.createQuery(
                    "SELECT article_id, count(*) AS n FROM event WHERE current = 1"
                        + " AND article_id IN (<articles>) GROUP BY article_id")
                .bindList("articles", articles)
                .map((rs, c) -> Map.entry(rs.getLong("article_id"), rs.getLong("n")))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }
}
