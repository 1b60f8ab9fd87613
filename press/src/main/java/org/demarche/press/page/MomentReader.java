package org.demarche.press.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads moments as pages and feeds write them: ISO 8601, RFC 822 (<em>Mon, 18 Nov 2019 14:05:00
 * GMT</em>), and English dates with the month in words (<em>November 18, 2019, 2:05 p.m. EST</em>).
 * Dates all in figures other than ISO 8601 are not read, since day and month cannot be told apart.
 */
public final class MomentReader {
  private static final Pattern ISO =
      Pattern.compile("(?<!\\d)(\\d{4})-?(\\d\\d)-?(\\d\\d)(?!\\d)(.*)", Pattern.DOTALL);
  private static final Pattern DAY_FIRST =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?[\\s.-]+(\\p{L}{3,9})\\.?,?[\\s-]+(\\d{4})(?!\\d)(.*)",
          Pattern.DOTALL);
  private static final Pattern MONTH_FIRST =
      Pattern.compile(
          "(\\p{L}{3,9})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})(?!\\d)(.*)",
          Pattern.DOTALL);
  private static final Pattern TIME =
      Pattern.compile(
          "^[\\sT,|•·–-]*(?:at\\s+)?(\\d{1,2}):(\\d\\d)(?::(\\d\\d)(?:[.,]\\d+)?)?\\s*([AaPp]\\.?[Mm]\\b\\.?)?\\s*"
              + "(Z\\b|[+-]\\d\\d:?\\d\\d\\b|(?:UTC|GMT)[+-]\\d{1,2}\\b|[A-Z]{2,4}\\b)?");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  /** RFC 822's zones, and those that no two places share. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("UTC", "Z"),
          Map.entry("GMT", "Z"),
          Map.entry("UT", "Z"),
          Map.entry("EST", "-05:00"),
          Map.entry("EDT", "-04:00"),
          Map.entry("CDT", "-05:00"),
          Map.entry("MDT", "-06:00"),
          Map.entry("PST", "-08:00"),
          Map.entry("PDT", "-07:00"),
          Map.entry("CET", "+01:00"),
          Map.entry("CEST", "+02:00"),
          Map.entry("EET", "+02:00"),
          Map.entry("MSK", "+03:00"),
          Map.entry("JST", "+09:00"),
          Map.entry("KST", "+09:00"));

  private MomentReader() {}

  /** The first moment in a text; empty where none can be read or the date does not exist. */
  public static Optional<Moment> read(String text) {
    String line = text.length() > 200 ? text.substring(0, 200) : text;
    Matcher iso = ISO.matcher(line);
    if (iso.find()) {
      return moment(iso.group(1), iso.group(2), iso.group(3), iso.group(4));
    }
    Matcher dayFirst = DAY_FIRST.matcher(line);
    if (dayFirst.find() && month(dayFirst.group(2)) > 0) {
      return moment(
          dayFirst.group(3),
          String.valueOf(month(dayFirst.group(2))),
          dayFirst.group(1),
          dayFirst.group(4));
    }
    Matcher monthFirst = MONTH_FIRST.matcher(line);
    while (monthFirst.find()) {
      if (month(monthFirst.group(1)) > 0) {
        return moment(
            monthFirst.group(3),
            String.valueOf(month(monthFirst.group(1))),
            monthFirst.group(2),
            monthFirst.group(4));
      }
      monthFirst.region(monthFirst.end(1), line.length());
    }
    return Optional.empty();
  }

  /** From 1; 0 where it is no month. */
  private static int month(String word) {
    String start = word.substring(0, 3).toLowerCase(Locale.ROOT);
    return MONTHS.indexOf(start) + 1;
  }

  private static Optional<Moment> moment(String year, String month, String day, String rest) {
    try {
      LocalDate date =
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
      Matcher time = TIME.matcher(rest);
      if (!time.find()) {
        return Optional.of(Moment.of(date));
      }
      return Optional.of(new Moment(date, Optional.of(time(time)), zone(time.group(5))));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static LocalTime time(Matcher time) {
    int hour = Integer.parseInt(time.group(1));
    if (time.group(4) != null) {
      boolean afternoon = Character.toLowerCase(time.group(4).charAt(0)) == 'p';
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    int second = time.group(3) == null ? 0 : Integer.parseInt(time.group(3));
    return LocalTime.of(hour, Integer.parseInt(time.group(2)), second);
  }

  private static Optional<ZoneOffset> zone(String name) {
    if (name == null) {
      return Optional.empty();
    }
    String known = ZONES.getOrDefault(name, name);
    if (known.equals("Z")) {
      return Optional.of(ZoneOffset.UTC);
    }
    Matcher offset = Pattern.compile("(?:UTC|GMT)?([+-])(\\d{1,2}):?(\\d\\d)?").matcher(known);
    if (!offset.matches()) {
      return Optional.empty();
    }
    int sign = offset.group(1).equals("-") ? -1 : 1;
    int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
    return Optional.of(
        ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes));
  }
}
