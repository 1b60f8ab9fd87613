package org.demarche.press.feed;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.press.fetch.Validators;

/**
 * A feed that is followed.
 *
 * @param title empty where it is not known
 * @param validators of the last answer
 * @param pulled when it was last read without failure
 * @param notBefore until when its server wants to be left alone
 * @param problem why it could not be read last time
 * @param seen hashes of the entries already read, oldest first
 */
public record Subscription(
    URI address,
    String title,
    Validators validators,
    Optional<Instant> pulled,
    Optional<Instant> notBefore,
    Optional<String> problem,
    List<String> seen) {
  public Subscription {
    Objects.requireNonNull(address);
    Objects.requireNonNull(title);
    Objects.requireNonNull(validators);
    Objects.requireNonNull(pulled);
    Objects.requireNonNull(notBefore);
    Objects.requireNonNull(problem);
    seen = List.copyOf(seen);
  }

  /** A feed not read yet. */
  public static Subscription of(URI address, String title) {
    return new Subscription(
        address,
        title,
        Validators.NONE,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  Subscription failed(String why, Optional<Instant> until) {
    return new Subscription(address, title, validators, pulled, until, Optional.of(why), seen);
  }

  Subscription unchanged(Instant now) {
    return new Subscription(
        address, title, validators, Optional.of(now), Optional.empty(), Optional.empty(), seen);
  }
}
