package org.demarche.press.mention;

import java.util.Optional;

/**
 * A name to be looked for.
 *
 * @param code absent where the name only keeps a shorter one from being found in it
 * @param cased whether words that begin with a capital here must do so in the text
 * @param care what else the place must be like
 */
record Name(String text, Optional<String> code, Mention.Kind kind, boolean cased, Care care) {
  /** What a text must be like around a name that may mean something else. */
  enum Care {
    NONE,
    /** A common word too: not at the start of a sentence. */
    COMMON_WORD,
    /** A personal name too: not beside another capitalised word. */
    PERSONAL_NAME
  }
}
