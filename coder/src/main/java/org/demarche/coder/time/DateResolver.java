package org.demarche.coder.time;

import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.time.Resolver.Resolved;

/** Completes calendar dates that name only some of their parts. */
final class DateResolver {
  /** With no verb to tell, a date this near ahead is likelier meant than one nearly a year back. */
  private static final int NEAR_DAYS = 60;

  private final Tokens tokens;
  private final Timeline time;

  DateResolver(Tokens tokens, Timeline time) {
    this.tokens = tokens;
    this.time = time;
  }

  Resolved resolve(Match m) {
    if (m.has("NUMDATE")) {
      String[] p = m.slot("NUMDATE").split("-", -1);
      return timed(
          m, new Point(Integer.parseInt(p[0]), Integer.parseInt(p[1]), Integer.parseInt(p[2])));
    }
    if (m.has("DECADE")) {
      return decade(m);
    }
    if (m.has("ORD") && m.rule().name().startsWith("century")) {
      return century(m);
    }
    String holiday = m.has("HOLIDAY") ? m.slot("HOLIDAY") : m.rule().setting("holiday");
    if (holiday != null) {
      String[] p = holiday.split("-", -1);
      return monthOrDay(m, Integer.parseInt(p[0]), Integer.parseInt(p[1]));
    }
    if (m.rule().setting("part") != null) {
      return partOfYear(m);
    }
    if (m.has("SEASON")) {
      return season(m);
    }
    int day = m.has("DAY") ? m.number("DAY") : m.number("ORD");
    if (m.has("MONTH")) {
      return monthOrDay(m, m.number("MONTH"), day);
    }
    if (day > 0) {
      return loneDay(m, day);
    }
    if (m.has("CLOCK")) {
      return timed(m, time.thenDay().filter(p -> p.day() > 0).orElse(null));
    }
    return Resolved.of(Point.ofYear(statedYear(m).orElseThrow()));
  }

  /** The value of a day with the clock time or part of day that the match read; null is unknown. */
  Resolved timed(Match m, Point day) {
    String date = day == null ? "XXXX-XX-XX" : day.value();
    String part = partOfDay(m);
    if (part.isEmpty()) {
      return Resolved.date(
          date, day != null ? Resolved.of(day).granularity() : Granularity.DAY, day);
    }
    Granularity g = m.has("CLOCK") ? Granularity.CLOCK : Granularity.PART_OF_DAY;
    return Resolved.date(date + part, g, day);
  }

  /** "T05:20", "TMO", or empty. */
  String partOfDay(Match m) {
    if (m.has("CLOCK")) {
      return "T" + m.slot("CLOCK");
    }
    String pod = m.has("POD") ? m.slot("POD") : m.rule().setting("pod");
    return pod == null ? "" : "T" + pod;
  }

  private Optional<Integer> statedYear(Match m) {
    for (String slot : List.of("YEAR", "ANYYEAR")) {
      if (m.has(slot)) {
        boolean old =
            m.has("ERA") ? m.slot("ERA").equals("BC") : m.number(slot) < 1000 && beforeChrist();
        return Optional.of(old ? -m.number(slot) : m.number(slot));
      }
    }
    if (m.has("YY")) {
      int century = time.then().map(p -> Math.floorDiv(p.year(), 100) * 100).orElse(1900);
      return Optional.of(century + m.number("YY"));
    }
    if (hasWhich(m) && !"part".equals(m.rule().setting("rel"))) {
      return (seenFromNow(m) ? time.now() : m.has("THAT") ? time.mentioned() : time.then())
          .map(p -> p.plusYears(offset(m)).year());
    }
    return Optional.empty();
  }

  private boolean beforeChrist() {
    return time.then().map(p -> p.year() < 0).orElse(true);
  }

  private static boolean hasWhich(Match m) {
    return List.of("THIS", "THAT", "LAST", "NEXT", "PREVIOUS", "FOLLOWING").stream()
        .anyMatch(m::has);
  }

  /** How many units on: -1 for "last", 0 for "this", 1 for "the following". */
  int offset(Match m) {
    for (String slot : List.of("LAST", "NEXT", "PREVIOUS", "FOLLOWING")) {
      if (m.has(slot)) {
        return m.number(slot);
      }
    }
    return 0;
  }

  /** "last year" is seen from now; "that year", "the next day" from the date mentioned last. */
  boolean seenFromNow(Match m) {
    if (m.has("THAT") || m.has("PREVIOUS") || m.has("FOLLOWING")) {
      return false;
    }
    if (m.has("NEXT")) {
      for (int i = m.from(); i < m.to(); i++) {
        if (tokens.lower(i).equals("the")
            && Lexicon.ENGLISH.value("NEXT", tokens.lower(i + 1)) != null) {
          return false;
        }
      }
    }
    return true;
  }

