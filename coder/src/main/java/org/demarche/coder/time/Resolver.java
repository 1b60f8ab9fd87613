package org.demarche.coder.time;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes values of matches, in reading order, on a {@link Timeline}. */
final class Resolver {
  /** Tokens: a bare year this far into its sentence seldom dates what is told next. */
  private static final int DEEP = 20;

  private static final Set<String> GLANCES = Set.of("(", "until", "till", "from", "since");

  private final Tokens tokens;
  private final Timeline time;
  private final DateResolver dates;

  Resolver(Tokens tokens, Timeline time) {
    this.tokens = tokens;
    this.time = time;
    this.dates = new DateResolver(tokens, time);
  }

  /** A value with its kind; {@code point} is what later words may refer to, or null. */
  record Resolved(String value, Granularity granularity, Kind kind, Point point) {
    static Resolved date(String value, Granularity granularity, Point point) {
      Kind kind = granularity.compareTo(Granularity.DAY) > 0 ? Kind.TIME : Kind.DATE;
      return new Resolved(value, granularity, kind, point);
    }

    static Resolved of(Point p) {
      Granularity g =
          p.day() > 0 ? Granularity.DAY : p.month() > 0 ? Granularity.MONTH : Granularity.YEAR;
      return date(p.value(), g, p);
    }

    static Resolved vague(String value) {
      return new Resolved(value, Granularity.VAGUE, Kind.DATE, null);
    }
  }

  List<TimeExpression> resolve(List<Match> matches) {
    List<TimeExpression> expressions = new ArrayList<>();
    for (Match m : matches) {
      Resolved r = resolve(m);
      if (r.point() != null) {
        time.mention(r.point(), passing(m));
      }
      expressions.add(
          new TimeExpression(
              m.span(),
              m.span().of(tokens.text()),
              r.value(),
              r.granularity(),
              r.kind(),
              modifier(m)));
    }
    return List.copyOf(expressions);
  }

  /** "(1839)", "until 1920", a year deep in a sentence: the story only glances at it. */
  private boolean passing(Match m) {
    if (GLANCES.contains(tokens.lower(m.from() - 1))) {
      return true;
    }
    for (int i = m.from(); i > m.from() - DEEP; i--) {
      if (i <= 0 || tokens.at(i).opens()) {
        return false;
      }
    }
    return true;
  }

  private Resolved resolve(Match m) {
    return switch (m.rule().action()) {
      case DATE -> dates.resolve(m);
      case WEEKDAY -> weekday(m);
      case DEICTIC -> deictic(m);
      case RELATIVE -> relative(m);
      case SHIFT -> shift(m);
      case DURATION -> length(m, Kind.DURATION);
      case SET -> set(m);
      case REFERENCE -> reference(m);
      case NONE -> throw new IllegalStateException("a NONE rule is never resolved");
    };
  }

  private static Resolved reference(Match m) {
    String value = m.rule().setting("value");
    if (m.rule().setting("granularity") != null) {
      return Resolved.date(value, Granularity.valueOf(m.rule().setting("granularity")), null);
    }
    return m.rule().setting("kind") == null
        ? Resolved.vague(value)
        : new Resolved(value, Granularity.PART_OF_DAY, Kind.TIME, null);
  }

  private Resolved weekday(Match m) {
    int weekday = m.number("WEEKDAY");
    Optional<Point> base = time.mode() == Timeline.Mode.NEWS ? time.now() : time.thenDay();
    if (base.isEmpty() || base.get().day() == 0) {
      return Resolved.date("XXXX-WXX-" + weekday + dates.partOfDay(m), Granularity.DAY, null);
    }
    LocalDate now = base.get().first();
    int back = Math.floorMod(now.getDayOfWeek().getValue() - weekday, 7);
    boolean ahead =
        time.mode() == Timeline.Mode.NARRATIVE
            || Tense.around(tokens, m.from(), m.to()) == Tense.FUTURE;
    int days;
    if (m.has("LAST") || m.has("PREVIOUS")) {
      days = back == 0 ? -7 : -back;
    } else if (m.has("NEXT") || m.has("FOLLOWING")) {
      days = 7 - back;
    } else if (m.has("THIS")) {
      days = weekday - now.getDayOfWeek().getValue();
    } else {
      days = ahead && back != 0 ? 7 - back : -back;
    }
    return dates.timed(m, base.get().plusDays(days));
  }

