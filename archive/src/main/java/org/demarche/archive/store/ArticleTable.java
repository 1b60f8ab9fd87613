package org.demarche.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.duplicate.Addresses;
import org.demarche.press.page.PressArticle;
import org.jdbi.v3.core.Handle;

/** Articles, their versions and the way they came. */
final class ArticleTable {
  /** What {@link #head} reads; {@code v} is the version meant. */
  static final String HEAD =
      "a.id AS article_id, a.key AS article_key, v.number, a.title, a.language, a.published AS"
          + " article_published, a.url, a.source, a.via";

  /** What {@link #article} reads besides. */
  static final String VERSION = "v.id AS version_id, v.added AS version_added, v.page, v.text";

  private static final String VIA = "\n";

  private final Dialect dialect;
  private final StoredJson json;

  ArticleTable(Dialect dialect, StoredJson json) {
    this.dialect = dialect;
    this.json = json;
  }

  /** A version that was there or has been written. */
  record Version(long article, String key, long id, int number, Added.Change change) {}

  /** Its address, cleaned; where it has none, where it was read from. */
  static String key(PressArticle page) {
    return url(page).map(Addresses::clean).orElse(page.article().id());
  }

  static Optional<String> url(PressArticle page) {
    List<Hop> hops = page.article().provenance().hops();
    return page.canonical()
        .or(() -> hops.isEmpty() ? Optional.empty() : hops.get(hops.size() - 1).url());
  }

  /** What makes a version: what it says, not how it came. */
  String contentHash(PressArticle page) {
    Article a = page.article();
    return EventKeys.hash(
        json.write(
            List.of(
                a.title(),
                a.byline(),
                page.lead(),
                a.language(),
                published(page).map(Object::toString).orElse(""),
                page.rights().orElse(""),
                page.credit().orElse(""),
                a.text(),
                a.parties())));
  }

  private static Optional<LocalDate> published(PressArticle page) {
    return page.article().published().or(() -> page.published().map(m -> m.day()));
  }

  /** The newest version, where the archive has one that says the same. */
  Optional<Version> known(Handle handle, PressArticle page) {
    String hash = contentHash(page);
    return newest(handle, page, hash).filter(v -> v.change() == Added.Change.UNCHANGED);
  }

  /**
   * The newest version of the article; changed where it says something else. What has no address is
   * known by its text as well, since a file may be read by another path.
   */
  private Optional<Version> newest(Handle handle, PressArticle page, String hash) {
    String select =
        "SELECT a.id, a.key, v.id AS version_id, v.number, v.content_hash FROM article a"
            + " JOIN article_version v ON v.article_id = a.id AND v.number = a.version WHERE ";
    Optional<Version> byKey =
        handle
            .createQuery(select + "a.key = ?")
            .bind(0, key(page))
            .map((rs, c) -> version(rs, hash))
            .findFirst();
    if (byKey.isPresent() || url(page).isPresent()) {
      return byKey;
    }
    return handle
        .createQuery(select + "v.content_hash = ? AND a.url IS NULL ORDER BY a.id")
        .bind(0, hash)
        .map((rs, c) -> version(rs, hash))
        .findFirst();
  }

  private static Version version(ResultSet rs, String hash) throws SQLException {
    return new Version(
        rs.getLong("id"),
        rs.getString("key"),
        rs.getLong("version_id"),
        rs.getInt("number"),
        rs.getString("content_hash").equals(hash)
            ? Added.Change.UNCHANGED
            : Added.Change.NEW_VERSION);
  }

  /** Writes what is not there yet. */
  Version put(Handle handle, PressArticle page, Instant now) {
    String hash = contentHash(page);
    Optional<Version> newest = newest(handle, page, hash);
    if (newest.isPresent() && newest.get().change() == Added.Change.UNCHANGED) {
      return newest.get();
    }
    int number = newest.map(v -> v.number() + 1).orElse(1);
    String key = newest.map(Version::key).orElse(key(page));
    long article = newest.map(Version::article).orElseGet(() -> insert(handle, key, now));
    long version =
        handle
            .createQuery(
                "INSERT INTO article_version (article_id, number, content_hash, added, text, page)"
                    + " VALUES (?, ?, ?, ?, ?, ?) RETURNING id")
            .bind(0, article)
            .bind(1, number)
            .bind(2, hash)
            .bind(3, Moments.text(now))
            .bind(4, page.article().text())
            .bind(5, json.withoutText(page))
            .mapTo(Long.class)
            .one();
    hops(handle, version, page.article().provenance().hops());
    update(handle, article, number, page, now);
    index(handle, article, page);
    return new Version(
        article,
        key,
        version,
        number,
        newest.isPresent() ? Added.Change.NEW_VERSION : Added.Change.NEW_ARTICLE);
  }

