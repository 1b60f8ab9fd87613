package org.demarche.coder.time;

/** How fine the value of a time expression is, coarsest first. */
public enum Granularity {
  /** {@code PRESENT_REF}, {@code PAST_REF}, {@code FUTURE_REF}: no place on the calendar. */
  VAGUE,
  CENTURY,
  DECADE,
  YEAR,
  HALF_YEAR,
  QUARTER,
  SEASON,
  MONTH,
  WEEK,
  DAY,
  PART_OF_DAY,
  CLOCK
}
