package org.demarche.coder.syntax;

import java.util.Optional;
import java.util.Set;
import org.demarche.coder.syntax.DependencyTree.Node;

/**
 * <em>The premier, who is on his first trip, held talks with the chancellor</em>: behind a relative
 * clause the parser may take the main verb for a participle before its object, and the object for
 * an apposition of the subject.
 */
final class LostVerb {
  private static final Set<String> TOLD_OF = Set.of("relcl", "acl");

  private LostVerb() {}

  static DependencyTree found(DependencyTree tree) {
    for (Node subject : tree.nodes()) {
      if (subject.head() == DependencyTree.ROOT && subject.pos().startsWith("NN")) {
        Optional<Node> object =
            tree.children(subject.index()).stream()
                .filter(c -> c.label().equals("appos") && c.pos().startsWith("NN"))
                .filter(c -> verb(tree, subject, c).isPresent())
                .findFirst();
        if (object.isPresent()) {
          return mended(tree, subject, verb(tree, subject, object.get()).get(), object.get());
        }
      }
    }
    return tree;
  }

  /** The participle that begins the apposition, behind a clause that tells of the subject. */
  private static Optional<Node> verb(DependencyTree tree, Node subject, Node object) {
    int first = Subtrees.span(tree, object.index()).start();
    Node verb = tree.node(first);
    boolean behindClause =
        first > 0
            && tree.node(first - 1).form().equals(",")
            && tree.children(subject.index()).stream()
                .anyMatch(c -> TOLD_OF.contains(c.label()) && c.index() < first);
    boolean participle =
        verb.pos().equals("VBN") && verb.head() == object.index() && verb.label().equals("amod");
    return behindClause && participle ? Optional.of(verb) : Optional.empty();
  }

  private static DependencyTree mended(DependencyTree tree, Node subject, Node verb, Node object) {
    DependencyTree mended =
        tree.retag(verb.index(), "VBD", verb.lemma())
            .reattach(verb.index(), DependencyTree.ROOT, "root")
            .reattach(subject.index(), verb.index(), "nsubj")
            .reattach(object.index(), verb.index(), "dobj");
    for (Node child : tree.children(subject.index())) {
      boolean end = child.label().equals("punct") && child.index() > object.index();
      mended = end ? mended.reattach(child.index(), verb.index(), "punct") : mended;
    }
    return mended;
  }
}