  private static long insert(Handle handle, String key, Instant now) {
    return handle
        .createQuery(
            "INSERT INTO article (key, version, added, changed, title, language,"
                + " published, source, via) VALUES (?, 0, ?, ?, '', '', '', '', '') RETURNING id")
        .bind(0, key)
        .bind(1, Moments.text(now))
        .bind(2, Moments.text(now))
        .mapTo(Long.class)
        .one();
  }

  private static void update(
      Handle handle, long article, int number, PressArticle page, Instant now) {
    List<Outlet> way = page.article().provenance().hops().stream().map(Outlet::of).toList();
    handle
        .createUpdate(
            "UPDATE article SET version = ?, changed = ?, title = ?, language = ?, published = ?,"
                + " url = ?, source = ?, via = ?, original = coalesce(original, id) WHERE id = ?")
        .bind(0, number)
        .bind(1, Moments.text(now))
        .bind(2, page.article().title())
        .bind(3, page.article().language())
        .bind(4, published(page).map(Object::toString).orElse(""))
        .bind(5, url(page).orElse(null))
        .bind(6, way.isEmpty() ? "" : way.get(0).shown())
        .bind(7, String.join(VIA, way.stream().skip(1).map(Outlet::shown).toList()))
        .bind(8, article)
        .execute();
  }

  private static void hops(Handle handle, long version, List<Hop> hops) {
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      handle
          .createUpdate(
              "INSERT INTO hop (version_id, position, host, name_key, name, url, date, rights)"
                  + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
          .bind(0, version)
          .bind(1, i)
          .bind(2, Outlet.of(hop).host())
          .bind(3, Outlet.of(hop).nameKey())
          .bind(4, hop.name())
          .bind(5, hop.url().orElse(null))
          .bind(6, hop.date().orElse(null))
          .bind(7, hop.rights().orElse(null))
          .execute();
    }
  }

  private void index(Handle handle, long article, PressArticle page) {
    String title = FullText.words(page.article().title());
    String text = FullText.words(page.lead() + "\n" + page.article().text());
    String sql =
        switch (dialect) {
          case SQLITE ->
              "INSERT OR REPLACE INTO article_text (rowid, title, text) VALUES (?, ?, ?)";
          case POSTGRESQL ->
              "INSERT INTO article_text (id, vector) VALUES (?,"
                  + " setweight(to_tsvector('demarche', ?), 'A')"
                  + " || to_tsvector('demarche', ?))"
                  + " ON CONFLICT (id) DO UPDATE SET vector = excluded.vector";
        };
    handle.createUpdate(sql).bind(0, article).bind(1, title).bind(2, text).execute();
  }

  /** One version as it was read; {@code rs} has {@link #VERSION} too. */
  StoredArticle article(ResultSet rs) throws SQLException {
    return new StoredArticle(
        head(rs),
        rs.getLong("version_id"),
        Instant.parse(rs.getString("version_added")),
        json.page(rs.getString("page"), rs.getString("text")));
  }

  static ArticleHead head(ResultSet rs) throws SQLException {
    String via = rs.getString("via");
    return new ArticleHead(
        rs.getLong("article_id"),
        rs.getString("article_key"),
        rs.getInt("number"),
        rs.getString("title"),
        rs.getString("language"),
        Optional.of(rs.getString("article_published"))
            .filter(day -> !day.isEmpty())
            .map(LocalDate::parse),
        Optional.ofNullable(rs.getString("url")),
        rs.getString("source"),
        via.isEmpty() ? List.of() : Arrays.asList(via.split(VIA)));
  }
}
