package org.demarche.coder.time;

import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import org.demarche.coder.time.Tokens.Token;

/** Reads what a rule writes in braces: numbers, days, years, clock times, and word classes. */
final class Slots {
  /** A value and the index of the token after it. */
  record Read(String value, int next) {}

  /** The slots that are read here; every other name is a class of the lexicon. */
  static final Set<String> BUILT_IN =
      Set.of(
          "NUM", "ORD", "DAY", "DAY2", "YEAR", "ANYYEAR", "YY", "ERA", "DECADE", "CLOCK", "NUMDATE",
          "ABBR");

  /** Words, beside those of the classes below, that a built-in slot can start with. */
  static final Set<String> NUMBER_STARTS =
      Set.of(
          "a",
          "b",
          "couple",
          "dozen",
          "few",
          "several",
          "many",
          "some",
          "numerous",
          "countless",
          "hundred");

  /** Word classes that built-in slots read. */
  static final Set<String> READ_BY_BUILT_IN =
      Set.of("CARD", "TENS", "ORDWORD", "ERAWORD", "DECADEWORD", "NAMEDCLOCK");

  private static final Lexicon WORDS = Lexicon.ENGLISH;

  private static final Set<String> WHOLE_WORDS =
      Set.of("may", "june", "july", "march", "april", "some", "about", "sun", "sat");

  private Slots() {}

  /** Null where the tokens from {@code i} on are not such a thing. */
  static Read read(String slot, Tokens t, int i) {
    return switch (slot) {
      case "NUM" -> number(t, i);
      case "ORD" -> ordinal(t, i);
      case "DAY", "DAY2" -> day(t, i);
      case "YEAR" -> year(t, i, 1000, 2199);
      case "ANYYEAR" -> year(t, i, 1, 9999);
      case "YY" -> twoDigits(t, i);
      case "ERA" -> era(t, i);
      case "DECADE" -> decade(t, i);
      case "CLOCK" -> clock(t, i);
      case "NUMDATE" -> numericDate(t, i);
      case "ABBR" -> abbreviationStop(t, i);
      default -> {
        Token token = t.at(i);
        String value = WORDS.value(slot, token.lower());
        yield value == null || needsCapital(slot, token) ? null : new Read(value, i + 1);
      }
    };
  }

  /** A full stop, where the word before it is a short form and no whole word such as "May". */
  private static Read abbreviationStop(Tokens t, int i) {
    boolean shortForm = t.at(i - 1).raw().length() <= 5 && !WHOLE_WORDS.contains(t.lower(i - 1));
    return shortForm && t.lower(i).equals(".") && t.glued(i) ? new Read(".", i + 1) : null;
  }

  private static boolean needsCapital(String slot, Token token) {
    return (slot.startsWith("MONTH") || slot.equals("WEEKDAY") || slot.equals("HOLIDAY"))
        && !token.capital();
  }

  private static Read number(Tokens t, int i) {
    Token token = t.at(i);
    if (token.type() == Tokens.Type.NUMBER && token.raw().length() <= 4) {
      return new Read(String.valueOf(Integer.parseInt(token.raw())), i + 1);
    }
    if (token.type() == Tokens.Type.FIGURE && token.raw().length() <= 12) {
      String digits = token.raw().replace(",", "");
      return digits.indexOf('.') == digits.lastIndexOf('.') ? new Read(digits, i + 1) : null;
    }
    String vague = vagueNumber(t, i);
    if (vague != null) {
      String[] parts = vague.split(" ", -1);
      return new Read(parts[0], i + Integer.parseInt(parts[1]));
    }
    return cardinalWords(t, i);
  }

  /** "a couple of", "a few": value and number of tokens, or null. */
  private static String vagueNumber(Tokens t, int i) {
    int article = t.lower(i).equals("a") ? 1 : 0;
    String word = t.lower(i + article);
    int of = t.lower(i + article + 1).equals("of") ? 1 : 0;
    return switch (word) {
      case "couple" -> article == 1 || of == 1 ? "2 " + (article + 1 + of) : null;
      case "dozen" -> "12 " + (article + 1);
      case "few" -> "X " + (article + 1);
      case "several", "many", "some", "numerous", "countless" -> article == 0 ? "X 1" : null;
      default -> null;
    };
  }

