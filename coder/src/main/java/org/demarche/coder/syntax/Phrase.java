package org.demarche.coder.syntax;

import java.util.List;
import java.util.OptionalInt;

/**
 * A noun phrase, free of any parser's labels. All integers are token indices of the sentence.
 *
 * @param head the head noun, pronoun or number
 * @param core the tokens from the leftmost modifier to the head: <em>the six CSTO member
 *     states</em>
 * @param whole the core with everything that hangs on it: <em>the states of the alliance, which
 *     …</em>
 * @param modifiers adjectives, compounds and numbers before the head, left to right
 * @param possessor the head of <em>Russia's</em> or <em>its</em>
 * @param prepositions what prepositions attach to the head
 * @param appositions heads of appositions
 * @param conjuncts heads of the phrases coordinated with this one, this one's own head left out
 * @param determiner lower case, empty where there is none
 * @param negated <em>no country</em>, <em>neither side</em>
 */
public record Phrase(
    int head,
    TokenSpan core,
    TokenSpan whole,
    List<Integer> modifiers,
    OptionalInt possessor,
    List<Prepositional> prepositions,
    List<Integer> appositions,
    List<Integer> conjuncts,
    String determiner,
    boolean negated) {
  public Phrase {
    modifiers = List.copyOf(modifiers);
    prepositions = List.copyOf(prepositions);
    appositions = List.copyOf(appositions);
    conjuncts = List.copyOf(conjuncts);
  }

  /** A preposition, lower case, and the head of what it governs. */
  public record Prepositional(String preposition, int head) {}
}
