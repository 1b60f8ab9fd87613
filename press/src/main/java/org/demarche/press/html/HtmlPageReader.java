package org.demarche.press.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.Block;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Reading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Finds the article in an HTML page. Thread-safe. */
public final class HtmlPageReader implements PageReader {
  /** What follows in a page is not looked at, in bytes. */
  private static final int LONGEST = 8 << 20;

  private HtmlPageReader() {}

  /** A reader of HTML pages. */
  public static PageReader create() {
    return new HtmlPageReader();
  }

  @Override
  public Reading read(String id, byte[] bytes, Optional<String> charset, Optional<String> url) {
    byte[] head = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    Document page = Jsoup.parse(PageDecoder.text(head, charset));
    Metadata metadata = new Metadata(page, url);
    Optional<Moment> published = metadata.published();
    String title = metadata.title();
    String byline = metadata.byline();
    String language = metadata.language();
    Optional<Moment> modified = metadata.modified();
    Optional<String> canonical = metadata.canonical();
    String site = metadata.siteName().orElse("");
    String lead = metadata.description().orElse("");
    org.jsoup.nodes.Element heading = metadata.heading(title);
    new Furniture(FurnitureNames.load()).remove(page.body(), heading);
    Trim trim = new Trim(heading, lead);
    List<Piece> pieces = trim.trimmed(MainText.of(page.body(), heading));
    if (pieces.isEmpty()) {
      return new Reading.Nothing("an HTML page with no text");
    }
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (Piece piece : pieces) {
      text.append(text.isEmpty() ? "" : "\n\n");
      CharSpan span = new CharSpan(text.length(), text.length() + piece.text().length());
      text.append(piece.text());
      blocks.add(new Block(span, piece.kind(), "und"));
    }
    Provenance provenance =
        new Provenance(
            List.of(
                new Provenance.Hop(
                    site,
                    canonical.or(() -> url),
                    published.map(Moment::toString),
                    Optional.empty())));
    Article article =
        new Article(
            id,
            title,
            byline,
            language,
            published.map(Moment::day),
            text.toString(),
            provenance,
            List.of());
    return new Reading.Found(
        new PressArticle(
            article,
            lead,
            published,
            modified,
            Optional.empty(),
            canonical,
            Optional.empty(),
            Optional.empty(),
            blocks));
  }
}
