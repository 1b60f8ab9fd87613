package org.demarche.coder.event;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.TimeExpression;

/** Chooses the time expression that dates a predicate. */
final class Dating {
  private Dating() {}

  /**
   * The calendar expression nearest to the predicate, in its clause first, then in its sentence.
   */
  static Optional<TimeExpression> governing(
      List<TimeExpression> all, CharSpan sentence, CharSpan clause, CharSpan predicate) {
    return nearest(all, clause, predicate).or(() -> nearest(all, sentence, predicate));
  }

  private static Optional<TimeExpression> nearest(
      List<TimeExpression> all, CharSpan within, CharSpan predicate) {
    return all.stream()
        .filter(TimeExpression::isCalendar)
        .filter(t -> within.contains(t.span()))
        .min(Comparator.comparingInt(t -> distance(t.span(), predicate)));
  }

  private static int distance(CharSpan a, CharSpan b) {
    return a.end() <= b.start() ? b.start() - a.end() : Math.max(0, a.start() - b.end());
  }
}