  private Resolved decade(Match m) {
    int year = m.number("DECADE");
    boolean old = m.has("ERA") ? m.slot("ERA").equals("BC") : year < 1000;
    Point p = Point.ofYear(old ? -year : year);
    return Resolved.date(p.decadeValue(), Granularity.DECADE, null);
  }

  private static Resolved century(Match m) {
    int n = m.number("ORD") - 1;
    boolean old = m.has("ERA") && m.slot("ERA").equals("BC");
    String value = (old ? "BC" : "") + (n < 10 ? "0" : "") + n;
    return Resolved.date(value, Granularity.CENTURY, null);
  }

  private Resolved partOfYear(Match m) {
    String part = m.rule().setting("part");
    String n = m.rule().setting("half");
    n = n != null ? n : m.has("ORD") ? m.slot("ORD") : m.slot("NUM");
    Granularity g = part.equals("Q") ? Granularity.QUARTER : Granularity.HALF_YEAR;
    Optional<Integer> year =
        statedYear(m)
            .or(() -> (hasWhich(m) ? Optional.<Point>empty() : time.now()).map(Point::year));
    return Resolved.date(
        year.map(y -> Point.ofYear(y).yearValue()).orElse("XXXX") + "-" + part + n,
        g,
        year.map(Point::ofYear).orElse(null));
  }

  private Resolved season(Match m) {
    String season = m.slot("SEASON");
    int month =
        switch (season) {
          case "SP" -> 4;
          case "SU" -> 7;
          case "FA" -> 10;
          default -> 12;
        };
    Optional<Integer> year = statedYear(m);
    if (year.isEmpty() && hasWhich(m)) {
      Optional<Point> base = seenFromNow(m) ? time.now() : time.then();
      year = base.map(p -> relativeYear(p, month, offset(m)));
    } else if (year.isEmpty()) {
      year =
          time.mode() == Timeline.Mode.NARRATIVE
              ? time.then().map(Point::year)
              : time.now().map(p -> yearByTense(m, p, month, 0));
    }
    return Resolved.date(
        year.map(y -> Point.ofYear(y).yearValue()).orElse("XXXX") + "-" + season,
        Granularity.SEASON,
        year.map(Point::ofYear).orElse(null));
  }

  /** "last May" is the May before now, "next May" the one after; "this May" that of this year. */
  private static int relativeYear(Point now, int month, int offset) {
    int m = Math.max(now.month(), 1);
    if (offset < 0) {
      return month < m ? now.year() : now.plusYears(-1).year();
    }
    return offset > 0 && month <= m ? now.plusYears(1).year() : now.year();
  }

  private Resolved monthOrDay(Match m, int month, int day) {
    Optional<Integer> year = statedYear(m);
    if (year.isEmpty() && "part".equals(m.rule().setting("rel"))) {
      Optional<Point> base = seenFromNow(m) ? time.now() : time.then();
      year = base.map(p -> relativeYear(p, month, offset(m)));
    }
    if (year.isEmpty()) {
      year =
          time.mode() == Timeline.Mode.NARRATIVE
              ? time.then().map(Point::year)
              : time.now().map(p -> yearByTense(m, p, month, day));
    }
    // No such day ("June 31"): only the month can be meant.
    int length =
        YearMonth.of(year.map(y -> Point.ofYear(y).astronomical()).orElse(0), month)
            .lengthOfMonth();
    int known = day > length ? 0 : day;
    if (year.isEmpty()) {
      String value = new Point(1, month, known).value().replaceFirst("0001", "XXXX") + partOfDay(m);
      return Resolved.date(value, known > 0 ? Granularity.DAY : Granularity.MONTH, null);
    }
    return timed(m, new Point(year.get(), month, known));
  }

  private int yearByTense(Match m, Point now, int month, int day) {
    Point same = new Point(now.year(), month, day);
    Tense tense = Tense.around(tokens, m.from(), m.to());
    int order =
        day == 0 ? Integer.compare(month, now.month()) : same.first().compareTo(now.first());
    if (order == 0) {
      return now.year();
    }
    if (tense == Tense.FUTURE) {
      return order < 0 ? now.year() + 1 : now.year();
    }
    if (order < 0) {
      return now.year();
    }
    long ahead = ChronoUnit.DAYS.between(now.first(), same.first());
    return tense == Tense.UNKNOWN && ahead <= NEAR_DAYS ? now.year() : now.year() - 1;
  }

  /** "the 15th", "and 8": the month comes from the date before it. */
  private Resolved loneDay(Match m, int day) {
    Optional<Point> base = time.thenMonth();
    if (base.isEmpty() || base.get().month() == 0) {
      return timed(m, null);
    }
    int year = statedYear(m).orElse(base.get().year());
    if (day > YearMonth.of(Point.ofYear(year).astronomical(), base.get().month()).lengthOfMonth()) {
      return timed(m, null);
    }
    return timed(m, new Point(year, base.get().month(), day));
  }
}
