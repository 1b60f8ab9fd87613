package org.demarche.archive.store;

import java.util.Locale;
import java.util.Objects;
import org.demarche.coder.text.CharSpan;

/**
 * A sentence of an article and what became of it.
 *
 * @param position its place in the article, from 0
 * @param span in characters of the article's text
 * @param reason why it gave no event, or why it could not be read; empty where it gave some
 */
public record StoredSentence(int position, CharSpan span, Kind kind, String reason) {
  public StoredSentence {
    Objects.requireNonNull(span);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(reason);
  }

  /** What became of it. */
  public enum Kind {
    CODED,
    NONE,
    FAILED;

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
