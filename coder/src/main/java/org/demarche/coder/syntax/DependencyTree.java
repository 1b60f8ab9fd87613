package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A dependency tree over a sentence: for each token its lemma, part of speech, head and label. The
 * labels are those of the parser that made it; only {@link ClauseReader} may know them.
 */
public final class DependencyTree {
  /** The head of the root. */
  public static final int ROOT = -1;

  /**
   * One token in the tree.
   *
   * @param lemma lower case
   * @param pos Penn Treebank tag
   * @param head index of the head token, {@link #ROOT} for the root
   * @param label the parser's dependency label; {@code root} where there is no head
   */
  public record Node(int index, String form, String lemma, String pos, int head, String label) {
    public Node {
      Objects.requireNonNull(form);
      Objects.requireNonNull(lemma);
      Objects.requireNonNull(pos);
      Objects.requireNonNull(label);
      // whatever hangs on nothing is a root: no reader need ask a conjunct or attribute for its
      // head
      label = head == ROOT ? "root" : label;
    }
  }

  private final Sentence sentence;
  private final List<Node> nodes;
  private final List<List<Node>> children;

  /** Throws {@link IllegalArgumentException} unless there is one node a token, without cycles. */
  public DependencyTree(Sentence sentence, List<Node> nodes) {
    this.sentence = Objects.requireNonNull(sentence);
    this.nodes = List.copyOf(nodes);
    if (nodes.size() != sentence.size()) {
      throw new IllegalArgumentException(
          nodes.size() + " nodes for " + sentence.size() + " tokens");
    }
    List<List<Node>> below = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      below.add(new ArrayList<>());
    }
    for (Node node : nodes) {
      if (node.head() != ROOT) {
        below.get(node.head()).add(node);
      }
    }
    for (Node node : nodes) {
      int steps = 0;
      for (int at = node.index(); at != ROOT; at = nodes.get(at).head()) {
        if (++steps > nodes.size()) {
          throw new IllegalArgumentException("cycle at token " + node.index());
        }
      }
    }
    this.children = below.stream().map(List::copyOf).toList();
  }

  public Sentence sentence() {
    return sentence;
  }

  public int size() {
    return nodes.size();
  }

  public Node node(int index) {
    return nodes.get(index);
  }

  public List<Node> nodes() {
    return nodes;
  }

  /** The dependents of a token, left to right. */
  public List<Node> children(int index) {
    return children.get(index);
  }

  /** A copy with one token under another part of speech and lemma. */
  public DependencyTree retag(int index, String pos, String lemma) {
    List<Node> changed = new ArrayList<>(nodes);
    Node old = nodes.get(index);
    changed.set(index, new Node(index, old.form(), lemma, pos, old.head(), old.label()));
    return new DependencyTree(sentence, changed);
  }

  /** A copy with one token attached elsewhere. */
  public DependencyTree reattach(int index, int head, String label) {
    List<Node> changed = new ArrayList<>(nodes);
    Node old = nodes.get(index);
    changed.set(index, new Node(index, old.form(), old.lemma(), old.pos(), head, label));
    return new DependencyTree(sentence, changed);
  }
}
