package org.demarche.press.page;

import java.util.Objects;
import org.demarche.coder.text.CharSpan;

/**
 * One block of an article's text.
 *
 * @param span in UTF-16 units of {@code Article.text}
 * @param language ISO 639-1, {@code und} where it cannot be told
 */
public record Block(CharSpan span, Kind kind, String language) {
  public Block {
    Objects.requireNonNull(span);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(language);
  }

  /** What a block is. */
  public enum Kind {
    PARAGRAPH,
    HEADING,
    ITEM,
    QUOTATION
  }
}
