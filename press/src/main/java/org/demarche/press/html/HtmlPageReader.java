package org.demarche.press.html;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.demarche.press.outlet.Chain;
import org.demarche.press.outlet.Credit;
import org.demarche.press.outlet.CreditReader;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.Block;
import org.demarche.press.page.Image;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Reading;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the article in an HTML page. Thread-safe. */
public final class HtmlPageReader implements PageReader {
  /** What follows in a page is not looked at, in bytes. */
  private static final int LONGEST = 5 << 20;

  /** Fewer characters are no article. */
  private static final int FEW = 25;

  private static final Set<String> FUNCTION_WORDS =
      Set.of("the", "of", "and", "to", "that", "with", "for", "was", "were", "has", "have", "by");

  private final Furniture furniture = new Furniture(FurnitureNames.load());
  private final OutletBook book;
  private final CreditReader credits;
  private final Chain chain;

  private HtmlPageReader(OutletBook book) {
    this.book = book;
    this.credits = new CreditReader(book);
    this.chain = new Chain(book);
  }

  /** A reader of HTML pages that knows the built-in outlets. */
  public static PageReader create() {
    return create(OutletBook.load());
  }

  /** A reader of HTML pages. */
  public static PageReader create(OutletBook book) {
    return new HtmlPageReader(book);
  }

  @Override
  public Reading read(String id, byte[] bytes, Optional<String> charset, Optional<String> url) {
    byte[] head = bytes.length > LONGEST ? Arrays.copyOf(bytes, LONGEST) : bytes;
    Document page = Jsoup.parse(PageDecoder.text(head, charset));
    Depth.limit(page);
    Metadata metadata = new Metadata(page, url);
    Head said = head(page, metadata);
    Element heading = metadata.heading(said.title());
    furniture.remove(page.body(), heading);
    List<Piece> inside = MainText.of(page.body(), heading);
    Trim trim = new Trim(heading, said.description());
    List<Piece> pieces = Body.of(trim.trimmed(inside), metadata.data().text("articleBody"));
    if (pieces.stream().mapToInt(p -> p.text().length()).sum() < FEW) {
      return new Reading.Nothing("an HTML page with no text");
    }
    return new Reading.Found(article(id, url, said, trim.lead(), pieces));
  }

  /** What a page says around its text; all of it is read before anything is taken away. */
  private record Head(
      String title,
      String description,
      String byline,
      String language,
      Optional<Moment> published,
      Optional<Moment> modified,
      Optional<Image> image,
      Optional<String> canonical,
      Optional<String> rights,
      Optional<String> site,
      Optional<String> publisher,
      List<String> credits) {}

  private Head head(Document page, Metadata metadata) {
    return new Head(
        metadata.title(),
        metadata.description().orElse(""),
        metadata.byline(),
        metadata.language(),
        metadata.published(),
        metadata.modified(),
        new Pictures(page, metadata).first(),
        metadata.canonical(),
        new Rights(page, metadata).read(),
        metadata.siteName(),
        metadata.publisher(),
        metadata.creditLines());
  }

  private PressArticle article(
      String id, Optional<String> url, Head said, Optional<String> standfirst, List<Piece> pieces) {
    StringBuilder text = new StringBuilder();
    List<Block> blocks = new ArrayList<>();
    for (Piece piece : pieces) {
      text.append(text.isEmpty() ? "" : "\n\n");
      CharSpan span = new CharSpan(text.length(), text.length() + piece.text().length());
      text.append(piece.text());
      blocks.add(new Block(span, piece.kind(), "und"));
    }
    String body = text.toString();
    String lead = standfirst.orElse(body.contains(said.description()) ? "" : said.description());
    List<Credit> found = credits(said, pieces);
    Optional<String> address = said.canonical().or(() -> url);
    Chain.Told told =
        new Chain.Told(
            said.site().or(said::publisher).orElse(""),
            address,
            said.published().map(Moment::toString),
            said.rights(),
            lead + "\n" + pieces.get(0).text(),
            found);
    Article article =
        new Article(
            id,
            said.title(),
            said.byline(),
            said.language().equals("und") && isEnglish(body) ? "en" : said.language(),
            said.published().map(Moment::day),
            body,
            chain.of(told),
            List.of());
    return new PressArticle(
        article,
        lead,
        said.published(),
        said.modified(),
        said.image(),
        said.canonical(),
        said.rights(),
        others(found, article.provenance()).map(Credit::written),
        blocks);
  }

  /** The first credit that is not the page's own outlet's. */
  private static Optional<Credit> others(List<Credit> credits, Provenance provenance) {
    List<Provenance.Hop> hops = provenance.hops();
    String own = hops.isEmpty() ? "" : hops.get(hops.size() - 1).name();
    return credits.stream().filter(c -> !c.names().equals(List.of(own))).findFirst();
  }

  /** Whether one word in twelve is an English function word, where the page names no language. */
  private static boolean isEnglish(String text) {
    int words = 0;
    int english = 0;
    for (String word : text.split("[^\\p{L}]+", 400)) {
      words++;
      english += FUNCTION_WORDS.contains(word) ? 1 : 0;
    }
    return english * 12 >= words;
  }

  private List<Credit> credits(Head said, List<Piece> pieces) {
    List<String> lines = new ArrayList<>(said.credits());
    said.rights().ifPresent(lines::add);
    List<Credit> found =
        new ArrayList<>(
            credits.read(said.byline(), pieces.stream().map(Piece::text).toList(), lines));
    // An agency that the page names as its publisher, though another outlet carries it.
    said.publisher()
        .flatMap(book::named)
        .ifPresent(p -> found.add(new Credit(p.name(), List.of(p.name()), Credit.Kind.WIRE)));
    return found;
  }
}
