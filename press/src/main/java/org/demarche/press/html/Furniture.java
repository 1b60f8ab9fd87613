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
          "sponsored", "promo", "promos", "promotion", "outbrain", "taboola", "related", "recirc",
          "recirculation", "recommended", "recommendation", "recommendations", "readmore",
          "sidebar", "rail", "share", "sharing", "sharebar", "shares", "social", "socials", "follow",
          "newsletter", "newsletters", "subscribe", "subscription", "signup", "cookie", "cookies",
          "gdpr", "consent", "breadcrumb", "breadcrumbs", "nav", "navbar", "navigation", "menu",
          "footer", "popup", "modal", "overlay", "popular", "trending", "tags", "tag", "tagbox",
          "toolbar", "tools", "pagination", "pager", "byline", "bylines", "bio", "dateline", "timestamp",
          "caption", "captions", "credit", "credits", "copyright", "disclaimer", "widget", "teaser", "teasers",
          "rating", "ratings", "login", "register", "hidden", "skip", "print", "masthead",
          "rollover", "tooltip", "popover", "flyout", "breaking", "ticker", "cta", "scrim",
          "messenger", "prev", "relatedposts", "relatedpoststitle", "sharedaddy", "addthis",
          "comment", "comments", "commentlist", "disqus", "respond", "replies", "livefyre", "fyre");

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
    Weights weights = Weights.of(root);
    Set<Element> kept = new HashSet<>();
    for (Element at = title; at != null; at = at.parent()) {
      kept.add(at);
    }
    List<Element> candidates = new ArrayList<>(root.select(BESIDE));
    for (Element element : root.select("[class], [id]")) {
      if (isNamedSo(element)) {
        candidates.add(element);
      }
    }
    for (Element element : candidates) {
      boolean frame = Set.of("body", "html", "main").contains(element.normalName());
      if (!frame && !kept.contains(element) && weights.prose(element) * 2 <= weights.prose(root)) {
        element.remove();
      }
    }
  }

  private static boolean isNamedSo(Element element) {
    if (element.normalName().equals("article")) {
      return false;
    }
    return words(element.className() + " " + element.id()).stream().anyMatch(WORDS::contains);
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
