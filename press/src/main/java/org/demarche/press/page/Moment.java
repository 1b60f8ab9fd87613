package org.demarche.press.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;

/**
 * A date as a page states it, no more exact than that.
 *
 * @param day in the page's own zone
 * @param zone absent where the page names none; never guessed
 */
public record Moment(LocalDate day, Optional<LocalTime> time, Optional<ZoneOffset> zone) {
  public Moment {
    Objects.requireNonNull(day);
    Objects.requireNonNull(time);
    Objects.requireNonNull(zone);
  }

  /** A day without an hour. */
  public static Moment of(LocalDate day) {
    return new Moment(day, Optional.empty(), Optional.empty());
  }

  /** ISO 8601, as exact as it is known: {@code 2022-06-20}, {@code 2022-06-20T14:05+03:00}. */
  @Override
  public String toString() {
    return day + time.map(t -> "T" + t + zone.map(Object::toString).orElse("")).orElse("");
  }
}
