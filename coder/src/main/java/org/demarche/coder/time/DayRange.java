package org.demarche.coder.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.util.Objects;
import java.util.Optional;

/**
 * The days that a TIMEX3 value covers, both included, in the ISO calendar (years before Christ as
 * {@link LocalDate} counts them: 480 BC is -479).
 *
 * @param first not null
 * @param last not null, not before {@code first}
 */
public record DayRange(LocalDate first, LocalDate last) {
  public DayRange {
    Objects.requireNonNull(first);
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(last + " is before " + first);
    }
  }

  /** Whether the day lies in the range. */
  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /**
   * The days of a value such as {@code 2022-03}, {@code 2022-W12}, {@code 2022-FA}, {@code
   * 2022-Q1}, {@code 201} or {@code 2022-03-01TMO}. Seasons are those of the northern hemisphere by
   * whole months: {@code 2022-SP} is March to May, {@code 2022-WI} December 2022 to February 2023.
   *
   * @param value not null
   * @return empty for durations, vague references, values with X, and anything malformed
   */
  public static Optional<DayRange> of(String value) {
    boolean old = value.startsWith("BC");
    String date = old ? value.substring(2) : value;
    int t = date.indexOf('T');
    date = t >= 0 ? date.substring(0, t) : date;
    if (date.isEmpty() || !Tokens.isDigit(date.charAt(0))) {
      return Optional.empty();
    }
    try {
      return Optional.of(parse(date, old));
    } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private static DayRange parse(String date, boolean old) {
    String[] parts = date.split("-", -1);
    int number = Integer.parseInt(parts[0]);
    if (parts[0].length() < 4) {
      int years = parts[0].length() == 3 ? 10 : parts[0].length() == 2 ? 100 : 0;
      if (parts.length > 1 || years == 0) {
        throw new IllegalArgumentException(date);
      }
      int from = number * years;
      return old
          ? new DayRange(day(1 - (from + years - 1), 1, 1), lastOf(1 - Math.max(from, 1), 12))
          : new DayRange(day(Math.max(from, 1), 1, 1), lastOf(from + years - 1, 12));
    }
    int year = old ? 1 - number : number;
    if (parts.length == 1) {
      return new DayRange(day(year, 1, 1), lastOf(year, 12));
    }
    if (parts.length == 3 && !parts[1].startsWith("W")) {
      LocalDate day = day(year, Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
      return new DayRange(day, day);
    }
    return part(year, parts);
  }

  private static DayRange part(int year, String[] parts) {
    String part = parts[1];
    int n = Tokens.isDigit(part.charAt(part.length() - 1)) ? number(part) : 0;
    return switch (part.charAt(0)) {
      case 'W' -> part.equals("WI") ? months(year, 12, 3) : week(year, n, parts);
      case 'Q' -> months(year, 3 * n - 2, 3);
      case 'H' -> months(year, 6 * n - 5, 6);
      case 'S' -> months(year, part.equals("SP") ? 3 : 6, 3);
      case 'F' -> months(year, 9, 3);
      default -> months(year, n, 1);
    };
  }

  private static int number(String part) {
    return Integer.parseInt(Tokens.isDigit(part.charAt(0)) ? part : part.substring(1));
  }

  private static DayRange week(int year, int week, String[] parts) {
    LocalDate monday =
        day(year, 1, 4)
            .with(IsoFields.WEEK_OF_WEEK_BASED_YEAR, week)
            .with(java.time.DayOfWeek.MONDAY);
    if (parts.length == 2) {
      return new DayRange(monday, monday.plusDays(6));
    }
    if (parts[2].equals("WE")) {
      return new DayRange(monday.plusDays(5), monday.plusDays(6));
    }
    LocalDate day = monday.plusDays(Integer.parseInt(parts[2]) - 1L);
    return new DayRange(day, day);
  }

  private static DayRange months(int year, int month, int count) {
    LocalDate first = day(year, month, 1);
    return new DayRange(first, first.plusMonths(count).minusDays(1));
  }

  private static LocalDate day(int year, int month, int day) {
    return Year.of(year).atMonth(month).atDay(day);
  }

  private static LocalDate lastOf(int year, int month) {
    return YearMonth.of(year, month).atEndOfMonth();
  }
}
