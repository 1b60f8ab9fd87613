package org.demarche.desk.front;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Database;
import org.jdbi.v3.core.statement.Query;
import org.springframework.stereotype.Component;

/** Lists of articles: the latest, the most read, the most discussed. Thread-safe. */
@Component
public final class FrontPages {
  /** What counts as read or discussed now. */
  public static final Duration RECENT = Duration.ofDays(30);

  private static final String COUNTS =
      "SELECT a.id, a.title, a.source, a.published, a.language,"
          + " (SELECT count(*) FROM event e WHERE e.article_id = a.id AND e.current = 1) AS events,"
          + " (SELECT count(*) FROM comment c WHERE c.article_id = a.id AND c.deleted IS NULL)"
          + " AS comments,"
          + " (SELECT COALESCE(sum(v.views), 0) FROM article_view v WHERE v.article_id = a.id)"
          + " AS views,"
          + " (SELECT COALESCE(sum(r.value), 0) FROM rating r WHERE r.article_id = a.id) AS rating,"
          + " (SELECT max(c.created) FROM comment c WHERE c.article_id = a.id"
          + " AND c.deleted IS NULL) AS last_comment FROM article a ";

  private final Database database;
  private final Clock clock;

  public FrontPages(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * An article in a list.
   *
   * @param lastComment when it was last discussed
   */
  public record Item(
      long id,
      String title,
      String source,
      Optional<LocalDate> published,
      String language,
      long events,
      long comments,
      long views,
      long rating,
      Optional<Instant> lastComment) {}

  /** Those published last, reprints left out. */
  public List<Item> latest(int limit) {
    return items(
        COUNTS
            + "WHERE a.original IS NULL OR a.original = a.id"
            + " ORDER BY a.published DESC, a.id DESC LIMIT ?",
        limit);
  }

  /** Those looked at most within the last thirty days. */
  public List<Item> mostRead(int limit) {
    String since = LocalDate.ofInstant(clock.instant().minus(RECENT), ZoneOffset.UTC).toString();
    return items(
        COUNTS
            + "JOIN (SELECT article_id, sum(views) AS n FROM article_view WHERE day >= ?"
            + " GROUP BY article_id) read ON read.article_id = a.id"
            + " ORDER BY read.n DESC, a.id DESC LIMIT ?",
        since,
        limit);
  }

  /** Those with most comments within the last thirty days. */
  public List<Item> mostDiscussed(int limit) {
    String since = org.demarche.archive.store.Moments.text(clock.instant().minus(RECENT));
    return items(
        COUNTS
            + "JOIN (SELECT article_id, count(*) AS n FROM comment WHERE created >= ?"
            + " AND deleted IS NULL GROUP BY article_id) said ON said.article_id = a.id"
            + " ORDER BY said.n DESC, a.id DESC LIMIT ?",
        since,
        limit);
  }

  /** Discussions, those with the latest comment first. */
  public List<Item> discussions(int limit) {
    return items(
        COUNTS
            + "JOIN (SELECT article_id, max(created) AS latest FROM comment WHERE deleted IS NULL"
            + " GROUP BY article_id) said ON said.article_id = a.id"
            + " ORDER BY said.latest DESC LIMIT ?",
        limit);
  }

  private List<Item> items(String sql, Object... values) {
    return database.read(
        h -> {
          Query query = h.createQuery(sql);
          for (int i = 0; i < values.length; i++) {
            query.bind(i, values[i]);
          }
          return query.map((rs, c) -> item(rs)).list();
        });
  }

  private static Item item(ResultSet rs) throws SQLException {
    String published = rs.getString("published");
    return new Item(
        rs.getLong("id"),
        rs.getString("title"),
        rs.getString("source"),
        published.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(published)),
        rs.getString("language"),
        rs.getLong("events"),
        rs.getLong("comments"),
        rs.getLong("views"),
        rs.getLong("rating"),
        Optional.ofNullable(rs.getString("last_comment")).map(Instant::parse));
  }
}
