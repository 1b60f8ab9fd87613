package org.demarche.press.fetch;

import java.time.Duration;
import java.util.Objects;

/**
 * What a fetch may cost, and where it may go.
 *
 * @param agent the name given to servers, and looked for in {@code robots.txt}
 * @param bytes the most that is read of one answer, unpacked
 * @param time the most that one request may take, redirects apart
 * @param redirects how many are followed
 * @param delay the least time between two requests to one host
 * @param patience the longest wait for a host that asks to come back later; a longer one is a
 *     failure
 * @param attempts how often a request is made that a server cannot answer now
 * @param privateAddresses whether addresses are fetched that are not of the open internet
 */
public record FetchLimits(
    String agent,
    int bytes,
    Duration time,
    int redirects,
    Duration delay,
    Duration patience,
    int attempts,
    boolean privateAddresses) {
  private static final int MEGABYTE = 1 << 20;

  public static final FetchLimits USUAL =
      new FetchLimits(
          "Demarche",
          20 * MEGABYTE,
          Duration.ofSeconds(30),
          5,
          Duration.ofSeconds(1),
          Duration.ofSeconds(20),
          3,
          false);

  public FetchLimits {
    Objects.requireNonNull(agent);
    Objects.requireNonNull(time);
    Objects.requireNonNull(delay);
    Objects.requireNonNull(patience);
  }

  /** The same limits, with private addresses allowed or not. */
  public FetchLimits privateAddresses(boolean allowed) {
    return new FetchLimits(agent, bytes, time, redirects, delay, patience, attempts, allowed);
  }
}
