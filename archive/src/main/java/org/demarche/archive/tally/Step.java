package org.demarche.archive.tally;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** The periods of a timeline. */
public enum Step {
  /** From Monday to Sunday (ISO 8601). */
  WEEK,
  MONTH,
  YEAR;

  /** The first day of the period in which a day lies. */
  public LocalDate first(LocalDate day) {
    return switch (this) {
      case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> day.withDayOfMonth(1);
      case YEAR -> day.withDayOfYear(1);
    };
  }

  /** The first day of the next period. */
  public LocalDate next(LocalDate first) {
    return switch (this) {
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
      case YEAR -> first.plusYears(1);
    };
  }

  /** The period that begins on this day, as {@code date:} of a query has it. */
  public String date(LocalDate first) {
    return switch (this) {
      case WEEK -> first + ".." + first.plusDays(6);
      case MONTH -> first.toString().substring(0, 7);
      case YEAR -> first.toString().substring(0, 4);
    };
  }

  /** The name as addresses and message keys have it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
