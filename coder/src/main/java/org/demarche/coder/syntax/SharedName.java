package org.demarche.coder.syntax;

import java.util.Set;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Two names that share a word: <em>North and South Korea</em>. */
public final class SharedName {
  private static final Set<String> COMPASS = Set.of("North", "South", "East", "West");
  private static final Set<String> JOINING = Set.of("and", "or", "nor");

  private SharedName() {}

  /**
   * Whether these three words begin such a pair of names.
   *
   * @param third the beginning of the second name; the word behind it is what they share
   */
  public static boolean begins(String first, String second, String third) {
    return COMPASS.contains(first) && JOINING.contains(second) && COMPASS.contains(third);
  }

  /** The parser takes the first for a modifier of the second: they are a coordination. */
  static DependencyTree coordinated(DependencyTree tree) {
    DependencyTree mended = tree;
    for (int i = 0; i + 3 < tree.nodes().size(); i++) {
      Node first = tree.node(i);
      Node shared = tree.node(i + 3);
      boolean modifier =
          begins(first.form(), tree.node(i + 1).form(), tree.node(i + 2).form())
              && shared.pos().startsWith("NNP")
              && first.head() == shared.index()
              && shared.head() != DependencyTree.ROOT;
      if (modifier) {
        mended =
            mended
                .reattach(first.index(), shared.head(), shared.label())
                .reattach(shared.index(), first.index(), "conj")
                .reattach(i + 1, first.index(), "cc");
      }
    }
    return mended;
  }
}
