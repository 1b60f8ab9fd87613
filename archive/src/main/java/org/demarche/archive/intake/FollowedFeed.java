package org.demarche.archive.intake;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.demarche.press.feed.Subscription;

/**
 * A feed of an archive.
 *
 * @param subscription where it is and what has been read of it
 * @param rights what is said of the rights in articles that say nothing of them; empty for nothing
 * @param minutes between two readings
 * @param enabled whether it is read at all
 * @param next when it is to be read next; empty for at once
 * @param failures how often in a row it could not be read
 * @param articles how many came through it
 */
public record FollowedFeed(
    long id,
    Subscription subscription,
    String rights,
    int minutes,
    boolean enabled,
    Optional<Instant> next,
    int failures,
    long articles) {
  public FollowedFeed {
    Objects.requireNonNull(subscription);
    Objects.requireNonNull(rights);
    Objects.requireNonNull(next);
  }

  /** Its title, or where it has none its address. */
  public String name() {
    return subscription.title().isEmpty()
        ? subscription.address().toString()
        : subscription.title();
  }
}
