package org.demarche.desk.follow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

/**
 * How a saved search is told by daily letters.
 *
 * @param hour of the reader's day, 0 to 23
 * @param since nothing that came in before is told
 * @param sentUntil what came in until then has been told
 * @param nextDue when a letter is due or, after a failure, tried again
 * @param failures letters that could not be sent in a row
 * @param lastError why the last one could not be sent
 * @param interrupted when the last letter was begun, where nobody knows whether it left
 */
public record Digest(
    int hour,
    ZoneId zone,
    Instant since,
    Instant sentUntil,
    Instant nextDue,
    Optional<Instant> lastSent,
    int failures,
    Optional<String> lastError,
    Optional<Instant> interrupted) {
  public Digest {
    Objects.requireNonNull(zone);
    Objects.requireNonNull(since);
    Objects.requireNonNull(sentUntil);
    Objects.requireNonNull(nextDue);
    Objects.requireNonNull(lastSent);
    Objects.requireNonNull(lastError);
    Objects.requireNonNull(interrupted);
  }
}
