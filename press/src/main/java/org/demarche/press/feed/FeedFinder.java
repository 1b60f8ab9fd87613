package org.demarche.press.feed;

import java.net.URI;
import java.util.Optional;
import org.demarche.press.fetch.Fetched;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.fetch.Validators;

/** Looks at an address that somebody gives as a feed's. */
public final class FeedFinder {
  private FeedFinder() {}

  /** The address is not of the open internet, and may be fetched only where that is allowed. */
  public static final class PrivateAddressException extends FeedException {
    private static final long serialVersionUID = 1;

    PrivateAddressException(String message) {
      super(message);
    }
  }

  /**
   * The feed at an address; where it is a page, the feed that it names.
   *
   * @throws FeedException in words, where there is none
   */
  public static Subscription find(URI address, Fetcher fetcher) throws FeedException {
    return find(address, fetcher, true);
  }

  private static Subscription find(URI address, Fetcher fetcher, boolean maybePage)
      throws FeedException {
    Fetched fetched = fetcher.fetch(address, Validators.NONE);
    if (fetched instanceof Fetched.Failed failed) {
      throw failed.kind() == Fetched.Kind.PRIVATE_ADDRESS
          ? new PrivateAddressException(failed.why())
          : new FeedException(failed.why());
    }
    Fetched.Page page = (Fetched.Page) fetched;
    try {
      FeedDocument feed = FeedParser.parse(page);
      return Subscription.of(page.moved() ? page.address() : address, feed.title());
    } catch (FeedException e) {
      Optional<URI> named = maybePage ? FeedParser.discover(page) : Optional.empty();
      if (named.isEmpty()) {
        throw e;
      }
      return find(named.get(), fetcher, false);
    }
  }
}
