package org.demarche.press.outline;

import org.demarche.coder.text.CharSpan;

/**
 * Words or figures that number a point.
 *
 * @param number from 1; {@link #LAST} for <em>finally</em>
 * @param what what is numbered, in the singular; empty where the marker does not say
 * @param headed whether the marker is a part of the sentence (<em>The first factor is …</em>)
 */
record Marker(Style style, int number, String what, CharSpan span, boolean headed) {
  static final int LAST = 0;

  /** How points are numbered; figures and letters number lists of their own. */
  enum Style {
    WORD,
    FIGURE,
    LETTER
  }
}
