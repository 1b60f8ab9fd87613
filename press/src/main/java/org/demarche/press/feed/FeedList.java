package org.demarche.press.feed;

import java.net.URI;
import java.util.List;

/** Where the feeds that are followed are kept. */
public interface FeedList {
  /** All of them, in the order they were added. */
  List<Subscription> all();

  /** Adds a feed; false where it is followed already, which changes nothing. */
  boolean add(Subscription feed);

  /** Removes a feed; false where there is none at that address. */
  boolean remove(URI address);
}