  private Resolved deictic(Match m) {
    int days = Integer.parseInt(m.rule().setting("days"));
    boolean then = "last".equals(m.rule().setting("base"));
    if (!then && time.mode() == Timeline.Mode.NARRATIVE) {
      return days == 0 && dates.partOfDay(m).isEmpty()
          ? Resolved.vague("PRESENT_REF")
          : dates.timed(m, null);
    }
    Point base = (then ? time.thenDay() : time.now()).filter(p -> p.day() > 0).orElse(null);
    return dates.timed(m, base == null ? null : base.plusDays(days));
  }

  private Resolved relative(Match m) {
    String unit = m.has("WEEKEND") ? m.slot("WEEKEND") : m.slot("CALUNIT");
    int offset = "tense".equals(m.rule().setting("which")) ? lastOrComing(m) : dates.offset(m);
    boolean now = dates.seenFromNow(m);
    if (m.has("LAST") && tokens.lower(m.from()).equals("the")) {
      return length(m, Kind.DURATION);
    }
    Optional<Point> base =
        now
            ? time.now()
            : switch (unit) {
              case "D", "W", "WE" -> time.thenDay();
              case "M", "Q" -> time.thenMonth();
              default -> time.then();
            };
    // What the last date does not tell, an earlier one in the same text may.
    if (base.isPresent() && time.mode() == Timeline.Mode.NARRATIVE) {
      base =
          switch (unit) {
            case "D", "W", "WE" -> time.thenDay();
            case "M", "Q" -> time.thenMonth();
            default -> base;
          };
    }
    return base.map(p -> step(p, unit, offset)).orElseGet(() -> unknown(unit));
  }

  /** "over the weekend": the one behind, unless the verb looks ahead. */
  private int lastOrComing(Match m) {
    boolean ahead = Tense.around(tokens, m.from(), m.to()) == Tense.FUTURE;
    boolean today = time.now().filter(p -> p.first().getDayOfWeek().getValue() > 5).isPresent();
    return ahead || today ? 0 : -1;
  }

