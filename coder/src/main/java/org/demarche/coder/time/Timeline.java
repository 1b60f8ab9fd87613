package org.demarche.coder.time;

import java.time.LocalDate;
import java.util.Optional;

/** Where a text stands in time while it is read: the publication date and the dates mentioned. */
final class Timeline {
  /** How dates that name no year are completed. */
  enum Mode {
    /** From the publication date, and the tense. */
    NEWS,
    /** From the date mentioned last. */
    NARRATIVE
  }

  /** Years: a story seldom leaps further at once. */
  private static final int LEAP = 3;

  private final Mode mode;
  private final Optional<Point> published;
  private Point mentioned;
  private Point aside;
  private Point last;
  private Point lastMonth;
  private Point lastDay;

  Timeline(Mode mode, Optional<LocalDate> published) {
    this.mode = mode;
    this.published = published.map(Point::of);
  }

  Mode mode() {
    return mode;
  }

  /**
   * Remembers a date that was mentioned. A bare year far from the running one is an aside until a
   * second date near it confirms that the story has moved there.
   *
   * @param passing whether the words around say that the story does not move there
   */
  void mention(Point point, boolean passing) {
    mentioned = point;
    boolean far = last != null && Math.abs(last.year() - point.year()) > LEAP;
    boolean confirmed = aside != null && Math.abs(aside.year() - point.year()) <= LEAP;
    if (mode == Mode.NARRATIVE && point.month() == 0 && (passing || (far && !confirmed))) {
      aside = point;
      return;
    }
    aside = null;
    last = point;
    if (point.month() > 0) {
      lastMonth = point;
    }
    if (point.day() > 0) {
      lastDay = point;
    }
  }

  /** The publication date in news; in a narrative the date mentioned last. */
  Optional<Point> now() {
    return mode == Mode.NEWS ? published : then();
  }

  /** The date mentioned last; in news that mention none, the publication date. */
  Optional<Point> then() {
    return last == null ? start() : Optional.of(last);
  }

  /** The very last date mentioned, even in passing: what "that year" points to. */
  Optional<Point> mentioned() {
    return mentioned == null ? start() : Optional.of(mentioned);
  }

  /** The last mentioned date that is known to the month. */
  Optional<Point> thenMonth() {
    return lastMonth == null ? start() : Optional.of(lastMonth);
  }

  /** The last mentioned date that is known to the day. */
  Optional<Point> thenDay() {
    return lastDay == null ? start() : Optional.of(lastDay);
  }

  Optional<Point> published() {
    return published;
  }

  private Optional<Point> start() {
    return mode == Mode.NEWS ? published : Optional.empty();
  }
}
