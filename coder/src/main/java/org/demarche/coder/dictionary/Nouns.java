package org.demarche.coder.dictionary;

import java.util.Set;

/** The singular of English nouns, as far as dictionaries of events need it. */
final class Nouns {
  private static final Set<String> KEPT =
      Set.of("news", "sanctions", "series", "crisis", "congress", "press", "access", "status");

  private Nouns() {}

  /** The last word in the singular. */
  static String singular(String words) {
    int space = words.lastIndexOf(' ') + 1;
    String word = words.substring(space);
    String single = word;
    if (KEPT.contains(word) || word.endsWith("ss") || word.endsWith("us") || word.length() < 4) {
      single = word.equals("sanctions") ? "sanction" : word;
    } else if (word.endsWith("ies")) {
      single = word.substring(0, word.length() - 3) + "y";
    } else if (word.matches(".*(?:sh|ch|x|ss|z)es")) {
      single = word.substring(0, word.length() - 2);
    } else if (word.endsWith("s") && !word.endsWith("is")) {
      single = word.substring(0, word.length() - 1);
    }
    return words.substring(0, space) + single;
  }
}