  /** {@code offset} units on from {@code p}, as fine as the unit. */
  private static Resolved step(Point p, String unit, int offset) {
    return switch (unit) {
      case "D" -> Resolved.of(p.plusDays(offset));
      case "W", "WE" -> {
        LocalDate d = p.first().plusWeeks(offset);
        String week =
            String.format(
                Locale.ROOT,
                "%04d-W%02d",
                d.get(IsoFields.WEEK_BASED_YEAR),
                d.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
        yield Resolved.date(unit.equals("W") ? week : week + "-WE", Granularity.WEEK, Point.of(d));
      }
      case "2W" -> step(p, "W", 2 * offset);
      case "M" -> Resolved.of(p.plusMonths(offset));
      case "Q" -> {
        Point q = p.plusMonths(3 * offset);
        yield Resolved.date(
            q.yearValue() + "-Q" + ((q.month() + 2) / 3), Granularity.QUARTER, null);
      }
      case "DE" -> {
        Point decade = p.plusYears(10 * offset);
        yield Resolved.date(decade.decadeValue(), Granularity.DECADE, null);
      }
      case "CE" -> {
        Point century = p.plusYears(100 * offset);
        yield Resolved.date(century.centuryValue(), Granularity.CENTURY, null);
      }
      case "Y" -> Resolved.of(p.plusYears(offset));
      case "TH", "TM", "TS" -> Resolved.date(dayOf(p).value() + "TXX", Granularity.CLOCK, null);
      default -> throw new IllegalStateException("no calendar unit " + unit);
    };
  }

  private static Point dayOf(Point p) {
    return Point.of(p.first());
  }

  private static Resolved unknown(String unit) {
    return switch (unit) {
      case "D" -> Resolved.date("XXXX-XX-XX", Granularity.DAY, null);
      case "W", "WE", "2W" -> Resolved.date("XXXX-WXX", Granularity.WEEK, null);
      case "M" -> Resolved.date("XXXX-XX", Granularity.MONTH, null);
      case "Q" -> Resolved.date("XXXX-QX", Granularity.QUARTER, null);
      case "DE" -> Resolved.date("XXX", Granularity.DECADE, null);
      case "CE" -> Resolved.date("XX", Granularity.CENTURY, null);
      case "TH", "TM", "TS" -> Resolved.date("XXXX-XX-XXTXX", Granularity.CLOCK, null);
      default -> Resolved.date("XXXX", Granularity.YEAR, null);
    };
  }

  private Resolved shift(Match m) {
    int direction = Integer.parseInt(m.rule().setting("dir"));
    String unit = unit(m);
    String n = count(m);
    if (n.equals("X") || n.indexOf('.') >= 0 || n.length() > 4 || unit.equals("ML")) {
      return Resolved.vague(direction < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    boolean now = "now".equals(m.rule().setting("base"));
    Optional<Point> base =
        now
            ? time.now()
            : switch (unit) {
              case "D", "W", "2W", "WE", "TH", "TM", "TS" -> time.thenDay();
              case "M", "Q" -> time.thenMonth();
              default -> time.then();
            };
    return base.filter(p -> p.month() > 0 || unit.endsWith("Y") || unit.endsWith("E"))
        .map(p -> step(p, unit, direction * Integer.parseInt(n)))
        .orElseGet(() -> unknown(unit));
  }

  private Resolved set(Match m) {
    String value = m.rule().setting("value");
    if (value != null) {
      return new Resolved(value, granularity(value.substring(2)), Kind.SET, null);
    }
    if (m.has("WEEKDAY")) {
      return new Resolved("XXXX-WXX-" + m.slot("WEEKDAY"), Granularity.DAY, Kind.SET, null);
    }
    if (m.has("POD")) {
      return new Resolved("XXXX-XX-XXT" + m.slot("POD"), Granularity.PART_OF_DAY, Kind.SET, null);
    }
    return length(m, Kind.SET);
  }

  private static Resolved length(Match m, Kind kind) {
    String unit = unit(m);
    String n = count(m);
    if (m.rule().setting("half") != null) {
      if (n.equals("0")) {
        return half(unit, kind);
      }
      n = n + ".5";
    }
    String value =
        switch (unit) {
          case "TS", "TM", "TH" -> "PT" + n + unit.charAt(1);
          case "2W" -> n.matches("\\d{1,4}") ? "P" + 2 * Integer.parseInt(n) + "W" : "PXW";
          default -> "P" + n + unit;
        };
    return new Resolved(value, granularity(unit), kind, null);
  }

  private static Resolved half(String unit, Kind kind) {
    String value =
        switch (unit) {
          case "TH" -> "PT30M";
          case "Y" -> "P6M";
          case "DE" -> "P5Y";
          case "CE" -> "P50Y";
          default -> unit.startsWith("T") ? "PT0.5" + unit.charAt(1) : "P0.5" + unit;
        };
    return new Resolved(value, granularity(unit), kind, null);
  }

  private static String unit(Match m) {
    String set = m.rule().setting("unit");
    for (String slot : List.of("UNIT", "UNITS", "CALUNIT")) {
      set = set == null ? m.slot(slot) : set;
    }
    return set;
  }

  private static String count(Match m) {
    String set = m.rule().setting("n");
    return set != null ? set : m.has("NUM") ? m.slot("NUM") : "1";
  }

  private static Granularity granularity(String unit) {
    return switch (unit) {
      case "TS", "TM", "TH" -> Granularity.CLOCK;
      case "D" -> Granularity.DAY;
      case "W", "2W", "WE" -> Granularity.WEEK;
      case "M" -> Granularity.MONTH;
      case "Q" -> Granularity.QUARTER;
      case "DE" -> Granularity.DECADE;
      case "CE", "ML" -> Granularity.CENTURY;
      default -> Granularity.YEAR;
    };
  }

  private static Optional<Modifier> modifier(Match m) {
    String set = m.rule().setting("mod");
    for (String slot : List.of("MOD", "EDGE", "VAGUEMOD", "COMPMOD")) {
      set = set == null ? m.slot(slot) : set;
    }
    return Optional.ofNullable(set).map(Modifier::valueOf);
  }
}
