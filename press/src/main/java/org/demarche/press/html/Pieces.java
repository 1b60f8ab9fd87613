package org.demarche.press.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.press.page.Block;
import org.demarche.press.page.CleanText;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * Cuts an element's text into pieces: at the edges of block elements and at two line breaks in a
 * row. Goes through the tree without recursion, so that no depth of nesting matters.
 */
final class Pieces implements NodeVisitor {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn",
          "em", "font", "i", "img", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby",
          "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var",
          "wbr", "picture", "source", "svg");

  private final List<Piece> found = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int linked;
  private int links;
  private int breaks;
  private Element holder;

  private Pieces(Element root) {
    holder = root;
  }

  /** The pieces inside an element, in the order of the page. */
  static List<Piece> of(Element root) {
    Pieces pieces = new Pieces(root);
    NodeTraversor.traverse(pieces, root);
    pieces.flush();
    return pieces.found;
  }

  static boolean isInline(Element element) {
    return INLINE.contains(element.normalName());
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      append(words.getWholeText());
    } else if (node instanceof Element element) {
      if (element.normalName().equals("br")) {
        breaks++;
        if (breaks > 1) {
          flush();
        } else {
          space();
        }
      } else if (isInline(element)) {
        links += element.normalName().equals("a") ? 1 : 0;
      } else {
        flush();
        holder = element;
      }
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && !element.normalName().equals("br")) {
      if (isInline(element)) {
        links -= element.normalName().equals("a") ? 1 : 0;
      } else {
        flush();
        holder = element.parent() == null ? element : blockAround(element.parent());
      }
    }
  }

  private static Element blockAround(Element element) {
    Element at = element;
    while (isInline(at) && at.parent() != null) {
      at = at.parent();
    }
    return at;
  }

  private void append(String words) {
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i);
      if (CleanText.isSpace(c)) {
        space();
      } else if (!CleanText.isNoise(c)) {
        text.append(c);
        linked += links > 0 ? 1 : 0;
        breaks = 0;
      }
    }
  }

  private void space() {
    if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
      text.append(' ');
      linked += links > 0 ? 1 : 0;
    }
  }

  private void flush() {
    String words = text.toString().strip();
    if (!words.isEmpty()) {
      found.add(new Piece(words, Math.min(linked, words.length()), holder, kind(holder)));
    }
    text.setLength(0);
    linked = 0;
    breaks = 0;
  }

  private static Block.Kind kind(Element holder) {
    Element at = holder;
    for (int up = 0; at != null && up < 3; up++) {
      switch (at.normalName()) {
        case "h1", "h2", "h3", "h4", "h5", "h6" -> {
          return Block.Kind.HEADING;
        }
        case "li", "dd", "dt" -> {
          return Block.Kind.ITEM;
        }
        case "blockquote" -> {
          return Block.Kind.QUOTATION;
        }
        default -> at = at.parent();
      }
    }
    return Block.Kind.PARAGRAPH;
  }
}
