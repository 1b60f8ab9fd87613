package org.demarche.press.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Takes away what is no part of an article by its mark-up: menus, side columns, comments, related
 * links, adverts, cookie notes. Class names and ids are read word by word, so that {@code shadow}
 * is no {@code ad}.
 */
final class Furniture {
  private static final String ALWAYS =
      "script, style, noscript, template, nav, aside, footer, form, button, input, select, textarea,"
          + " iframe, object, embed, canvas, audio, video, svg, dialog, menu, figcaption, head,"
          + " [role=navigation], [role=complementary], [role=dialog], [role=banner],"
          + " [role=contentinfo], [role=search], [hidden], [aria-hidden=true],"
          + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";

  private static final Set<String> WORDS =
      Set.of(
          "ad",
          "ads",
          "advert",
          "adverts",
          "advertisement",
          "advertising",
          "adsense",
          "sponsor",
          "sponsored",
          "promo",
          "promos",
          "promotion",
          "outbrain",
          "taboola",
          "related",
          "recirc",
          "recirculation",
          "recommended",
          "recommendation",
          "recommendations",
          "readmore",
          "sidebar",
          "rail",
          "comment",
          "comments",
          "disqus",
          "respond",
          "replies",
          "share",
          "sharing",
          "sharebar",
          "shares",
          "social",
          "socials",
          "follow",
          "newsletter",
          "newsletters",
          "subscribe",
          "subscription",
          "signup",
          "cookie",
          "cookies",
          "gdpr",
          "consent",
          "breadcrumb",
          "breadcrumbs",
          "nav",
          "navbar",
          "navigation",
          "menu",
          "footer",
          "popup",
          "modal",
          "overlay",
          "popular",
          "trending",
          "tags",
          "tag",
          "toolbar",
          "tools",
          "pagination",
          "pager",
          "byline",
          "author",
          "bio",
          "dateline",
          "timestamp",
          "caption",
          "captions",
          "credit",
          "copyright",
          "disclaimer",
          "widget",
          "teaser",
          "teasers",
          "meta",
          "rating",
          "ratings",
          "login",
          "register",
          "hidden",
          "skip",
          "print",
          "masthead");

  private static final Pattern PARTS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");

  private Furniture() {}

  /** Removes it from under {@code root}. */
  static void remove(Element root) {
    root.select(ALWAYS).remove();
    int all = root.text().length();
    for (Element element : new ArrayList<>(root.select("[class], [id]"))) {
      if (!element.equals(root)
          && !element.normalName().equals("body")
          && !element.normalName().equals("html")
          && !element.normalName().equals("article")
          && !element.normalName().equals("main")
          && isNamedSo(element)
          && element.text().length() * 2 < all) {
        element.remove();
      }
    }
  }

  private static boolean isNamedSo(Element element) {
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
