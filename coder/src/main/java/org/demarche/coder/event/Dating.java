package org.demarche.coder.event;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;
import org.demarche.coder.time.TimeTagger;

/** Chooses the time expression that dates a predicate. */
final class Dating {
  private static final Pattern RANGE =
      Pattern.compile("\\s*(?:to|until|till|through|and|-|–|—)\\s*");

  private Dating() {}

  /**
   * The calendar expression nearest to the predicate, in its clause first, then in its sentence.
   */
  static Optional<TimeExpression> governing(
      List<TimeExpression> all,
      CharSpan sentence,
      CharSpan clause,
      CharSpan predicate,
      String text) {
    return nearest(all, clause, predicate, text).or(() -> nearest(all, sentence, predicate, text));
  }

  private static Optional<TimeExpression> nearest(
      List<TimeExpression> all, CharSpan within, CharSpan predicate, String text) {
    List<TimeExpression> inside =
        all.stream()
            .filter(TimeExpression::isCalendar)
            .filter(t -> within.contains(t.span()))
            .toList();
    Optional<TimeExpression> best = TimeTagger.governing(inside, within, predicate);
    // of a range, from 2021 to 2024, the beginning
    return best.map(
        b ->
            inside.stream()
                .filter(t -> t.span().end() <= b.span().start())
                .filter(
                    t -> RANGE.matcher(text.substring(t.span().end(), b.span().start())).matches())
                .findFirst()
                .orElse(b));
  }
}
