package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.demarche.coder.syntax.Clause.Complement;
import org.demarche.coder.syntax.Clause.ComplementKind;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Finds the clauses that a predicate takes as its complements. */
final class ComplementReader {
  private final DependencyTree tree;
  private final Verbs verbs;
  private final Predicate<String> eventNoun;

  ComplementReader(DependencyTree tree, Verbs verbs, Predicate<String> eventNoun) {
    this.tree = tree;
    this.verbs = verbs;
    this.eventNoun = eventNoun;
  }

  /** The clausal complements of a predicate, left to right. */
  List<Complement> complements(Node node) {
    List<Complement> found = new ArrayList<>();
    for (Node child : tree.children(node.index())) {
      switch (child.label()) {
        case "xcomp" -> add(found, ComplementKind.INFINITIVE, "", child);
        case "ccomp" -> add(found, clausal(child), "", child);
        case "acl" -> {
          if (!Verbs.isVerb(node) && verbs.hasTo(child)) {
            add(found, ComplementKind.INFINITIVE, "", child);
          } else if (!Verbs.isVerb(node)
              && tree.children(child.index()).stream().anyMatch(c -> c.label().equals("mark"))) {
            add(found, ComplementKind.THAT, "", child);
          }
        }
        case "advcl" -> {
          // the parser often hangs "asked Iran to …" as a purpose
          if (verbs.hasTo(child) && child.index() > node.index()) {
            add(found, ComplementKind.INFINITIVE, "to", child);
          }
        }
        case "prep" -> gerunds(child, found);
        case "dobj" -> objectInfinitive(child, found);
        default -> {
          // no complement
        }
      }
    }
    // "Iran, the minister said, attacked": the speech hangs on what it reports
    boolean aside =
        node.label().equals("parataxis")
            && node.head() != DependencyTree.ROOT
            && Verbs.isVerb(tree.node(node.head()))
            && verbs.hasSubject(node)
            && found.isEmpty()
            && tree.children(node.index()).stream().noneMatch(c -> c.label().equals("dobj"));
    if (aside) {
      add(found, ComplementKind.THAT, "", tree.node(node.head()));
    }
    return found;
  }

  /** A clause with a subject may still be an infinitive: <em>allowed the army to act</em>. */
  private ComplementKind clausal(Node child) {
    if (verbs.finite(child)) {
      return ComplementKind.THAT;
    }
    if (verbs.hasTo(child)) {
      return ComplementKind.INFINITIVE;
    }
    return verbs.hasSubject(child) ? ComplementKind.THAT : ComplementKind.GERUND;
  }

  private void gerunds(Node preposition, List<Complement> found) {
    for (Node below : tree.children(preposition.index())) {
      if (below.label().equals("pcomp")) {
        add(found, ComplementKind.GERUND, preposition.lemma(), below);
      } else if (below.label().equals("prep")) {
        gerunds(below, found);
      }
    }
  }

  /** "asked Iran to withdraw" may come with the infinitive hung on the object. */
  private void objectInfinitive(Node object, List<Complement> found) {
    for (Node below : tree.children(object.index())) {
      if (below.label().equals("acl") && verbs.hasTo(below) && !eventNoun.test(object.lemma())) {
        add(found, ComplementKind.INFINITIVE, "", below);
      }
    }
  }

  private void add(List<Complement> found, ComplementKind kind, String mark, Node child) {
    Node predicate = child;
    if (Verbs.isCopula(child)) {
      predicate =
          tree.children(child.index()).stream()
              .filter(
                  c ->
                      verbs.isAdjective(c)
                          || (c.label().equals("attr") && eventNoun.test(c.lemma())))
              .findFirst()
              .orElse(child);
    }
    found.add(new Complement(kind, mark, predicate.index()));
    for (Node below : tree.children(child.index())) {
      if (below.label().equals("conj") && Verbs.isVerb(below)) {
        found.add(new Complement(kind, mark, below.index()));
      }
    }
  }
}