  private static Read cardinalWords(Tokens t, int i) {
    String tens = WORDS.value("TENS", t.lower(i));
    if (tens != null) {
      int next = t.lower(i + 1).equals("-") ? i + 2 : i + 1;
      String unit = WORDS.value("CARD", t.lower(next));
      if (unit != null && Integer.parseInt(unit) < 10) {
        return new Read(String.valueOf(Integer.parseInt(tens) + Integer.parseInt(unit)), next + 1);
      }
      return new Read(tens, i + 1);
    }
    String unit = WORDS.value("CARD", t.lower(i));
    if (unit == null && (t.lower(i).equals("a") || t.lower(i).equals("hundred"))) {
      int hundred = t.lower(i).equals("a") ? i + 1 : i;
      return t.lower(hundred).equals("hundred") ? new Read("100", hundred + 1) : null;
    }
    if (unit == null) {
      return null;
    }
    return t.lower(i + 1).equals("hundred") ? new Read(unit + "00", i + 2) : new Read(unit, i + 1);
  }

  private static Read ordinal(Tokens t, int i) {
    Token token = t.at(i);
    if (token.type() == Tokens.Type.NUMBER && token.raw().length() <= 2 && suffix(t, i + 1)) {
      return new Read(String.valueOf(Integer.parseInt(token.raw())), i + 2);
    }
    String tens = WORDS.value("TENS", token.lower());
    if (tens != null && t.lower(i + 1).equals("-")) {
      String unit = WORDS.value("ORDWORD", t.lower(i + 2));
      return unit == null || Integer.parseInt(unit) > 9
          ? null
          : new Read(String.valueOf(Integer.parseInt(tens) + Integer.parseInt(unit)), i + 3);
    }
    String word = WORDS.value("ORDWORD", token.lower());
    return word == null ? null : new Read(word, i + 1);
  }

  private static boolean suffix(Tokens t, int i) {
    return t.glued(i) && Set.of("st", "nd", "rd", "th").contains(t.lower(i));
  }

  private static Read day(Tokens t, int i) {
    Token token = t.at(i);
    if (token.type() != Tokens.Type.NUMBER || token.raw().length() > 2) {
      return null;
    }
    int day = Integer.parseInt(token.raw());
    if (day < 1 || day > 31) {
      return null;
    }
    return new Read(String.valueOf(day), suffix(t, i + 1) ? i + 2 : i + 1);
  }

  private static Read year(Tokens t, int i, int from, int to) {
    Token token = t.at(i);
    if (token.type() != Tokens.Type.NUMBER || token.raw().length() > 4) {
      return null;
    }
    int year = Integer.parseInt(token.raw());
    return year < from || year > to ? null : new Read(String.valueOf(year), i + 1);
  }

  private static Read twoDigits(Tokens t, int i) {
    Token token = t.at(i);
    return token.type() == Tokens.Type.NUMBER && token.raw().length() == 2
        ? new Read(token.raw(), i + 1)
        : null;
  }

  private static Read era(Tokens t, int i) {
    String known = WORDS.value("ERAWORD", t.lower(i));
    if (known != null && t.at(i).capital()) {
      return new Read(known, i + 1);
    }
    String first = t.lower(i);
    if ((first.equals("b") || first.equals("a")) && t.lower(i + 1).equals(".")) {
      String second = t.lower(i + 2);
      boolean era = first.equals("b") ? second.equals("c") : second.equals("d");
      if (era && t.glued(i + 2)) {
        int next = t.lower(i + 3).equals(".") && t.glued(i + 3) ? i + 4 : i + 3;
        return new Read(first.equals("b") ? "BC" : "AD", next);
      }
    }
    return null;
  }

  /** "1990s", "1990's", "480s"; the value is the first year. */
  private static Read decade(Tokens t, int i) {
    Token token = t.at(i);
    if (token.type() == Tokens.Type.NUMBER
        && token.raw().length() <= 4
        && token.raw().endsWith("0")) {
      int s = t.lower(i + 1).equals("'") && t.glued(i + 1) ? i + 2 : i + 1;
      if (t.lower(s).equals("s") && t.glued(s)) {
        int year = Integer.parseInt(token.raw());
        if (year >= 100) {
          return new Read(String.valueOf(year), s + 1);
        }
        return token.raw().length() == 2 && t.lower(i - 1).equals("'")
            ? new Read(String.valueOf(1900 + year), s + 1)
            : null;
      }
    }
    String word = WORDS.value("DECADEWORD", token.lower());
    return word != null
            && (t.lower(i - 1).equals("the")
                || WORDS.value("MOD", t.lower(i - 1)) != null
                || t.lower(i - 1).equals("-"))
        ? new Read(word, i + 1)
        : null;
  }

