package org.demarche.press.html;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.demarche.press.page.Block;
import org.jsoup.nodes.Element;

/**
 * How much each element's text looks like an article: the sum over its pieces, in characters. Prose
 * counts for its length, links and scraps count against it, so that the subtree with the highest
 * sum is the one that holds the whole article and little else.
 */
final class Weights {
  private static final Pattern ENDED = Pattern.compile("[.!?…。！？؟।:][\"'”’»)\\]]*$");

  private final List<Piece> pieces;
  private final Map<Element, double[]> sums = new HashMap<>();

  private Weights(List<Piece> pieces) {
    this.pieces = pieces;
    for (Piece piece : pieces) {
      double weight = weight(piece);
      for (Element at = piece.holder(); at != null; at = at.parent()) {
        double[] sum = sums.computeIfAbsent(at, e -> new double[2]);
        sum[0] += weight;
        sum[1] += Math.max(0, weight);
      }
    }
  }

  static Weights of(Element root) {
    return new Weights(Pieces.of(root));
  }

  List<Piece> pieces() {
    return pieces;
  }

  Map<Element, double[]> sums() {
    return sums;
  }

  /** What pleads for an element. */
  double prose(Element element) {
    double[] sum = sums.get(element);
    return sum == null ? 0 : sum[1];
  }

  /** What pleads for an element less what pleads against it. */
  double sum(Element element) {
    double[] sum = sums.get(element);
    return sum == null ? 0 : sum[0];
  }

  static double weight(Piece piece) {
    int n = piece.text().length();
    if (piece.linkDensity() > 0.5) {
      return -30 - n * 0.5;
    }
    if (isProse(piece)) {
      return n - 2.0 * piece.linked();
    }
    if (piece.kind() == Block.Kind.ITEM && n > 55) {
      return n * 0.5;
    }
    if (piece.holder().normalName().matches("t[dh]")) {
      return 0;
    }
    return piece.kind() == Block.Kind.PARAGRAPH ? -8 : -2;
  }

  /** A sentence or more. */
  static boolean isProse(Piece piece) {
    int n = piece.text().length();
    int few = isDense(piece.text()) ? 20 : 55;
    return n > 3 * few || (n > few && ENDED.matcher(piece.text()).find());
  }

  /** Chinese, Japanese and Korean say in a character what others say in three. */
  private static boolean isDense(String text) {
    char middle = text.charAt(text.length() / 2);
    return middle >= '\u2e80' && middle < '\ue000';
  }
}
