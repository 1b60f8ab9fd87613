package org.demarche.coder.actor;

import java.util.List;
import org.demarche.coder.text.CharSpan;

/**
 * An actor mentioned in a sentence.
 *
 * @param head token index of its head in the sentence
 * @param span where it stands, in characters of the article's text
 * @param text the characters there
 */
public record Mention(int head, CharSpan span, String text, Resolution resolution) {
  public List<Party> parties() {
    return resolution.parties();
  }
}
