package org.demarche.press.feed;

import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a feed.
 *
 * @param id the entry's own id, else its address; unique within the feed
 * @param page the article's address
 * @param title plain text, empty where there is none
 * @param html the text that the feed itself carries, whole or a summary; empty where it has none
 */
public record FeedItem(
    String id, Optional<URI> page, String title, Optional<Instant> published, String html) {
  public FeedItem {
    Objects.requireNonNull(id);
    Objects.requireNonNull(page);
    Objects.requireNonNull(title);
    Objects.requireNonNull(published);
    Objects.requireNonNull(html);
  }
}
