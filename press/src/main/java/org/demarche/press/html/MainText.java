package org.demarche.press.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** Finds the element that holds the article: the subtree whose pieces weigh most. */
final class MainText {
  private MainText() {}

  static List<Piece> of(Element body) {
    List<Piece> pieces = Pieces.of(body);
    Map<Element, Double> sums = new HashMap<>();
    for (Piece piece : pieces) {
      double weight = weight(piece);
      for (Element at = piece.holder(); at != null; at = at.parent()) {
        sums.merge(at, weight, Double::sum);
      }
    }
    Element best = body;
    double most = 0;
    int depth = -1;
    for (Map.Entry<Element, Double> e : sums.entrySet()) {
      double w = e.getValue();
      int d = depth(e.getKey());
      if (w > most || (w == most && d > depth)) {
        best = e.getKey();
        most = w;
        depth = d;
      }
    }
    Element root = best;
    return pieces.stream().filter(p -> within(p.holder(), root)).toList();
  }

  private static int depth(Element e) {
    int d = 0;
    for (Element at = e; at != null; at = at.parent()) d++;
    return d;
  }

  private static boolean within(Element e, Element root) {
    for (Element at = e; at != null; at = at.parent()) if (at.equals(root)) return true;
    return false;
  }

  static double weight(Piece piece) {
    int n = piece.text().length();
    if (piece.linkDensity() > 0.5) {
      return -30 - n * 0.5;
    }
    boolean prose = (n > 60 && piece.text().matches(".*[.!?…。][\"'”’»)\\]]*$")) || n > 150;
    return prose ? n - 2.0 * piece.linked() : -10;
  }
}
