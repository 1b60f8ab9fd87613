package org.demarche.coder.event;

import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.text.CharSpan;

/**
 * Actor or recipient of an event.
 *
 * @param text the words that name it
 * @param span where they stand, in characters of the article's text
 * @param how how it was found out who is meant
 */
public record Participant(String text, CharSpan span, Party party, String how) {
  static Participant of(Mention mention, Party party) {
    return new Participant(mention.text(), mention.span(), party, mention.resolution().how());
  }
}
