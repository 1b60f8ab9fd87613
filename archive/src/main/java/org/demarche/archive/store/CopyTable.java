package org.demarche.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.duplicate.Addresses;
import org.demarche.press.duplicate.Copy;
import org.demarche.press.duplicate.DuplicateFinder;
import org.demarche.press.duplicate.DuplicateIndex;
import org.demarche.press.duplicate.Placement;
import org.demarche.press.duplicate.Sketch;
import org.demarche.press.page.PressArticle;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Finds which articles are reprints of others, and keeps it. */
final class CopyTable {
  /** A key of more articles than this is a standing phrase and tells nothing. */
  private static final int STANDING = 500;

  /** Looks for the article among the others, notes what it is a reprint of, and keeps it. */
  void put(Handle handle, long article, PressArticle page) {
    Copy copy = copy(article, page);
    Placement placement = new DuplicateFinder(new Index(handle)).add(copy);
    if (placement.kind() == Placement.Kind.VERSION) {
      join(handle, article, Long.parseLong(placement.of()), "version");
    } else if (placement.kind() == Placement.Kind.REPRINT) {
      join(handle, article, original(handle, Long.parseLong(placement.of())), "reprint");
    }
    for (String reprint : placement.reprints()) {
      long id = Long.parseLong(reprint);
      long original = original(handle, id);
      // One that has another original, which is not among these, keeps it.
      if (original == id || placement.reprints().contains(Long.toString(original))) {
        join(handle, original, original(handle, article), "reprint");
      }
    }
  }

  /**
   * From now on an article, and all that went back to it, goes back to what another goes back to.
   */
  private static void join(Handle handle, long article, long of, String kind) {
    long root = original(handle, of);
    if (article == of || original(handle, article) == root) {
      return;
    }
    handle.execute(
        "INSERT INTO article_link (article_id, other_id, kind)"
            + " SELECT article_id, ?, kind FROM article_link WHERE other_id = ? AND kind = 'reprint'"
            + " ON CONFLICT DO NOTHING",
        root,
        article);
    handle.execute(
        "DELETE FROM article_link WHERE kind = 'reprint' AND (other_id = ? OR article_id = ?)",
        article,
        article);
    handle.execute(
        "INSERT INTO article_link (article_id, other_id, kind) VALUES (?, ?, ?)"
            + " ON CONFLICT DO NOTHING",
        article,
        of,
        kind);
    handle.execute(
        "UPDATE article SET original = ? WHERE id = ? OR original = ?", root, article, article);
  }

  private static long original(Handle handle, long article) {
    return handle
        .createQuery("SELECT original FROM article WHERE id = ?")
        .bind(0, article)
        .mapTo(Long.class)
        .one();
  }

  private static Copy copy(long article, PressArticle page) {
    List<Hop> hops = page.article().provenance().hops();
    Optional<String> url = ArticleTable.url(page);
    return new Copy(
        Long.toString(article),
        url.map(Addresses::clean),
        url.map(Addresses::outlet)
            .orElse(hops.isEmpty() ? "" : Outlet.of(hops.get(hops.size() - 1)).nameKey()),
        page.credit().orElse(hops.size() > 1 ? hops.get(0).name() : ""),
        page.article().title(),
        published(page),
        Sketch.of(page.article().text()));
  }

  /** The moment of publication; the start of the day where no more is known. */
  private static Optional<Instant> published(PressArticle page) {
    return page.published()
        .map(
            m ->
                m.day()
                    .atTime(m.time().orElse(LocalTime.MIDNIGHT))
                    .toInstant(m.zone().orElse(ZoneOffset.UTC)))
        .or(
            () ->
                page.article()
                    .published()
                    .map(day -> day.atStartOfDay().toInstant(ZoneOffset.UTC)));
  }

  /** The tables {@code sketch} and {@code sketch_key}. */
  private record Index(Handle handle) implements DuplicateIndex {
    @Override
    public Optional<Copy> at(String address) {
      return handle
          .createQuery("SELECT * FROM sketch WHERE address = ? ORDER BY article_id DESC LIMIT 1")
          .bind(0, address)
          .map((rs, c) -> copy(rs))
          .findOne();
    }

    @Override
    public List<Copy> sharing(LongStream keys, int limit) {
      List<Long> wanted = keys.boxed().toList();
      if (wanted.isEmpty()) {
        return List.of();
      }
      Map<Long, List<Long>> byKey =
          handle
              .createQuery("SELECT hash, article_id FROM sketch_key WHERE hash IN (<keys>)")
              .bindList("keys", wanted)
              .map((rs, c) -> Map.entry(rs.getLong(1), rs.getLong(2)))
              .collect(
                  Collectors.groupingBy(
                      Map.Entry::getKey,
                      Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
      Map<Long, Integer> shared = new HashMap<>();
      byKey.values().stream()
          .filter(ids -> ids.size() <= STANDING)
          .forEach(ids -> ids.forEach(id -> shared.merge(id, 1, Integer::sum)));
      return shared.entrySet().stream()
          .sorted(
              Map.Entry.<Long, Integer>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(limit)
          .map(entry -> byId(entry.getKey()))
          .toList();
    }

    private Copy byId(long id) {
      return handle
          .createQuery("SELECT * FROM sketch WHERE article_id = ?")
          .bind(0, id)
          .map((rs, c) -> copy(rs))
          .one();
    }

    private static Copy copy(ResultSet rs) throws SQLException {
      return new Copy(
          rs.getString("article_id"),
          Optional.ofNullable(rs.getString("address")),
          rs.getString("outlet"),
          rs.getString("credit"),
          rs.getString("title"),
          Optional.ofNullable(rs.getString("published")).map(Instant::parse),
          Sketch.ofBytes(rs.getBytes("hashes")));
    }

    @Override
    public void keep(Copy copy) {
      long id = Long.parseLong(copy.id());
      handle.execute("DELETE FROM sketch_key WHERE article_id = ?", id);
      handle.execute("DELETE FROM sketch WHERE article_id = ?", id);
      handle.execute(
          "INSERT INTO sketch (article_id, address, outlet, credit, title, published, hashes)"
              + " VALUES (?, ?, ?, ?, ?, ?, ?)",
          id,
          copy.address().orElse(null),
          copy.outlet(),
          copy.credit(),
          copy.title(),
          copy.published().map(Moments::text).orElse(null),
          copy.sketch().bytes());
      PreparedBatch keys =
          handle.prepareBatch("INSERT INTO sketch_key (hash, article_id) VALUES (?, ?)");
      copy.sketch().keys().distinct().forEach(key -> keys.add(key, id));
      if (keys.size() > 0) {
        keys.execute();
      }
    }
  }
}
