package org.demarche.press.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.outlet.Chain;
import org.demarche.press.outlet.Credit;
import org.demarche.press.outlet.CreditReader;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.Block;
import org.demarche.press.page.Moment;
import org.demarche.press.page.MomentReader;
import org.demarche.press.page.PressArticle;

/** Makes an article of a page saved as text: its paragraphs, and where they came from. */
public final class PlainArticle {
  private final CreditReader credits;
  private final Chain chain;

  public PlainArticle(OutletBook book) {
    this.credits = new CreditReader(book);
    this.chain = new Chain(book);
  }

  /**
   * Reads a page.
   *
   * @param headers what is known beforehand: {@code title}, {@code author}, {@code language},
   *     {@code published}, {@code url}; it goes before what the page says
   * @return empty where no line reads as a sentence
   */
  public Optional<PressArticle> read(String id, List<String> lines, Map<String, String> headers) {
    TextPage page = TextPage.of(lines);
    if (page.body().isEmpty()) {
      return Optional.empty();
    }
    String byline = headers.getOrDefault("author", page.byline());
    Optional<String> url = Optional.ofNullable(headers.get("url")).filter(u -> !u.isBlank());
    Optional<Moment> published =
        Optional.ofNullable(headers.get("published")).flatMap(MomentReader::read);
    List<String> around = new ArrayList<>(page.furniture());
    page.rights().ifPresent(r -> around.addAll(r.lines().toList()));
    List<Credit> found = credits.read(byline, page.body(), around);
    Chain.Told told =
        new Chain.Told("", url, published.map(Moment::toString), page.rights(), page.lead(), found);
    Article article =
        new Article(
            id,
            headers.getOrDefault("title", page.title()),
            byline,
            headers
                .getOrDefault("language", page.english() ? "en" : "und")
                .toLowerCase(Locale.ROOT),
            published.map(Moment::day),
            page.text(),
            chain.of(told),
            List.of());
    return Optional.of(
        new PressArticle(
            article,
            page.lead(),
            published,
            Optional.empty(),
            page.image(),
            url,
            page.rights(),
            found.stream().findFirst().map(Credit::written),
            blocks(page.body()),
            page.surroundings()));
  }

  private static List<Block> blocks(List<String> body) {
    List<Block> blocks = new ArrayList<>();
    int at = 0;
    for (String paragraph : body) {
      Block.Kind kind =
          TextLine.of(paragraph).kind() == TextLine.Kind.HEADING
              ? Block.Kind.HEADING
              : Block.Kind.PARAGRAPH;
      blocks.add(new Block(new CharSpan(at, at + paragraph.length()), kind, "und"));
      at += paragraph.length() + 2;
    }
    return blocks;
  }
}
