package org.demarche.coder.syntax;

import java.util.Objects;
import org.demarche.coder.text.CharSpan;

/**
 * A token before parsing.
 *
 * @param index its place in the sentence, from 0
 * @param form the characters of the article that it covers, never normalised
 * @param span where it stands, in characters of the article's text
 */
public record Token(int index, String form, CharSpan span) {
  public Token {
    Objects.requireNonNull(form);
    Objects.requireNonNull(span);
  }

  /** The form as it is seen, without soft hyphens and directional marks. */
  public String visible() {
    return Plain.visible(form);
  }
}
