package org.demarche.press.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.press.page.Block;
import org.demarche.press.page.CleanText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Chooses between the text that a page prints and that which it gives in JSON-LD: the printed one,
 * unless it lacks most of the other, as on pages that a script fills in.
 */
final class Body {
  /** JSON-LD bodies shorter than this, in characters, are teasers. */
  private static final int TEASER = 400;

  private Body() {}

  static List<Piece> of(List<Piece> printed, Optional<String> stated) {
    if (stated.filter(s -> s.length() >= TEASER).isEmpty()) {
      return printed;
    }
    int length = printed.stream().mapToInt(p -> p.text().length()).sum();
    List<Piece> given = pieces(stated.get());
    int wanted = given.stream().mapToInt(p -> p.text().length()).sum();
    return length * 2 < wanted ? given : printed;
  }

  private static List<Piece> pieces(String stated) {
    boolean markup = stated.contains("</") || stated.contains("<br");
    Document page = Jsoup.parseBodyFragment(markup ? stated.replace("\n", "<br><br>") : "");
    if (markup) {
      return Pieces.of(page.body());
    }
    List<Piece> pieces = new ArrayList<>();
    Element holder = page.body();
    for (String line : stated.split("\\R+", -1)) {
      String text = CleanText.of(line);
      if (!text.isEmpty()) {
        pieces.add(new Piece(text, 0, holder, Block.Kind.PARAGRAPH));
      }
    }
    return pieces;
  }
}
