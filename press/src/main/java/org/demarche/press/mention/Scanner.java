package org.demarche.press.mention;

import java.util.List;

/** Finds the names of one language in a text. Thread-safe. */
interface Scanner {
  /** The mentions, in the order of the text; none overlap. */
  List<Mention> scan(String text);
}
