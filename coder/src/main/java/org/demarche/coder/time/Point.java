package org.demarche.coder.time;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;

/**
 * A year, month or day. Years before Christ are negative, there is no year 0.
 *
 * @param month 0 where only the year is known
 * @param day 0 where only the month is known
 */
record Point(int year, int month, int day) {
  static Point of(LocalDate d) {
    return new Point(
        d.getYear() > 0 ? d.getYear() : d.getYear() - 1, d.getMonthValue(), d.getDayOfMonth());
  }

  static Point ofYear(int year) {
    return new Point(year, 0, 0);
  }

  /** The first day of it; a day that the month lacks becomes the month's last. */
  LocalDate first() {
    YearMonth ym = YearMonth.of(astronomical(), Math.max(month, 1));
    return ym.atDay(Math.min(Math.max(day, 1), ym.lengthOfMonth()));
  }

  /** The year counted with a year 0, as {@link LocalDate} does. */
  int astronomical() {
    return year < 0 ? year + 1 : year;
  }

  Point plusYears(int years) {
    int y = astronomical() + years;
    return ofYear(y > 0 ? y : y - 1);
  }

  Point plusMonths(int months) {
    Point p = of(first().plusMonths(months));
    return new Point(p.year, p.month, 0);
  }

  Point plusDays(int days) {
    return of(first().plusDays(days));
  }

  /** The TIMEX3 value, as fine as it is known. */
  String value() {
    StringBuilder value = new StringBuilder(yearValue());
    if (month > 0) {
      value.append(String.format(Locale.ROOT, "-%02d", month));
    }
    if (day > 0) {
      value.append(String.format(Locale.ROOT, "-%02d", day));
    }
    return value.toString();
  }

  String yearValue() {
    return String.format(Locale.ROOT, year < 0 ? "BC%04d" : "%04d", Math.abs(year));
  }

  String decadeValue() {
    String y = yearValue();
    return y.substring(0, y.length() - 1);
  }

  String centuryValue() {
    String y = yearValue();
    return y.substring(0, y.length() - 2);
  }
}
