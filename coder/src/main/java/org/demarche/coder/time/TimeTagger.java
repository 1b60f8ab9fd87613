package org.demarche.coder.time;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.text.CharSpan;

/**
 * Finds and normalises time expressions in English press text, by rules and word lists (see {@code
 * rules.txt} and {@code words.txt} beside this class), after TIMEX3 and, for eras, decades and
 * centuries, TIDES/TIMEX2. It needs neither parser nor part-of-speech tags. Immutable, so any
 * number of threads may share one.
 *
 * <p>Dates that name no year are completed in one of two ways, chosen for each text. In <b>news</b>
 * they are placed around the publication date, ahead of it where the nearest verb looks ahead and
 * else before it. A <b>narrative</b> is a text without publication date, or one with at least three
 * explicit years, more than three quarters of them before the year of publication, and with few
 * words such as "yesterday" and "Tuesday" (less than one for three years); there they belong to the
 * year mentioned last.
 */
public final class TimeTagger {
  /** Characters by which a year counts as further off than a finer date. */
  private static final int COARSE = 30;

  /**
   * The time expressions of a text.
   *
   * @param text not null; spans of the result count its UTF-16 units
   * @param published the day of publication, empty where it is not known
   * @return sorted, none overlapping another; never null
   */
  public List<TimeExpression> tag(String text, Optional<LocalDate> published) {
    Objects.requireNonNull(text);
    Objects.requireNonNull(published);
    Tokens tokens = new Tokens(text);
    List<Match> matches = Finder.find(tokens);
    Timeline timeline = new Timeline(mode(matches, published), published);
    return new Resolver(tokens, timeline).resolve(matches);
  }

  /**
   * The expression that most likely dates what a predicate says: of those that place something on
   * the calendar and lie within the clause, the one nearest to the predicate. A bare year or
   * anything coarser yields to a finer date not much further off, since it often belongs to a noun
   * ("signed the 2015 accord on Tuesday").
   *
   * @param all expressions of the text
   * @param clause where to look; characters of the same text
   * @param predicate characters of the same text
   * @return empty where the clause has no such expression; never null
   */
  public static Optional<TimeExpression> governing(
      List<TimeExpression> all, CharSpan clause, CharSpan predicate) {
    return all.stream()
        .filter(e -> e.isCalendar() && clause.contains(e.span()))
        .min(Comparator.comparingInt(e -> distance(e, predicate)));
  }

  private static int distance(TimeExpression e, CharSpan predicate) {
    int gap =
        Math.max(
            0, Math.max(e.span().start() - predicate.end(), predicate.start() - e.span().end()));
    return e.granularity().compareTo(Granularity.YEAR) <= 0 ? gap + COARSE : gap;
  }

  private static Timeline.Mode mode(List<Match> matches, Optional<LocalDate> published) {
    if (published.isEmpty()) {
      return Timeline.Mode.NARRATIVE;
    }
    int years = 0;
    int past = 0;
    int todays = 0;
    for (Match m : matches) {
      int year = m.has("YEAR") ? m.number("YEAR") : m.number("ANYYEAR");
      if (m.has("NUMDATE")) {
        year = Integer.parseInt(m.slot("NUMDATE").substring(0, 4));
      }
      if (year > 0) {
        years++;
        past += year < published.get().getYear() || m.has("ERA") ? 1 : 0;
      } else if (m.rule().action() == Rule.Action.DEICTIC
          || m.rule().action() == Rule.Action.WEEKDAY) {
        todays++;
      }
    }
    boolean history = years >= 3 && past * 4 > years * 3 && todays * 3 < years;
    return history ? Timeline.Mode.NARRATIVE : Timeline.Mode.NEWS;
  }
}
