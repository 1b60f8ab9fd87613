package org.demarche.coder.syntax;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The closed class of words that deny. Without one of them nothing is negated. */
public final class Negation {
  /** Lemmas that deny the verb they stand beside. */
  static final Set<String> ADVERBS =
      Set.of("not", "n't", "never", "neither", "nor", "nearly", "almost");

  /** Lemmas that deny the phrase that they determine or head, and what is said of it. */
  static final Set<String> NOMINALS = Set.of("no", "neither", "none", "nobody", "nothing");

  /** All of them. */
  public static final Set<String> WORDS =
      Stream.of(ADVERBS, NOMINALS).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());

  private Negation() {}
}
