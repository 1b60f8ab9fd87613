package org.demarche.desk.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When letters are due. */
final class Schedule {
  private static final Duration FIRST_RETRY = Duration.ofMinutes(5);
  private static final Duration LONGEST_RETRY = Duration.ofHours(6);

  private Schedule() {}

  /**
   * The next time that a clock in the zone shows the hour, once a local day: where the hour is left
   * out when summer time begins, as much later; where it comes twice, the first time.
   */
  static Instant next(Instant after, int hour, ZoneId zone) {
    LocalDate day = after.atZone(zone).toLocalDate();
    Instant due = at(day, hour, zone);
    while (!due.isAfter(after)) {
      day = day.plusDays(1);
      due = at(day, hour, zone);
    }
    return due;
  }

  private static Instant at(LocalDate day, int hour, ZoneId zone) {
    return day.atTime(hour, 0).atZone(zone).toInstant();
  }

  /**
   * When to try again: each time twice as long after, six hours at most.
   *
   * @param failures how often it has failed in a row, from 1
   */
  static Instant retry(Instant now, int failures) {
    Duration wait = FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, 10));
    return now.plus(wait.compareTo(LONGEST_RETRY) < 0 ? wait : LONGEST_RETRY);
  }
}
