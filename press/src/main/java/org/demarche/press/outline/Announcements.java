package org.demarche.press.outline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.text.CharSpan;

/** Finds what says beforehand what is going to be numbered, and how many there are. */
final class Announcements {
  /** Sentences before the first point that may announce it. */
  private static final int NEAR = 3;

  private static final List<String> CARDINALS =
      List.of("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");

  /** {@code four countermeasures}, {@code three deterring factors}. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "\\b("
              + String.join("|", CARDINALS)
              + "|\\d{1,2})(?: [\\p{L}-]+){0,2}? "
              + Countable.PLURAL
              + "\\b",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED =
      Pattern.compile("\\b" + Countable.PLURAL + "\\b", Pattern.CASE_INSENSITIVE);

  /**
   * What was announced.
   *
   * @param what in the plural and lower case; empty where nothing says it
   * @param lead the sentence that leads up to the first point
   */
  record Announced(String what, Optional<CharSpan> lead, OptionalInt count) {}

  private record Counted(String what, int count) {}

  /**
   * @param before the sentences before the first point
   * @param points how many points there are
   */
  Announced before(String title, String text, List<CharSpan> before, int points) {
    List<CharSpan> near = before.subList(Math.max(0, before.size() - NEAR), before.size());
    Optional<CharSpan> lead =
        near.isEmpty() ? Optional.empty() : Optional.of(near.get(near.size() - 1));
    for (int i = near.size() - 1; i >= 0; i--) {
      Optional<Counted> counted = counted(near.get(i).of(text));
      if (counted.isPresent()) {
        return new Announced(
            counted.get().what(), Optional.of(near.get(i)), OptionalInt.of(counted.get().count()));
      }
    }
    Optional<Counted> titled = counted(title).filter(c -> c.count() == points);
    if (titled.isPresent()) {
      return new Announced(titled.get().what(), lead, OptionalInt.of(points));
    }
    return new Announced(lead.map(l -> named(l.of(text))).orElse(""), lead, OptionalInt.empty());
  }

  /** The last count in it. */
  private static Optional<Counted> counted(String text) {
    Optional<Counted> found = Optional.empty();
    Matcher matcher = COUNTED.matcher(text);
    while (matcher.find()) {
      String number = matcher.group(1).toLowerCase(Locale.ROOT);
      int count =
          CARDINALS.contains(number) ? CARDINALS.indexOf(number) + 2 : Integer.parseInt(number);
      if (count >= 2) {
        found = Optional.of(new Counted(matcher.group(2).toLowerCase(Locale.ROOT), count));
      }
    }
    return found;
  }

  /** The last that could be numbered. */
  private static String named(String text) {
    String found = "";
    Matcher matcher = NAMED.matcher(text);
    while (matcher.find()) {
      found = matcher.group(1).toLowerCase(Locale.ROOT);
    }
    return found;
  }
}
