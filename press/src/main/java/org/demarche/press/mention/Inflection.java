package org.demarche.press.mention;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The forms of a word by its ending: the longest ending that the table holds decides. The forms may
 * hold some that the language does not have; what matters is that they are no other words.
 */
record Inflection(Map<String, List<String>> endings) {
  static final Inflection NONE = new Inflection(Map.of());

  /** More combinations than this of a name's words are not made. */
  private static final int MANY = 4000;

  Inflection {
    endings = Map.copyOf(endings);
  }

  /** The forms of a name, each word of it in each form; the name itself first. */
  Set<String> forms(String name) {
    Set<String> forms = new LinkedHashSet<>(List.of(""));
    for (String word : name.split(" ")) {
      List<String> wordForms = wordForms(word);
      if (forms.size() * wordForms.size() > MANY) {
        wordForms = List.of(word);
      }
      Set<String> longer = new LinkedHashSet<>();
      for (String start : forms) {
        for (String form : wordForms) {
          longer.add(start.isEmpty() ? form : start + " " + form);
        }
      }
      forms = longer;
    }
    return forms;
  }

  private List<String> wordForms(String word) {
    if (word.equals(word.toUpperCase(Locale.ROOT)) && word.length() > 1 && isCased(word)) {
      return List.of(word);
    }
    for (int from = 0; from <= word.length(); from++) {
      List<String> forms = endings.get(word.substring(from));
      if (forms != null && word.length() > 2) {
        String stem = word.substring(0, from);
        List<String> found = new ArrayList<>(List.of(word));
        forms.forEach(form -> found.add(stem + form));
        return found.stream().distinct().collect(Collectors.toList());
      }
    }
    return List.of(word);
  }

  private static boolean isCased(String word) {
    return !word.toLowerCase(Locale.ROOT).equals(word);
  }
}
