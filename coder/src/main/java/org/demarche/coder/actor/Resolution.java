package org.demarche.coder.actor;

import java.util.List;
import java.util.function.Function;

/** Who a mention stands for, and how that was found. */
public sealed interface Resolution {
  /** How it was found, for people to read. */
  String how();

  <T> T fold(
      Function<Resolved, T> resolved,
      Function<Ambiguous, T> ambiguous,
      Function<Unknown, T> unknown);

  /** One party, or the members of a group. */
  record Resolved(List<Party> parties, String how) implements Resolution {
    public Resolved {
      parties = List.copyOf(parties);
    }

    @Override
    public <T> T fold(
        Function<Resolved, T> resolved,
        Function<Ambiguous, T> ambiguous,
        Function<Unknown, T> unknown) {
      return resolved.apply(this);
    }
  }

  /** Several readings, none better than the others. */
  record Ambiguous(List<Party> candidates, String how) implements Resolution {
    public Ambiguous {
      candidates = List.copyOf(candidates);
    }

    @Override
    public <T> T fold(
        Function<Resolved, T> resolved,
        Function<Ambiguous, T> ambiguous,
        Function<Unknown, T> unknown) {
      return ambiguous.apply(this);
    }
  }

  /** Somebody the book does not know: a name, or a pronoun without an antecedent. */
  record Unknown(String how) implements Resolution {
    @Override
    public <T> T fold(
        Function<Resolved, T> resolved,
        Function<Ambiguous, T> ambiguous,
        Function<Unknown, T> unknown) {
      return unknown.apply(this);
    }
  }

  /** The parties where resolved, none otherwise. */
  default List<Party> parties() {
    return fold(Resolved::parties, a -> List.of(), u -> List.of());
  }
}
