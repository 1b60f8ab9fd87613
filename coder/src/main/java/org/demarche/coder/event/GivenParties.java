package org.demarche.coder.event;

import java.util.Set;
import org.demarche.coder.text.CharSpan;

/**
 * Two parties handed to the coder from outside, in one sentence.
 *
 * @param actorTokens the tokens of the actor's span; empty where it stands in another sentence
 * @param recipientTokens the tokens of the recipient's span, likewise
 */
public record GivenParties(
    CharSpan actor, CharSpan recipient, Set<Integer> actorTokens, Set<Integer> recipientTokens) {
  public GivenParties {
    actorTokens = Set.copyOf(actorTokens);
    recipientTokens = Set.copyOf(recipientTokens);
  }
}
