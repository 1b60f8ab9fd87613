package org.demarche.press.crawl;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.demarche.press.page.Item;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * A web archive in WARC 1.0 or 1.1 (ISO 28500), plain or gzip by record, as Common Crawl publishes
 * them. One record is in memory at a time, and of it no more than the limit.
 */
public final class WarcFile {
  /** Bytes of the largest page that is read, unpacked. */
  public static final int PAGE_BYTES = 10 << 20;

  private final Path file;

  public WarcFile(Path file) {
    this.file = file;
  }

  /** Whether a file's name says that it is a web archive. */
  public static boolean is(Path file) {
    return file.getFileName().toString().matches("(?i).*\\.warc(\\.gz)?");
  }

  /**
   * Reads all records from a byte on.
   *
   * @param from where a record begins
   * @param sink takes each item, and where the next record begins; -1 at the end of the file
   */
  public void read(long from, BiConsumer<Item<CrawledPage>, Long> sink) {
    try (WarcItems items = items(from)) {
      while (items.hasNext()) {
        Item<CrawledPage> item = items.next();
        sink.accept(item, items.hasNext() ? items.at() : -1L);
      }
    }
  }

  /**
   * The records from a byte on, one at a time; to be closed.
   *
   * @param from where a record begins
   */
  public WarcItems items(long from) {
    return new WarcItems(file, from);
  }

  static Item<CrawledPage> item(WarcRecord record) {
    if (!(record instanceof WarcResponse response)) {
      return new Item.LeftOut<>(record.id().toString(), "not a page's record");
    }
    String url = response.target();
    try {
      HttpResponse http = response.http();
      if (http.status() != 200) {
        return new Item.LeftOut<>(url, "an answer without a page");
      }
      MediaType type = http.contentType();
      if (!type.base().equals(MediaType.HTML)
          && !type.base().toString().equals("application/xhtml+xml")) {
        return new Item.LeftOut<>(url, "not HTML");
      }
      byte[] bytes = http.bodyDecoded().stream().readNBytes(PAGE_BYTES + 1);
      if (bytes.length > PAGE_BYTES) {
        return new Item.Failed<>(url, "too large", "more than " + (PAGE_BYTES >> 20) + " MB");
      }
      Optional<String> charset = Optional.ofNullable(type.parameters().get("charset"));
      Optional<Instant> fetched = Optional.of(response.date());
      return new Item.Read<>(new CrawledPage(url, bytes, charset, Optional.of(url), fetched));
    } catch (IOException | RuntimeException e) {
      return new Item.Failed<>(url, "broken record", String.valueOf(e.getMessage()));
    }
  }
}
