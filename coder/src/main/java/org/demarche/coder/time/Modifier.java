package org.demarche.coder.time;

/** What TIMEX3 calls {@code mod}: the part of the value, or the vagueness, that the words add. */
public enum Modifier {
  START,
  MID,
  END,
  APPROX,
  BEFORE,
  AFTER,
  MORE_THAN,
  LESS_THAN
}
