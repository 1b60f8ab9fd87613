package org.demarche.press.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days of publication. The day counts where it was written: no time zone is applied. */
final class Dates {
  private static final Pattern DAY = Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)(?!\\d).*");

  private Dates() {}

  /** The day in an ISO 8601 date or date with time; empty where it is none. */
  static Optional<LocalDate> find(String text) {
    Matcher day = DAY.matcher(text.strip());
    if (!day.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          LocalDate.of(
              Integer.parseInt(day.group(1)),
              Integer.parseInt(day.group(2)),
              Integer.parseInt(day.group(3))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Like {@link #find}, but what is there must be a date. */
  static Optional<LocalDate> day(String field, String text) throws InputException {
    if (text.isBlank()) {
      return Optional.empty();
    }
    Optional<LocalDate> day = find(text);
    if (day.isEmpty()) {
      throw new InputException(
          InputKind.BAD_FIELD, "\"" + field + "\" is not a date like 2022-06-20: '" + text + "'");
    }
    return day;
  }
}
