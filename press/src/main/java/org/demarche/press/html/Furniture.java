package org.demarche.press.html;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;

/**
 * Takes away what is no part of an article by its mark-up: menus, side columns, comments, related
 * links, adverts, cookie notes. Class names and ids are read word by word, so that {@code shadow}
 * is no {@code ad}.
 */
final class Furniture {
  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, object, embed, canvas, audio, video, svg, head,"
          + " button, input, select, textarea, dialog, menu, link, meta";
  private static final String BESIDE =
      "nav, aside, footer, form, figcaption, [role=navigation], [role=complementary],"
          + " [role=dialog], [role=banner], [role=contentinfo], [role=search], [hidden],"
          + " [aria-hidden=true], [style~=(?i)display\\s*:\\s*none],"
          + " [style~=(?i)visibility\\s*:\\s*hidden]";
  private static final Set<String> FRAME = Set.of("html", "body", "main", "article");

  /** What holds more of the page's prose than this is no furniture, whatever it is called. */
  private static final double NEARLY_ALL = 0.8;

  private static final double HALF = 0.5;

  private final FurnitureNames names;

  Furniture(FurnitureNames names) {
    this.names = names;
  }

  /**
   * Removes it from under {@code root}.
   *
   * @param title the heading of the article, which stays with all that is around it; may be null
   */
  void remove(Element root, Element title) {
    root.select(NEVER_TEXT).remove();
    Set<Element> kept = new HashSet<>();
    for (Element at = title; at != null; at = at.parent()) {
      kept.add(at);
    }
    Weights weights = Weights.of(root);
    remove(weights, NEARLY_ALL, root, kept, root.select(BESIDE));
    remove(weights, NEARLY_ALL, root, kept, named(root, e -> names.isNamed(e, names.longer())));
    weights = Weights.of(root);
    remove(weights, HALF, root, kept, named(root, e -> names.isNamed(e, names.named())));
    weights = Weights.of(root);
    remove(
        weights,
        HALF,
        root,
        kept,
        named(root, e -> names.isNamed(e, names.weak()) && e.selectFirst("blockquote") == null));
  }

  private static List<Element> named(Element root, Predicate<Element> condition) {
    return root.select("[class], [id]").stream()
        .filter(e -> !FRAME.contains(e.normalName()))
        .filter(condition)
        .toList();
  }

  private static void remove(
      Weights weights, double most, Element root, Set<Element> kept, List<Element> candidates) {
    for (Element element : candidates) {
      if (!kept.contains(element) && weights.prose(element) <= most * weights.prose(root)) {
        element.remove();
      }
    }
  }
}
