package org.demarche.coder.syntax;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One predicate with its deep arguments: the passive is undone, subjects are carried into
 * infinitives, participles, relative clauses and conjuncts. All integers are token indices of the
 * sentence.
 *
 * @param head the predicate's token
 * @param kind what the predicate is
 * @param lemma the predicate's lemma
 * @param satellites particles, adverbs, complements and prepositions that may belong to a multiword
 *     predicate, left to right
 * @param arguments deep arguments
 * @param complements clausal complements
 * @param modals lemmas of modal auxiliaries
 * @param negated by <em>not, never, no, neither, nor, nearly, almost</em>
 * @param passive whether it stood in the passive
 * @param form the predicate's form
 * @param link how the clause hangs on its parent
 */
public record Clause(
    int head,
    Kind kind,
    String lemma,
    List<Satellite> satellites,
    List<Argument> arguments,
    List<Complement> complements,
    Set<String> modals,
    boolean negated,
    boolean passive,
    Form form,
    Link link) {
  public Clause {
    Objects.requireNonNull(kind);
    satellites = List.copyOf(satellites);
    arguments = List.copyOf(arguments);
    complements = List.copyOf(complements);
    modals = Set.copyOf(modals);
  }

  public static final String SUBJECT = "subject";
  public static final String OBJECT = "object";
  public static final String INDIRECT = "indirect";
  public static final String POSSESSOR = "possessor";

  /** What a predicate is. */
  public enum Kind {
    VERB,
    NOUN,
    ADJECTIVE
  }

  /** The form a verb stands in; nouns and adjectives are {@link #NONE} or take their copula's. */
  public enum Form {
    PAST,
    PRESENT,
    PERFECT,
    PROGRESSIVE,
    INFINITIVE,
    GERUND,
    PARTICIPLE,
    NONE
  }

  /** The kind of tie between a clause and its parent. */
  public enum Tie {
    ROOT,
    CONJUNCT,
    COMPLEMENT,
    RELATIVE,
    PARTICIPIAL,
    ADVERBIAL,
    PURPOSE,
    CONDITION,
    NOMINAL
  }

  /**
   * How a clause hangs on its parent.
   *
   * @param parent the parent predicate's token, absent for roots
   * @param mark the conjunction or preposition between, empty where there is none
   */
  public record Link(Tie tie, Optional<Integer> parent, String mark) {}

  /** A word that may belong to a multiword predicate. */
  public record Satellite(String lemma, int token) {}

  /**
   * A deep argument.
   *
   * @param slot {@link #SUBJECT}, {@link #OBJECT}, {@link #INDIRECT}, {@link #POSSESSOR} or a
   *     preposition
   * @param head the argument's head token
   * @param through the token of the object that the preposition hangs on, where it hangs not on the
   *     predicate itself
   */
  public record Argument(String slot, int head, Optional<Integer> through) {
    public Argument {
      Objects.requireNonNull(slot);
    }

    static Argument of(String slot, int head) {
      return new Argument(slot, head, Optional.empty());
    }
  }

  /** How a clausal complement is made. */
  public enum ComplementKind {
    INFINITIVE,
    THAT,
    GERUND
  }

  /**
   * A clausal complement.
   *
   * @param mark the preposition before a gerund, empty otherwise
   * @param head the predicate token of the complement
   */
  public record Complement(ComplementKind kind, String mark, int head) {}

  /** The heads that fill a slot, left to right. */
  public Stream<Integer> slot(String name) {
    return arguments.stream().filter(a -> a.slot().equals(name)).map(Argument::head);
  }

  public boolean has(String name) {
    return arguments.stream().anyMatch(a -> a.slot().equals(name));
  }
}
