package org.demarche.coder.syntax;

import java.util.Set;
import org.demarche.coder.syntax.DependencyTree.Node;

/** What the labels and tags around a verb say of it: voice, finiteness, shared auxiliaries. */
final class Verbs {
  private static final Set<String> COPULAS =
      Set.of("be", "become", "remain", "seem", "appear", "stay", "feel", "get", "grow");

  private final DependencyTree tree;

  Verbs(DependencyTree tree) {
    this.tree = tree;
  }

  static boolean isVerb(Node node) {
    return node.pos().startsWith("VB")
        && !Set.of("aux", "auxpass", "amod", "compound", "prep", "nmod").contains(node.label());
  }

  boolean isAdjective(Node node) {
    if (!node.pos().startsWith("JJ")
        && !(node.pos().equals("VBN") && node.label().equals("acomp"))) {
      return false;
    }
    if (Set.of("acomp", "oprd", "root", "ccomp", "acl", "advcl", "conj", "relcl")
        .contains(node.label())) {
      return true;
    }
    return node.label().equals("amod")
        && tree.children(node.index()).stream()
            .anyMatch(c -> c.label().equals("prep") || c.label().equals("xcomp"));
  }

  boolean isPredicate(Node node) {
    return isVerb(node) || isAdjective(node);
  }

  boolean passive(Node verb) {
    if (!verb.pos().equals("VBN") && !verb.pos().equals("VBD")) {
      return false;
    }
    for (Node child : tree.children(verb.index())) {
      if (child.label().equals("auxpass")
          || child.label().equals("nsubjpass")
          || child.label().equals("agent")) {
        return true;
      }
    }
    if (!verb.pos().equals("VBN")) {
      return false;
    }
    if (verb.label().equals("conj")) {
      Node head = tree.node(verb.head());
      boolean own =
          tree.children(verb.index()).stream()
              .anyMatch(c -> c.label().startsWith("nsubj") || c.label().equals("aux"));
      return !own && isVerb(head) && passive(head);
    }
    if (Set.of("acl", "amod", "advcl").contains(verb.label())) {
      return tree.children(verb.index()).stream()
          .noneMatch(c -> c.label().equals("aux") || c.label().equals("nsubj"));
    }
    return false;
  }

  boolean hasSubject(Node verb) {
    return tree.children(verb.index()).stream().anyMatch(c -> c.label().startsWith("nsubj"));
  }

  boolean hasTo(Node verb) {
    return tree.children(verb.index()).stream()
        .anyMatch(c -> c.label().equals("aux") && c.pos().equals("TO"));
  }

  boolean finite(Node verb) {
    if (Set.of("VBD", "VBZ", "VBP", "MD").contains(verb.pos())) {
      return true;
    }
    return tree.children(verb.index()).stream()
        .anyMatch(
            c ->
                c.label().startsWith("aux") && Set.of("VBD", "VBZ", "VBP", "MD").contains(c.pos()));
  }

  boolean sharesAuxiliaries(Node verb) {
    Node head = tree.node(verb.head());
    return isVerb(head)
        && !hasSubject(verb)
        && tree.children(verb.index()).stream().noneMatch(c -> c.label().equals("aux"))
        && (verb.pos().equals(head.pos()) || verb.pos().equals("VB") || verb.pos().equals("VBP"));
  }

  /** Whether a verb links a subject with an adjective or noun. */
  static boolean isCopula(Node node) {
    return COPULAS.contains(node.lemma());
  }
}
