package org.demarche.press.crawl;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One page of a crawl.
 *
 * @param id its address, of a page in a folder the file
 * @param bytes as they came, unpacked
 * @param charset the character set that the server named
 * @param fetched when it was crawled
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
public record CrawledPage(
    String id,
    byte[] bytes,
    Optional<String> charset,
    Optional<String> url,
    Optional<Instant> fetched) {
  public CrawledPage {
    Objects.requireNonNull(id);
    Objects.requireNonNull(bytes);
    Objects.requireNonNull(charset);
    Objects.requireNonNull(url);
    Objects.requireNonNull(fetched);
  }
}
