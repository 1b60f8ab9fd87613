package org.demarche.press.mention;

import java.util.Objects;
import org.demarche.coder.text.CharSpan;

/**
 * A state or an organisation that a text names.
 *
 * @param span in UTF-16 units of the text, without prefixes that are written with the name (Arabic
 *     <em>and</em>, <em>in</em>)
 * @param text the words, as written
 * @param code a state's ISO 3166-1 alpha-3 code (Kosovo {@code XKX}), an organisation's code in the
 *     actor book
 */
public record Mention(CharSpan span, String text, String code, Kind kind) {
  public Mention {
    Objects.requireNonNull(span);
    Objects.requireNonNull(text);
    Objects.requireNonNull(code);
    Objects.requireNonNull(kind);
  }

  /** By what it is named. */
  public enum Kind {
    STATE,
    ADJECTIVE,
    PEOPLE,
    CAPITAL,
    ORGANISATION
  }
}
