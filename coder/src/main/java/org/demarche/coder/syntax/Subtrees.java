package org.demarche.coder.syntax;

/** Spans of subtrees. */
final class Subtrees {
  private Subtrees() {}

  static TokenSpan span(DependencyTree tree, int head) {
    int[] bounds = {head, head + 1};
    widen(tree, head, bounds);
    return new TokenSpan(bounds[0], bounds[1]);
  }

  private static void widen(DependencyTree tree, int at, int[] bounds) {
    bounds[0] = Math.min(bounds[0], at);
    bounds[1] = Math.max(bounds[1], at + 1);
    for (DependencyTree.Node child : tree.children(at)) {
      if (!child.label().equals("punct")) {
        widen(tree, child.index(), bounds);
      }
    }
  }
}
