package org.demarche.coder.codebook;

import java.util.Set;

/** What a frame asks of the act that the predicate takes as its complement. */
public sealed interface ActCondition {
  int weight();

  /** Any complement clause or event noun, coded or not. */
  record Any() implements ActCondition {
    @Override
    public int weight() {
      return 1;
    }
  }

  /** Any infinitive: what somebody is told to do, not what he is told. */
  record Infinitive() implements ActCondition {
    @Override
    public int weight() {
      return 1;
    }
  }

  /** An infinitive whose subject is another party: <em>wanted Kenya to help</em>. */
  record Others() implements ActCondition {
    @Override
    public int weight() {
      return 2;
    }
  }

  /** One that the codebook codes with one of these types. */
  record Types(Set<String> types) implements ActCondition {
    public Types {
      types = Set.copyOf(types);
    }

    @Override
    public int weight() {
      return 3;
    }
  }

  /** One that fits a frame, whose predicate may be left open. */
  record Framed(Frame frame) implements ActCondition {
    @Override
    public int weight() {
      return 3;
    }
  }
}
