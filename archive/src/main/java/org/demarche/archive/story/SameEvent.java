package org.demarche.archive.story;

import java.time.LocalDate;
import java.util.Optional;
import org.demarche.coder.time.DayRange;

/**
 * Whether two reports with the same type, actor and recipient are of the same event: told alike as
 * a fact or not, in the same mode where both have one, on days that go together, in words that go
 * together. The figures were set on one half of a labelled set and measured on the other, see
 * ARCHITECTURE.md.
 */
public final class SameEvent {
  /** How many days before an event's own day it can have been reported: time zones. */
  private static final int BEFORE = 1;

  /** How many days after it happened an undated report may come out. */
  private static final int AFTER = 3;

  /** Between two reports that do not say when. */
  private static final int APART = 2;

  /** Least share of the shorter report's words in the other one. */
  private static final double SHARE = 0.3;

  /** A period is no date to go by from so many days on. */
  private static final int LONG = 32;

  /**
   * How alike two reports are.
   *
   * @return from 0 to 1; empty where they are of two events
   */
  public Optional<Double> likeness(Report one, Report two) {
    boolean modes = one.mode().equals(two.mode()) || one.mode().isEmpty() || two.mode().isEmpty();
    if (!modes || one.fact() != two.fact() || !together(one, two)) {
      return Optional.empty();
    }
    double share = share(one, two);
    return share >= SHARE ? Optional.of(share) : Optional.empty();
  }

  private static double share(Report one, Report two) {
    int less = Math.min(one.words().size(), two.words().size());
    if (less == 0) {
      // Nothing but the parties and the predicate was said.
      return one.words().equals(two.words()) ? 1 : 0;
    }
    long common = one.words().stream().filter(two.words()::contains).count();
    return (double) common / less;
  }

  private static boolean together(Report one, Report two) {
    if (one.days().isEmpty() || two.days().isEmpty()) {
      return one.days().isEmpty() && two.days().isEmpty();
    }
    DayRange a = one.days().get();
    DayRange b = two.days().get();
    if (one.stated() && two.stated()) {
      return overlap(a, b, BEFORE, BEFORE);
    }
    if (!one.stated() && !two.stated()) {
      return overlap(a, b, APART, APART);
    }
    return one.stated() ? reported(a, b) : reported(b, a);
  }

  /** Whether a report of the published day may be of something that happened within the days. */
  private static boolean reported(DayRange happened, DayRange published) {
    return happened.first().plusDays(LONG).isAfter(happened.last())
        && overlap(happened, published, BEFORE, AFTER);
  }

  /** Whether the second overlaps the first widened by so many days at either end. */
  private static boolean overlap(DayRange a, DayRange b, int before, int after) {
    LocalDate first = a.first().minusDays(before);
    LocalDate last = a.last().plusDays(after);
    return !b.last().isBefore(first) && !b.first().isAfter(last);
  }
}
