package org.demarche.coder.syntax;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The clauses and noun phrases of one sentence, with its tokens' lemmas and tags. */
public final class Clauses {
  private final DependencyTree tree;
  private final Map<Integer, Phrase> phrases;
  private final Map<Integer, Clause> clauses;

  Clauses(DependencyTree tree, Map<Integer, Phrase> phrases, Map<Integer, Clause> clauses) {
    this.tree = tree;
    this.phrases = new LinkedHashMap<>(phrases);
    this.clauses = new LinkedHashMap<>(clauses);
  }

  public Sentence sentence() {
    return tree.sentence();
  }

  public int size() {
    return tree.size();
  }

  /** The word as it is seen, without soft hyphens and directional marks. */
  public String form(int token) {
    return Plain.visible(tree.node(token).form());
  }

  /** Lower case. */
  public String lemma(int token) {
    return tree.node(token).lemma();
  }

  /** Penn Treebank tag. */
  public String pos(int token) {
    return tree.node(token).pos();
  }

  public boolean isProper(int token) {
    return pos(token).startsWith("NNP");
  }

  public boolean isNoun(int token) {
    return pos(token).startsWith("NN");
  }

  public boolean isPronoun(int token) {
    return pos(token).startsWith("PRP") || pos(token).startsWith("WP") || pos(token).equals("WDT");
  }

  /** The noun phrase headed by a token, where it heads one. */
  public Optional<Phrase> phrase(int head) {
    return Optional.ofNullable(phrases.get(head));
  }

  public Collection<Phrase> phrases() {
    return phrases.values();
  }

  /** The clause whose predicate is this token, where it is one. */
  public Optional<Clause> clause(int head) {
    return Optional.ofNullable(clauses.get(head));
  }

  /** All clauses by the place of their predicates. */
  public Collection<Clause> all() {
    return clauses.values();
  }

  /** The number of arcs from a token up to the root. */
  public int depth(int token) {
    int steps = 0;
    for (int at = tree.node(token).head(); at != DependencyTree.ROOT; at = tree.node(at).head()) {
      steps++;
    }
    return steps;
  }

  /** The token that governs a token, prepositions looked through; -1 for the root. */
  public int governor(int token) {
    int head = tree.node(token).head();
    while (head >= 0 && (pos(head).equals("IN") || pos(head).equals("TO"))) {
      head = tree.node(head).head();
    }
    return head;
  }

  /** Whether {@code token} is coordinated behind {@code first}. */
  public boolean conjunctOf(int token, int first) {
    return phrase(first).map(p -> p.conjuncts().contains(token)).orElse(false);
  }

  /** The tree, for showing to people. */
  public DependencyTree tree() {
    return tree;
  }

  /** All tokens under {@code head}, as the smallest run that holds them. */
  public TokenSpan subtree(int head) {
    return Subtrees.span(tree, head);
  }

  /** Whether {@code token} is {@code head} or stands under it. */
  public boolean under(int token, int head) {
    for (int at = token; at != DependencyTree.ROOT; at = tree.node(at).head()) {
      if (at == head) {
        return true;
      }
    }
    return false;
  }

  /** The number of arcs from {@code token} up to {@code head}, or -1 where it is not under it. */
  public int depth(int token, int head) {
    int steps = 0;
    for (int at = token; at != DependencyTree.ROOT; at = tree.node(at).head()) {
      if (at == head) {
        return steps;
      }
      steps++;
    }
    return -1;
  }
}
