package org.demarche.press.html;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/**
 * Flattens what is nested deeper than any page is by intent: there each element costs all those
 * around it, and a hundred thousand of them would hold up a run.
 */
final class Depth {
  private static final int DEEPEST = 150;

  private Depth() {}

  static void limit(Document page) {
    List<Element> deepest = new ArrayList<>();
    NodeTraversor.traverse(
        (node, depth) -> {
          if (depth == DEEPEST && node instanceof Element element && element.childrenSize() > 0) {
            deepest.add(element);
          }
        },
        page);
    for (Element element : deepest) {
      List<Piece> pieces = Pieces.of(element);
      element.empty();
      for (Piece piece : pieces) {
        element.appendElement("p").text(piece.text());
      }
    }
  }
}
