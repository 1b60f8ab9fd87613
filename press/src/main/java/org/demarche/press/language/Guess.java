package org.demarche.press.language;

import java.util.Objects;

/**
 * The language of a text.
 *
 * @param language ISO 639-1 where there is such a code, else ISO 639-3; {@link #UNKNOWN} where it
 *     cannot be told
 * @param confidence 0 to 1
 */
public record Guess(String language, double confidence) {
  /** ISO 639's code for what cannot be told. */
  public static final String UNKNOWN = "und";

  public static final Guess NONE = new Guess(UNKNOWN, 0);

  public Guess {
    Objects.requireNonNull(language);
  }
}
