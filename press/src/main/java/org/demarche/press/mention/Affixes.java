package org.demarche.press.mention;

import java.util.ArrayList;
import java.util.List;

/**
 * What is written together with a name: in Arabic the conjunctions و and ف, the prepositions ب, ل
 * and ك and the article ال; in Korean the particles.
 *
 * @param arabic whether prefixes are those of Arabic
 * @param suffixes particles after a name
 */
record Affixes(boolean arabic, List<String> suffixes) {
  static final Affixes ARABIC = new Affixes(true, List.of());
  private static final int SHORTEST = 3;

  Affixes {
    suffixes = List.copyOf(suffixes);
  }

  /**
   * A word without what may be written with it.
   *
   * @param skipped characters left out at its start
   * @param cut characters left out at its end
   */
  record Cut(String rest, int skipped, int cut) {}

  /** The ways to read a word, the whole word first. */
  List<Cut> cuts(String word) {
    List<Cut> cuts = new ArrayList<>(List.of(new Cut(word, 0, 0)));
    if (arabic) {
      int from = 0;
      if ("وف".indexOf(word.charAt(0)) >= 0) {
        from = 1;
        prefix(word, 1, cuts);
      }
      if (word.length() > from && "بلك".indexOf(word.charAt(from)) >= 0) {
        prefix(word, from + 1, cuts);
      }
    }
    for (String suffix : suffixes) {
      if (word.endsWith(suffix) && word.length() > suffix.length() + 1) {
        cuts.add(new Cut(word.substring(0, word.length() - suffix.length()), 0, suffix.length()));
      }
    }
    return cuts;
  }

  private static void prefix(String word, int length, List<Cut> cuts) {
    if (word.length() - length >= SHORTEST) {
      cuts.add(new Cut(word.substring(length), length, 0));
    }
  }

  /**
   * A name as texts write it: in Arabic adjectives take the article on each word, and the
   * preposition ل swallows the article's first letter.
   */
  List<String> written(String form, Mention.Kind kind) {
    if (!arabic) {
      return List.of(form);
    }
    List<String> forms = new ArrayList<>(List.of(form));
    if (kind == Mention.Kind.ADJECTIVE) {
      forms.add("ال" + form.replace(" ", " ال"));
      forms.add("لل" + form.replace(" ", " ال"));
    } else if (form.startsWith("ال")) {
      forms.add("ل" + form.substring(1));
    }
    return forms;
  }
}