  private static Read clock(Tokens t, int i) {
    String named = WORDS.value("NAMEDCLOCK", t.lower(i));
    if (named != null) {
      return new Read(named, i + 1);
    }
    Token token = t.at(i);
    if (token.type() == Tokens.Type.FIGURE && token.raw().matches("\\d{1,2}\\.\\d{2}")) {
      String[] parts = token.raw().split("\\.", -1);
      return meridiem(t, i + 1, Integer.parseInt(parts[0]), parts[1], false);
    }
    if (token.type() != Tokens.Type.NUMBER || token.raw().length() > 4) {
      return null;
    }
    int hour = Integer.parseInt(token.raw());
    Token minutes = t.at(i + 2);
    if (t.lower(i + 1).equals(":")
        && t.glued(i + 1)
        && t.glued(i + 2)
        && minutes.type() == Tokens.Type.NUMBER
        && minutes.raw().length() == 2
        && hour < 25
        && Integer.parseInt(minutes.raw()) < 60) {
      boolean seconds =
          t.lower(i + 3).equals(":") && t.glued(i + 3) && t.at(i + 4).raw().length() == 2;
      return meridiem(t, seconds ? i + 5 : i + 3, hour, minutes.raw(), true);
    }
    if (token.raw().length() == 4 && Set.of("hrs", "hours", "h", "gmt").contains(t.lower(i + 1))) {
      return hour / 100 < 25 && hour % 100 < 60
          ? new Read(token.raw().substring(0, 2) + ":" + token.raw().substring(2), i + 2)
          : null;
    }
    return token.raw().length() <= 2 ? meridiem(t, i + 1, hour, "00", false) : null;
  }

  private static Read meridiem(Tokens t, int i, int hour, String minutes, boolean sure) {
    int next = i;
    boolean stated = false;
    int h = hour;
    String word = t.lower(i);
    if (word.equals("o") && t.lower(i + 1).equals("'") && t.lower(i + 2).equals("clock")) {
      return new Read(String.format(Locale.ROOT, "%02d:%s", hour, minutes), i + 3);
    }
    boolean dotted =
        (word.equals("a") || word.equals("p"))
            && t.lower(i + 1).equals(".")
            && t.lower(i + 2).equals("m");
    if (dotted || word.equals("am") || word.equals("pm")) {
      stated = hour >= 1 && hour <= 12;
      h = hour % 12 + (word.startsWith("p") ? 12 : 0);
      next = dotted ? (t.lower(i + 3).equals(".") && t.glued(i + 3) ? i + 4 : i + 3) : i + 1;
    } else if (sure && Set.of("hrs", "hours", "hr", "h", "gmt").contains(word)) {
      next = i + 1;
    }
    return stated || sure
        ? new Read(String.format(Locale.ROOT, "%02d:%s", stated ? h : hour, minutes), next)
        : null;
  }

  /** ISO dates, and day/month/year with strokes or stops; day first unless only month fits. */
  private static Read numericDate(Tokens t, int i) {
    Token token = t.at(i);
    if (token.type() == Tokens.Type.FIGURE && token.raw().matches("\\d{1,2}\\.\\d{1,2}\\.\\d{4}")) {
      String[] p = token.raw().split("\\.", -1);
      return ymd(p[2], p[1], p[0], i + 1);
    }
    String sign = t.lower(i + 1);
    if (token.type() != Tokens.Type.NUMBER
        || !(sign.equals("/") || sign.equals("-"))
        || !t.lower(i + 3).equals(sign)) {
      return null;
    }
    for (int k = 1; k <= 4; k++) {
      if (!t.glued(i + k)) {
        return null;
      }
    }
    String a = token.raw();
    String b = t.at(i + 2).raw();
    String c = t.at(i + 4).raw();
    if (t.at(i + 2).type() != Tokens.Type.NUMBER || t.at(i + 4).type() != Tokens.Type.NUMBER) {
      return null;
    }
    if (a.length() == 4) {
      return ymd(a, b, c, i + 5);
    }
    if (c.length() != 4 || a.length() > 2 || b.length() > 2) {
      return null;
    }
    return Integer.parseInt(b) > 12 ? ymd(c, a, b, i + 5) : ymd(c, b, a, i + 5);
  }

  private static Read ymd(String year, String month, String day, int next) {
    if (month.length() > 2 || day.length() > 2) {
      return null;
    }
    int y = Integer.parseInt(year);
    int m = Integer.parseInt(month);
    int d = Integer.parseInt(day);
    if (y < 1000
        || y > 2199
        || m < 1
        || m > 12
        || d < 1
        || d > YearMonth.of(y, m).lengthOfMonth()) {
      return null;
    }
    return new Read(String.format(Locale.ROOT, "%04d-%02d-%02d", y, m, d), next);
  }
}
