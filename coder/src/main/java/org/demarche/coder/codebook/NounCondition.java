package org.demarche.coder.codebook;

import java.util.List;
import java.util.Set;

/** One alternative of a condition on a noun phrase. */
public sealed interface NounCondition {
  /** How much it adds to the specificity of a frame. */
  int weight();

  /** Whether telling it takes the actors of the sentence, which cost more than its words. */
  default boolean asksActors() {
    return false;
  }

  /** A noun with this lemma; all words but the last must modify it. */
  record Lemma(List<String> words) implements NounCondition {
    public Lemma {
      words = List.copyOf(words);
    }

    @Override
    public int weight() {
      return 2 + words.size();
    }

    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  /** Any noun phrase. */
  record Any() implements NounCondition {
    @Override
    public int weight() {
      return 1;
    }

    @Override
    public String toString() {
      return "<any>";
    }
  }

  /** A phrase of a class that needs no codebook to tell. */
  record OfKind(Kind kind) implements NounCondition {
    @Override
    public boolean asksActors() {
      return kind != Kind.MONEY && kind != Kind.NUMBER && kind != Kind.DATE;
    }

    @Override
    public int weight() {
      return 2;
    }

    @Override
    public String toString() {
      return "<" + kind.name().toLowerCase(java.util.Locale.ROOT) + ">";
    }
  }

  /** The classes of phrases. */
  enum Kind {
    ACTOR,
    STATE,
    ORGANISATION,
    GROUP,
    PERSON,
    MONEY,
    NUMBER,
    PLACE,
    DATE
  }

  /** An actor of this sector. */
  record Sector(String sector) implements NounCondition {
    @Override
    public boolean asksActors() {
      return true;
    }

    @Override
    public int weight() {
      return 2;
    }

    @Override
    public String toString() {
      return "<" + sector + ">";
    }
  }

  /** A noun that names an act of one of these types; of any where the set is empty. */
  record Act(Set<String> types) implements NounCondition {
    public Act {
      types = Set.copyOf(types);
    }

    @Override
    public int weight() {
      return types.isEmpty() ? 2 : 3;
    }

    @Override
    public String toString() {
      return types.isEmpty() ? "<act>" : "<" + String.join("|", types) + ">";
    }
  }
}
