package org.demarche.archive.export;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Status;
import org.demarche.coder.time.DayRange;

/**
 * An event with what other formats want to know of its article.
 *
 * @param id number of the event in the archive or, without one, in the file
 * @param run what coded it
 */
public record Report(long id, Event event, Piece piece, Run run) {
  /** Types that are acts of words about an act that has not taken place. */
  private static final Set<String> OF_INTENT = Set.of("AGREE", "REQUEST", "REJECT", "THREATEN");

  public Report {
    Objects.requireNonNull(event);
    Objects.requireNonNull(piece);
    Objects.requireNonNull(run);
  }

  /**
   * Whether it may stand in a format that has no column for the status: an act that took place, or
   * the promise, demand, threat or refusal of one; nothing denied or conditional.
   */
  public boolean counts() {
    Status status = event.status();
    boolean said = status != Status.DENIED && status != Status.CONDITIONAL;
    return status.isFact() || (said && OF_INTENT.contains(event.type()));
  }

  /** The first day of the event's date; the day of publication where it has none. */
  public Optional<LocalDate> day() {
    return event.date().date().flatMap(DayRange::of).map(DayRange::first).or(piece::published);
  }
}
