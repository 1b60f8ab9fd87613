package org.demarche.coder.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Mends what the parser is known to miss, before clauses are read. */
final class TreeRepair {
  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");

  private TreeRepair() {}

  static DependencyTree repair(DependencyTree tree) {
    return nominalGerunds(initialParticiple(tree));
  }

  /** <em>Fighting between A and B resumed</em>: a gerund that stands as a noun is one. */
  private static DependencyTree nominalGerunds(DependencyTree tree) {
    DependencyTree mended = tree;
    for (Node node : tree.nodes()) {
      boolean noun =
          node.pos().equals("VBG")
              && Set.of("nsubj", "nsubjpass", "dobj", "pobj").contains(node.label())
              && child(tree, node, "dobj").isEmpty()
              && child(tree, node, "aux").isEmpty();
      if (noun) {
        mended = mended.retag(node.index(), "NN", node.form().toLowerCase(Locale.ROOT));
      }
    }
    return mended;
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
