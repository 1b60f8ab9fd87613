package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.coder.syntax.DependencyTree.Node;
import org.demarche.coder.syntax.Phrase.Prepositional;

/** Reads the noun phrases out of a tree labelled in the CLEAR style (Choi and Palmer 2012). */
final class PhraseReader {
  private static final Set<String> MODIFIER_LABELS =
      Set.of("amod", "compound", "nummod", "nmod", "nn", "num", "hmod", "quantmod", "predet");

  private final DependencyTree tree;

  PhraseReader(DependencyTree tree) {
    this.tree = tree;
  }

  Map<Integer, Phrase> read() {
    Map<Integer, Phrase> phrases = new TreeMap<>();
    for (Node node : tree.nodes()) {
      if (isNominal(node)) {
        phrases.put(node.index(), phrase(node));
      }
    }
    return phrases;
  }

  private static boolean isNominal(Node node) {
    return switch (node.pos()) {
      case "NN", "NNS", "NNP", "NNPS", "PRP", "PRP$", "WP", "WP$", "WDT", "CD", "DT", "EX" -> true;
      case "JJ", "JJS" -> // "the wounded", a demonym used as a noun
          Set.of("nsubj", "nsubjpass", "dobj", "pobj", "poss", "conj", "appos")
              .contains(node.label());
      default -> false;
    };
  }

  private Phrase phrase(Node head) {
    List<Integer> modifiers = new ArrayList<>();
    List<Prepositional> prepositions = new ArrayList<>();
    List<Integer> appositions = new ArrayList<>();
    OptionalInt possessor = OptionalInt.empty();
    String determiner = "";
    boolean negated = Negation.NOMINALS.contains(head.lemma());
    int left = head.index();
    for (Node child : tree.children(head.index())) {
      String label = child.label();
      boolean before = child.index() < head.index();
      if (label.equals("poss")) {
        possessor = OptionalInt.of(child.index());
        left = Math.min(left, Subtrees.span(tree, child.index()).start());
      } else if (before && MODIFIER_LABELS.contains(label)) {
        collect(child, modifiers);
        left = Math.min(left, Subtrees.span(tree, child.index()).start());
      } else if (before && label.equals("det")) {
        determiner = child.form().toLowerCase(Locale.ROOT);
        negated |= Negation.NOMINALS.contains(determiner);
        left = Math.min(left, child.index());
      } else if (label.equals("preconj") || label.equals("neg")) {
        negated |= Set.of("neither", "not").contains(child.lemma());
      } else if (label.equals("prep")) {
        prepositional(child, prepositions);
      } else if (label.equals("appos")) {
        appositions.add(child.index());
      }
    }
    List<Integer> conjuncts = new ArrayList<>();
    conjuncts(head, conjuncts);
    return new Phrase(
        head.index(),
        new TokenSpan(left, head.index() + 1),
        Subtrees.span(tree, head.index()),
        modifiers.stream().sorted().toList(),
        possessor,
        prepositions,
        appositions,
        conjuncts,
        determiner,
        negated);
  }

  /** A modifier, what modifies it, and what is coordinated with it ("U.S. and Russian"). */
  private void collect(Node modifier, List<Integer> into) {
    into.add(modifier.index());
    for (Node child : tree.children(modifier.index())) {
      if (MODIFIER_LABELS.contains(child.label()) || child.label().equals("conj")) {
        collect(child, into);
      }
    }
  }

  private void prepositional(Node preposition, List<Prepositional> into) {
    for (Prepositional found : objects(tree, preposition)) {
      into.add(found);
    }
  }

  private void conjuncts(Node head, List<Integer> into) {
    for (Node child : tree.children(head.index())) {
      if (child.label().equals("conj") && isNominal(child)) {
        into.add(child.index());
        conjuncts(child, into);
      }
    }
  }

  /**
   * What a preposition governs; <em>out of</em>, <em>according to</em> count as their last word.
   */
  static List<Prepositional> objects(DependencyTree tree, Node preposition) {
    List<Prepositional> found = new ArrayList<>();
    String name = preposition.form().toLowerCase(Locale.ROOT);
    if (name.equals("towards")) {
      name = "toward";
    }
    for (Node child : tree.children(preposition.index())) {
      switch (child.label()) {
        case "pobj" -> found.add(new Prepositional(name, child.index()));
        case "prep" -> {
          for (Prepositional inner : objects(tree, child)) {
            found.add(
                name.equals("according") ? new Prepositional("according to", inner.head()) : inner);
          }
        }
        case "conj" -> {
          if (child.pos().equals("IN") || child.pos().equals("TO")) {
            found.addAll(objects(tree, child));
          }
        }
        default -> {
          // punctuation and adverbs
        }
      }
    }
    return found;
  }
}
