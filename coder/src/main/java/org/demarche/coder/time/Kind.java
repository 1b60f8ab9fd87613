package org.demarche.coder.time;

/** The TIMEX3 type of a time expression. */
public enum Kind {
  /** A day or anything coarser; also the vague references such as {@code PRESENT_REF}. */
  DATE,
  /** Finer than a day: a clock time or a part of the day. */
  TIME,
  /** A length of time, not placed on the calendar. */
  DURATION,
  /** Something that recurs: "every week", "daily". */
  SET
}
