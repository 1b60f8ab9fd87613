package org.demarche.press.html;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Takes away what is no part of an article by its mark-up: menus, side columns, comments, related
 * links, adverts, cookie notes. Class names and ids are read word by word, so that {@code shadow} is
 * no {@code ad}.
 */
final class Furniture {
  private static final String NEVER_TEXT =
      "script, style, noscript, template, iframe, object, embed, canvas, audio, video, svg, head,"
          + " button, input, select, textarea, dialog, menu, link, meta";
  private static final String BESIDE =
      "nav, aside, footer, form, figcaption, [role=navigation], [role=complementary], [role=dialog],"
          + " [role=banner], [role=contentinfo], [role=search], [hidden], [aria-hidden=true],"
          + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";

  private static final Set<String> WORDS =
      Set.of(
          "ad", "ads", "advert", "adverts", "advertisement", "advertising", "adsense", "sponsor",
          "sponsored", "promo", "promos", "outbrain", "taboola", "related", "recirc",
          "recirculation", "recommended", "recommendation", "recommendations", "readmore",
          "sidebar", "share", "sharing", "sharebar", "shares", "newsletter", "newsletters", "subscribe", "subscription", "signup", "cookie", "cookies",
          "gdpr", "consent", "breadcrumb", "breadcrumbs", "nav", "navbar", "navigation", "menu",
          "footer", "popup", "modal", "popular", "trending", "tags", "tagbox",
          "toolbar", "pagination", "pager", "byline", "bylines", "bio", "dateline", "timestamp",
          "caption", "captions", "credit", "credits", "copyright", "disclaimer", "teaser", "teasers",
          "rating", "ratings", "login", "register", "hidden", "skip", "masthead",
          "rollover", "tooltip", "popover", "flyout", "ticker", "cta", "scrim",
          "messenger", "prev", "relatedposts", "relatedpoststitle", "sharedaddy", "addthis",
          "comment", "comments", "commentlist", "disqus", "respond", "replies", "livefyre", "fyre");

  /** Names that articles carry too. */
  private static final Set<String> WEAK =
      Set.of(
          "social", "socials", "breaking", "tag", "widget", "print", "tools", "rail", "follow", "overlay",
          "promotion");

  private static final Pattern PARTS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");

  private Furniture() {}

  /**
   * Removes it from under {@code root}.
   *
   * @param title the heading of the article; what is around it stays
   */
  static void remove(Element root, Element title) {
    root.select(NEVER_TEXT).remove();
    Set<Element> kept = new HashSet<>();
    for (Element at = title; at != null; at = at.parent()) {
      kept.add(at);
    }
    removeUnlessMost(root, root.select(BESIDE), kept, 0.8);
    List<Element> named = new ArrayList<>();
    for (Element element : root.select("[class], [id]")) {
      if (isNamed(element, WORDS)) {
        named.add(element);
      }
    }
    removeUnlessMost(root, named, kept, 0.8);
    named.clear();
    for (Element element : root.select("[class], [id]")) {
      if (isNamed(element, WEAK) && element.selectFirst("blockquote") == null) {
        named.add(element);
      }
    }
    removeUnlessMost(root, named, kept, 0.5);
  }

  /** What holds most of a page's prose is no furniture, whatever it is called. */
  private static void removeUnlessMost(Element root, List<Element> candidates, Set<Element> kept, double most) {
    Weights weights = Weights.of(root);
    for (Element element : candidates) {
      boolean frame = Set.of("body", "html", "main").contains(element.normalName());
      if (!frame && !kept.contains(element) && weights.prose(element) <= most * weights.prose(root)) {
        element.remove();
      }
    }
  }

  private static boolean isNamed(Element element, Set<String> words) {
    if (element.normalName().equals("article")) {
      return false;
    }
    return words(element.className() + " " + element.id()).stream().anyMatch(words::contains);
  }

  static List<String> words(String names) {
    List<String> words = new ArrayList<>();
    for (String word : PARTS.split(names)) {
      if (!word.isEmpty()) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
