package org.demarche.press.input;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.press.crawl.CrawlItem;
import org.demarche.press.crawl.CrawledPage;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.language.LanguageCheck;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PageReader;

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
  public Input item(CrawlItem item) {
    return checked(item.fold(this::page, RecordReader::skipped, RecordReader::failed));
  }

  /**
   * The article in a line of JSON; empty where the line is blank.
   *
   * @param file as messages and articles without an id are to name it
   * @param number of the line in its file, from 1
   * @param offset of its first byte in the file
   * @param line in UTF-8, without the line end
   */
  public Optional<Input> line(String file, long number, long offset, byte[] line) {
    return lines
        .line(file, new LineReader.Line(number, offset, line.length, line))
        .map(this::checked);
  }

  /** All lines of a stream. */
  void lines(String file, InputStream in, Consumer<Input> sink) throws IOException {
    lines.read(file, in, sink);
  }

  /** With the day, where it has none, and the language that it is in. */
  Input checked(Input input) {
    return dated(input)
        .fold(
            read -> new Input.Read(read.page().with(languages.checked(read.article()))),
            skipped -> skipped,
            unreadable -> unreadable);
  }

  private Input dated(Input input) {
    return input.fold(
        read ->
            read.article().published().isPresent() || published.isEmpty()
                ? read
                : new Input.Read(read.page().published(Moment.of(published.get()))),
        skipped -> skipped,
        unreadable -> unreadable);
  }

  private Input page(CrawlItem.Page item) {
    CrawledPage page = item.page();
    return pages
        .read(page.id(), page.bytes(), page.charset(), page.url())
        .fold(
            found -> new Input.Read(found.article()),
            nothing -> new Input.Skipped(page.id(), nothing.why()));
  }

  private static Input skipped(CrawlItem.Skipped item) {
    return new Input.Skipped(item.where(), item.why());
  }

  private static Input failed(CrawlItem.Failed item) {
    Input.Kind kind =
        item.kind().equals("too large") ? Input.Kind.TOO_LARGE : Input.Kind.UNREADABLE;
    return new Input.Unreadable(item.where(), kind, item.why());
  }
}
