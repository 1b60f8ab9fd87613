package org.demarche.coder.codebook;

import java.util.Locale;

/** One spelling for British and American forms, so that rules need only one of them. */
final class Spelling {
  private Spelling() {}

  static String fold(String word) {
    String w = word.toLowerCase(Locale.ROOT);
    if (w.length() > 5) {
      w = ending(ending(ending(w, "ise", "ize"), "isation", "ization"), "yse", "yze");
      w = ending(w, "our", "or");
      w = ending(w, "ogue", "og");
      w = ending(w, "tre", "ter");
      if (w.equals("defence") || w.equals("offence")) {
        w = w.substring(0, w.length() - 2) + "se";
      }
      if (w.equals("programme")) {
        w = "program";
      }
    }
    return w;
  }

  private static String ending(String w, String british, String american) {
    return w.endsWith(british) ? w.substring(0, w.length() - british.length()) + american : w;
  }
}
