package org.demarche.coder.time;

import java.util.Objects;
import java.util.Optional;
import org.demarche.coder.text.CharSpan;

/**
 * One time expression found in a text, with its value after TIMEX3 (ISO-TimeML), and after
 * TIDES/TIMEX2 where TIMEX3 is silent: {@code BC0480}, the decade {@code 201}, the century {@code
 * 20}.
 *
 * <p>No component is null.
 *
 * @param span UTF-16 units of the text that was tagged
 * @param text the words of the span
 * @param value for instance {@code 2022-03-01}, {@code 2022-SU}, {@code P3D}, {@code XXXX-05-16}
 *     where the year cannot be known, or {@code PAST_REF}
 * @param granularity of the value; of a duration or set, of its unit
 * @param kind the TIMEX3 type
 * @param modifier empty where the words add nothing to the value
 */
public record TimeExpression(
    CharSpan span,
    String text,
    String value,
    Granularity granularity,
    Kind kind,
    Optional<Modifier> modifier) {
  public TimeExpression {
    Objects.requireNonNull(span);
    Objects.requireNonNull(text);
    Objects.requireNonNull(value);
    Objects.requireNonNull(granularity);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(modifier);
  }

  /** Whether this places something on the calendar: a DATE or TIME that is not vague. */
  public boolean isCalendar() {
    return (kind == Kind.DATE || kind == Kind.TIME) && granularity != Granularity.VAGUE;
  }
}
