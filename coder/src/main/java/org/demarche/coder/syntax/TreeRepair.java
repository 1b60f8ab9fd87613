package org.demarche.coder.syntax;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Mends what the parser is known to miss, before clauses are read. */
final class TreeRepair {
  private static final Set<String> ROUNDING =
      Set.of("around", "about", "over", "under", "near", "up", "to");
  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");

  private TreeRepair() {}

  static DependencyTree repair(DependencyTree tree) {
    return roundedSubject(participleModifier(initialParticiple(tree)));
  }

  /**
   * <em>Around 3,000 fighters have surrendered</em>: the parser takes the word that rounds a number
   * for a preposition, and the subject for what it governs.
   */
  private static DependencyTree roundedSubject(DependencyTree tree) {
    for (Node rounding : tree.nodes()) {
      boolean preposition =
          ROUNDING.contains(rounding.lemma())
              && rounding.label().equals("prep")
              && rounding.head() > rounding.index();
      if (!preposition) {
        continue;
      }
      Node verb = tree.node(rounding.head());
      Optional<Node> governed = child(tree, rounding, "pobj");
      boolean counted =
          governed.isPresent()
              && governed.get().index() < verb.index()
              && tree.node(rounding.index() + 1).pos().equals("CD");
      boolean subject =
          child(tree, verb, "nsubj").or(() -> child(tree, verb, "nsubjpass")).isPresent();
      if (counted && !subject && verb.pos().startsWith("VB")) {
        String label = child(tree, verb, "auxpass").isPresent() ? "nsubjpass" : "nsubj";
        return tree.reattach(governed.get().index(), verb.index(), label)
            .reattach(rounding.index(), governed.get().index(), "advmod");
      }
    }
    return tree;
  }

  /**
   * <em>in occupied Karabakh</em>: the parser takes the participle between preposition and noun for
   * a clause. It modifies the noun, and what hangs on it hangs on the noun's governor.
   */
  private static DependencyTree participleModifier(DependencyTree tree) {
    DependencyTree mended = tree;
    for (Node participle : tree.nodes()) {
      if (!participle.pos().equals("VBN")
          || !participle.label().equals("pcomp")
          || participle.head() != participle.index() - 1) {
        continue;
      }
      Optional<Node> noun =
          tree.nodes().stream()
              .filter(n -> n.index() > participle.index() && n.pos().startsWith("NN"))
              .filter(n -> n.head() == participle.head() || n.head() == participle.index())
              .filter(n -> onlyModifiers(tree, participle.index() + 1, n))
              .findFirst();
      if (noun.isEmpty()) {
        continue;
      }
      Node preposition = tree.node(participle.head());
      mended = mended.reattach(noun.get().index(), preposition.index(), "pobj");
      int above = preposition.head() < 0 ? noun.get().index() : preposition.head();
      for (Node child : List.copyOf(mended.children(participle.index()))) {
        mended = mended.reattach(child.index(), above, child.label());
      }
      mended = mended.reattach(participle.index(), noun.get().index(), "amod");
    }
    return mended;
  }

  /** Whether nothing but modifiers of {@code noun} stand from {@code first} up to it. */
  private static boolean onlyModifiers(DependencyTree tree, int first, Node noun) {
    for (int i = first; i < noun.index(); i++) {
      if (tree.node(i).head() != noun.index()) {
        return false;
      }
    }
    return true;
  }

  /**
   * <em>Protesters demanding the resignation of the president clashed with police</em>: the parser
   * takes the participle for the main verb and the true main verb for its clause.
   */
  private static DependencyTree initialParticiple(DependencyTree tree) {
    for (Node verb : tree.nodes()) {
      boolean bareParticiple =
          (verb.pos().equals("VBG") || verb.pos().equals("VBN"))
              && child(tree, verb, "aux").isEmpty()
              && child(tree, verb, "auxpass").isEmpty()
              && !verb.label().equals("acl");
      Optional<Node> subject = child(tree, verb, "nsubj").or(() -> child(tree, verb, "nsubjpass"));
      if (!bareParticiple || subject.isEmpty() || subject.get().index() > verb.index()) {
        continue;
      }
      Optional<Node> main =
          tree.children(verb.index()).stream()
              .filter(c -> c.index() > verb.index())
              .filter(c -> Set.of("ccomp", "conj", "dep", "advcl").contains(c.label()))
              .filter(c -> FINITE.contains(c.pos()) || hasFiniteAuxiliary(tree, c))
              .filter(c -> child(tree, c, "mark").isEmpty())
              .filter(c -> !c.label().equals("conj") || child(tree, verb, "cc").isEmpty())
              .findFirst();
      if (main.isEmpty()) {
        continue;
      }
      Node finite = main.get();
      DependencyTree mended = tree.reattach(finite.index(), verb.head(), verb.label());
      Optional<Node> taken = child(tree, finite, "nsubj").filter(n -> n.index() > verb.index());
      if (taken.isPresent()) {
        mended =
            child(tree, verb, "dobj").isPresent()
                ? mended
                : mended.reattach(taken.get().index(), verb.index(), "dobj");
      }
      mended = mended.reattach(subject.get().index(), finite.index(), "nsubj");
      mended = mended.reattach(verb.index(), subject.get().index(), "acl");
      for (Node child : List.copyOf(mended.children(verb.index()))) {
        if (child.index() > finite.index()) {
          mended = mended.reattach(child.index(), finite.index(), child.label());
        }
      }
      return mended;
    }
    return tree;
  }

  private static boolean hasFiniteAuxiliary(DependencyTree tree, Node verb) {
    return tree.children(verb.index()).stream()
        .anyMatch(c -> c.label().startsWith("aux") && FINITE.contains(c.pos()));
  }

  private static Optional<Node> child(DependencyTree tree, Node of, String label) {
    return tree.children(of.index()).stream().filter(c -> c.label().equals(label)).findFirst();
  }
}
