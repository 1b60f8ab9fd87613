package org.demarche.press.input;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.press.crawl.CrawledPage;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.language.LanguageCheck;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.Item;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;

/**
 * Reads one record at a time: an item of a web archive, or a line of JSON. One machine and a
 * cluster read through it, so that they read the same. Thread-safe.
 */
public final class RecordReader {
  private final Optional<LocalDate> published;
  private final PageReader pages;
  private final JsonLines lines = new JsonLines();
  private final LanguageCheck languages = new LanguageCheck(LanguageIdentifier.create());

  /**
   * @param published the day for articles without one of their own
   */
  public RecordReader(OutletBook outlets, Optional<LocalDate> published) {
    this.published = Objects.requireNonNull(published);
    this.pages = HtmlPageReader.create(outlets);
  }

  /** The article in an item of a web archive. */
  public Item<PressArticle> item(Item<CrawledPage> item) {
    return checked(item.then(this::page));
  }

  /**
   * The article in a line of JSON; empty where the line is blank.
   *
   * @param file as messages and articles without an id are to name it
   * @param number of the line in its file, from 1
   * @param offset of its first byte in the file
   * @param line in UTF-8, without the line end
   */
  public Optional<Item<PressArticle>> line(String file, long number, long offset, byte[] line) {
    return lines
        .line(file, new LineReader.Line(number, offset, line.length, line))
        .map(this::checked);
  }

  /** All lines of a stream. */
  void lines(String file, InputStream in, Consumer<Item<PressArticle>> sink) throws IOException {
    lines.read(file, in, sink);
  }

  /** With the day, where it has none, and the language that it is in. */
  Item<PressArticle> checked(Item<PressArticle> input) {
    return input.then(
        page -> {
          PressArticle dated =
              published.isEmpty() || page.article().published().isPresent()
                  ? page
                  : page.published(Moment.of(published.get()));
          return new Item.Read<>(dated.with(languages.checked(dated.article())));
        });
  }

  private Item<PressArticle> page(CrawledPage page) {
    return pages
        .read(page.id(), page.bytes(), page.charset(), page.url())
        .fold(
            found -> new Item.Read<>(found.article()),
            nothing -> new Item.LeftOut<>(page.id(), nothing.why()));
  }
}
