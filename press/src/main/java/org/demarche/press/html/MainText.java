package org.demarche.press.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Finds the element that holds the article: the subtree whose pieces weigh most. */
final class MainText {
  /** Words in class names by which pages mark the body of an article. */
  private static final String HINTS =
      "[itemprop=articleBody], [class*=article-body], [class*=articleBody], [class*=article__body],"
          + " [class*=entry-content], [class*=post-content], [class*=post-body], [class*=story-body],"
          + " [class*=article-content], [class*=article-text], [class*=article_body], [class*=story-content],"
          + " [id=article-body], [id=articleBody], [class*=post__content], [class*=article__content]";

  private static final String LINKED_HEADINGS =
      "h2 > a, h3 > a, h4 > a, h5 > a, h6 > a, a > h2, a > h3, a > h4, a > h5, a > h6";

  private MainText() {}

  static List<Piece> of(Element body, Element title) {
    removeCards(body);
    Weights weights = Weights.of(body);
    Set<Element> hinted = Set.copyOf(body.select(HINTS));
    Element within = scope(weights, body, title);
    Element best = within;
    double most = 0;
    for (Element e : weights.sums().keySet()) {
      double w = weights.sum(e) * (hinted.contains(e) ? 1.25 : 1) + (hinted.contains(e) ? 100 : 0);
      if (isIn(e, within) && (w > most || (w == most && isIn(e, best)))) {
        best = e;
        most = w;
      }
    }
    Element root = best;
    List<Piece> inside = weights.pieces().stream().filter(p -> isIn(p.holder(), root)).toList();
    return inside;
  }

  /** The article element around the title, where it has text enough; else the body. */
  private static Element scope(Weights weights, Element body, Element title) {
    for (Element at = title; at != null && !at.equals(body); at = at.parent()) {
      if (at.normalName().equals("article") && weights.prose(at) > 200) {
        return at;
      }
    }
    return body;
  }

  /** Takes away rows of cards: three or more neighbours alike, each under a linked heading. */
  private static void removeCards(Element body) {
    List<Element> cards = new ArrayList<>();
    for (Element heading : body.select(LINKED_HEADINGS)) {
      card(heading).ifPresent(cards::add);
    }
    cards.forEach(Element::remove);
  }

  private static Optional<Element> card(Element heading) {
    Element card = heading.closest("h2, h3, h4, h5, h6, a");
    for (int up = 0; up < 5 && card.parent() != null; up++, card = card.parent()) {
      Element one = card;
      if (!one.normalName().matches("body|main|h\\d")) {
        long alike =
            one.parent().children().stream()
                .filter(e -> e.normalName().equals(one.normalName()))
                .filter(e -> e.className().equals(one.className()))
                .filter(e -> e.selectFirst(LINKED_HEADINGS) != null)
                .limit(3)
                .count();
        if (alike == 3) {
          return Optional.of(one);
        }
      }
    }
    return Optional.empty();
  }

  static boolean isIn(Element e, Element root) {
    for (Element at = e; at != null; at = at.parent()) {
      if (at.equals(root)) {
        return true;
      }
    }
    return false;
  }
}
