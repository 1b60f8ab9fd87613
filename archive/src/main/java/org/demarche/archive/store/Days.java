package org.demarche.archive.store;

import java.util.Optional;
import org.demarche.coder.event.When;
import org.demarche.coder.time.DayRange;

/**
 * The days that a date covers, in ISO 8601.
 *
 * @param first empty where it covers none that can be told
 * @param last empty where {@code first} is
 */
record Days(String first, String last) {
  static Days of(When when) {
    Optional<DayRange> range = when.date().flatMap(DayRange::of);
    return new Days(
        range.map(r -> r.first().toString()).orElse(""),
        range.map(r -> r.last().toString()).orElse(""));
  }
}
