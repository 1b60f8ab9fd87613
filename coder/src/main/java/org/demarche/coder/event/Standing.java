package org.demarche.coder.event;

/**
 * How an act stands in its sentence.
 *
 * @param negated whether it is denied
 * @param intention whether a negation is one of will: <em>will not, refuses to</em>
 * @param told whether the text tells it at all; false for purposes, conditions and what is only
 *     talked about
 * @param why in words, for explanations
 */
public record Standing(
    Status status, boolean negated, boolean intention, boolean told, String why) {
  static Standing told(Status status, String why) {
    return new Standing(status, false, false, true, why);
  }

  Standing untold(String reason) {
    return new Standing(status, negated, intention, false, reason);
  }
}
