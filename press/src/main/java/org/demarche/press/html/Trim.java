package org.demarche.press.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.demarche.press.page.Block;
import org.demarche.press.plain.TextLine;
import org.jsoup.nodes.Element;

/**
 * Cuts off what stands around the paragraphs inside an article's element: title, standfirst, author
 * and date before them, calls to read other things between and behind them.
 */
final class Trim {
  private static final Pattern STANDFIRST =
      Pattern.compile(
          "(?i).*(\\bdek\\b|-dek\\b|__dek\\b|standfirst|sub-?(head|title|line|deck)|summary|abstract|\\bexcerpt|tagline|strapline|\\bintro\\b|\\blede\\b).*");
  private static final Pattern SENTENCE =
      Pattern.compile(".*[.!?…。！？؟।][\"'”’»)\\]]*", Pattern.DOTALL);
  private static final Pattern SIGNED =
      Pattern.compile("(?iu)(by|von|par|por|di|от|автор:?)\\s.{3,60}");

  private final Element title;
  private final String description;
  private Optional<String> lead = Optional.empty();

  /**
   * @param title the heading of the article; null where there is none
   * @param description the summary in the page's head; may be empty
   */
  Trim(Element title, String description) {
    this.title = title;
    this.description = plain(description);
  }

  /** The standfirst, once {@link #trimmed} has found it. */
  Optional<String> lead() {
    return lead;
  }

  List<Piece> trimmed(List<Piece> pieces) {
    List<Piece> kept = new ArrayList<>();
    int begin = begin(pieces);
    int end = end(pieces, begin);
    boolean box = false;
    for (int i = begin; i < end; i++) {
      Piece piece = pieces.get(i);
      TextLine line = TextLine.of(piece.text());
      box = line.kind() == TextLine.Kind.BOX || (box && piece.kind() == Block.Kind.ITEM);
      boolean listed = box && piece.linkDensity() > 0.25;
      boolean furniture = line.isFurniture() && line.kind() != TextLine.Kind.COUNTER;
      if (!furniture && !listed && !isLink(piece)) {
        kept.add(piece);
      }
    }
    return kept;
  }

  /** Where the text begins: behind title, standfirst, names and dates. */
  private int begin(List<Piece> pieces) {
    int from = 0;
    for (int i = 0; i < pieces.size(); i++) {
      if (title != null && MainText.isIn(pieces.get(i).holder(), title)) {
        from = i + 1;
      }
    }
    while (from < pieces.size() && isStandfirst(pieces, from)) {
      if (lead.isEmpty()) {
        lead = Optional.of(pieces.get(from).text());
      }
      from++;
    }
    int prose = from;
    while (prose < pieces.size() && !isText(pieces.get(prose))) {
      prose++;
    }
    if (prose == pieces.size()) {
      return from;
    }
    while (prose < pieces.size() && isStandfirst(pieces, prose)) {
      if (lead.isEmpty()) {
        lead = Optional.of(pieces.get(prose).text());
      }
      from = ++prose;
    }
    if (prose == pieces.size()) {
      return from;
    }
    Element around = pieces.get(prose).holder().parent();
    while (from < prose
        && (!MainText.isIn(pieces.get(from).holder(), around) || isHead(pieces.get(from)))) {
      from++;
    }
    return from;
  }

  private int end(List<Piece> pieces, int begin) {
    int last = pieces.size() - 1;
    while (last > begin && !isText(pieces.get(last))) {
      last--;
    }
    Element around = last < 0 ? null : pieces.get(last).holder().parent();
    int end = last + 1;
    while (end < pieces.size()
        && around != null
        && MainText.isIn(pieces.get(end).holder(), around)) {
      end++;
    }
    return end;
  }

  /** A signature, a date, a label: what stands at the head of a page. */
  private static boolean isHead(Piece piece) {
    TextLine line = TextLine.of(piece.text());
    return line.isFurniture()
        || SIGNED.matcher(piece.text()).matches()
        || piece.linkDensity() > 0.5
        || org.demarche.press.page.MomentReader.read(piece.text()).isPresent();
  }

  private static boolean isText(Piece piece) {
    return Weights.isProse(piece) || (piece.text().length() > 80 && piece.linkDensity() < 0.3);
  }

  private boolean isStandfirst(List<Piece> pieces, int at) {
    Piece piece = pieces.get(at);
    if (!isText(piece)) {
      return false;
    }
    Element holder = piece.holder();
    boolean header = title != null && holder.closest("header") != null;
    boolean named = STANDFIRST.matcher(holder.className()).matches();
    boolean heading = piece.kind() == Block.Kind.HEADING;
    boolean described =
        !description.isEmpty()
            && plain(piece.text()).equals(description)
            && (at + 1 >= pieces.size() || !isAlike(holder, pieces.get(at + 1).holder()));
    return header || named || heading || described;
  }

  /**
   * Whether two elements are paragraphs of one kind, side by side or each in a frame of its own.
   */
  private static boolean isAlike(Element a, Element b) {
    return a.normalName().equals(b.normalName())
        && a.parent().normalName().equals(b.parent().normalName())
        && a.parent().className().equals(b.parent().className());
  }

  /** A line that only leads elsewhere. */
  private static boolean isLink(Piece piece) {
    boolean sentence = SENTENCE.matcher(piece.text()).matches();
    return piece.linkDensity() > 0.85
        ? !sentence || piece.text().length() < 120
        : piece.linkDensity() > 0.6 && !sentence;
  }

  private static String plain(String text) {
    return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
