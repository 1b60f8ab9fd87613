package org.demarche.coder.syntax;

import java.util.Set;

/**
 * A dependency parser: tokens in, tree out, in two steps, since tagging is cheap and often shows
 * that a sentence need not be parsed. Implementations are thread-safe.
 */
public interface Parser {
  /** Tags one sentence of at least one token. */
  Tagged tag(Sentence sentence);

  /**
   * Every lemma that {@link #tag} may give a token of this form, lower case, and perhaps others.
   */
  Set<String> lemmas(String form);

  /** Name and version, kept with every run. */
  String version();

  /** Parses one sentence of at least one token. */
  default DependencyTree parse(Sentence sentence) {
    return tag(sentence).parse();
  }

  /** A sentence with the parts of speech and lemmas of its tokens. */
  interface Tagged {
    Sentence sentence();

    /** Penn Treebank tag. */
    String pos(int token);

    /** Lower case. */
    String lemma(int token);

    DependencyTree parse();
  }
}
