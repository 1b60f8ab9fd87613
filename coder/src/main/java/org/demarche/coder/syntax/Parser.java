package org.demarche.coder.syntax;

/** A dependency parser: tokens in, tree out. Implementations are thread-safe. */
public interface Parser {
  /** Parses one sentence of at least one token. */
  DependencyTree parse(Sentence sentence);

  /** Name and version, kept with every run. */
  String version();
}
