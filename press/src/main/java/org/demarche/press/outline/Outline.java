package org.demarche.press.outline;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.coder.text.CharSpan;

/**
 * Numbered points of an argument. All spans are in characters of the article's text.
 *
 * @param what what is numbered, in the plural as the article names it (<em>countermeasures</em>);
 *     empty where it does not say
 * @param lead the sentence that leads up to the points
 * @param announced how many the article says there are, which need not be how many follow
 * @param points at least two, numbered from 1
 */
public record Outline(
    String what, Optional<CharSpan> lead, OptionalInt announced, List<Point> points) {
  public Outline {
    Objects.requireNonNull(what);
    Objects.requireNonNull(lead);
    Objects.requireNonNull(announced);
    points = List.copyOf(points);
    if (points.size() < 2) {
      throw new IllegalArgumentException("one point is no outline");
    }
  }

  /**
   * A point.
   *
   * @param number from 1
   * @param marker the words or figures that number it
   * @param heading the sentence that it begins with, without the marker where that is an adverb
   * @param span all that belongs to it
   * @param inner outlines within it
   */
  public record Point(
      int number, CharSpan marker, CharSpan heading, CharSpan span, List<Outline> inner) {
    public Point {
      Objects.requireNonNull(marker);
      Objects.requireNonNull(heading);
      Objects.requireNonNull(span);
      inner = List.copyOf(inner);
    }
  }
}
