package org.demarche.press.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.plain.PlainArticle;

/** Reads one page as it lies in a file: HTML, or a text with what stood around it. Thread-safe. */
public final class SavedPage {
  private final PageReader html;
  private final PlainArticle plain;

  public SavedPage() {
    this(OutletBook.load());
  }

  SavedPage(OutletBook book) {
    this.html = HtmlPageReader.create(book);
    this.plain = new PlainArticle(book);
  }

  /**
   * Reads a page, HTML if it begins so.
   *
   * @param where its file, which becomes the article's id
   * @throws InputException if there is no article in it; the message says why
   */
  public PressArticle read(String where, InputStream in) throws IOException, InputException {
    byte[] bytes = whole(in);
    return read(where, bytes, isHtml(bytes));
  }

  /** All bytes, unless they are more than any article has. */
  static byte[] whole(InputStream in) throws IOException, InputException {
    byte[] bytes = in.readNBytes(Limits.ARTICLE_BYTES + 1);
    if (bytes.length > Limits.ARTICLE_BYTES) {
      long rest = in.transferTo(OutputStream.nullOutputStream());
      throw Limits.tooLarge("text", bytes.length + rest);
    }
    return bytes;
  }

  PressArticle read(String where, byte[] bytes, boolean isHtml) throws InputException {
    if (bytes.length == 0) {
      throw new InputException(InputKind.EMPTY, "empty: no byte in it");
    }
    if (!isHtml) {
      return TextFile.read(where, Decoder.text(bytes, 0), plain);
    }
    Decoder.refuseBinary(bytes);
    var reading = html.read(where, bytes, Optional.empty(), Optional.empty());
    Optional<PressArticle> found =
        reading.fold(f -> Optional.of(f.article()), nothing -> Optional.empty());
    if (found.isEmpty()) {
      throw new InputException(InputKind.NO_TEXT, reading.fold(f -> "", nothing -> nothing.why()));
    }
    return found.get();
  }

  /** Whether the first characters are those of an HTML page. */
  static boolean isHtml(byte[] head) {
    String start =
        new String(
                head, 0, Math.min(head.length, 1024), java.nio.charset.StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html")
        || start.startsWith("<html")
        || (start.startsWith("<?xml") && start.contains("<html"));
  }
}
