package org.demarche.desk.article;

import java.util.List;
import java.util.Objects;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.Database;
import org.demarche.archive.store.Filter;
import org.springframework.stereotype.Component;

/** How articles belong together: translations, reprints, versions. Thread-safe. */
@Component
public final class ArticleLinks {
  private final Database database;
  private final Archive archive;

  public ArticleLinks(Database database, Archive archive) {
    this.database = database;
    this.archive = archive;
  }

  /**
   * Another article and what it is to this one.
   *
   * @param kind {@code original}, {@code translation}, {@code reprint} or {@code version}; the end
   *     of a message key
   */
  public record Related(ArticleHead article, String kind) {
    public Related {
      Objects.requireNonNull(article);
      Objects.requireNonNull(kind);
    }
  }

  /** Notes that an article is a translation of another. */
  public void isTranslation(long article, long original) {
    database.write(
        h ->
            h.execute(
                "INSERT INTO article_link (article_id, other_id, kind) VALUES (?, ?, 'translation')"
                    + " ON CONFLICT DO NOTHING",
                article,
                original));
  }

  /** The articles that belong to this one, originals first. */
  public List<Related> of(long article) {
    record Link(long other, String kind) {}
    List<Link> links =
        database.read(
            h ->
                h.createQuery(
                        "SELECT other_id AS other, CASE kind WHEN 'translation' THEN 'original'"
                            + " WHEN 'reprint' THEN 'original' ELSE kind END AS kind"
                            + " FROM article_link WHERE article_id = ?"
                            + " UNION SELECT article_id AS other, kind FROM article_link"
                            + " WHERE other_id = ? ORDER BY kind, other")
                    .bind(0, article)
                    .bind(1, article)
                    .map((rs, c) -> new Link(rs.getLong("other"), rs.getString("kind")))
                    .list());
    return links.stream()
        .flatMap(
            link ->
                archive.newestArticles(new Filter("a.id = ?", List.of(link.other())), 1).stream()
                    .map(head -> new Related(head, link.kind())))
        .toList();
  }
}
