package org.demarche.press.feed;

import java.util.List;
import java.util.Objects;

/** A feed as it was at one time: its title (empty where it has none) and its entries. */
public record FeedDocument(String title, List<FeedItem> items) {
  public FeedDocument {
    Objects.requireNonNull(title);
    items = List.copyOf(items);
  }
}
