package org.demarche.coder.dictionary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;

/**
 * A line of a dictionary without its comment.
 *
 * @param indented whether white space stands before it
 */
record DictionaryLine(Source at, String text, boolean indented) {
  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "in", "on", "de", "la", "del", "al", "bin", "ibn", "to");

  /** The lines that say something; comments begin with # or ;. */
  static List<DictionaryLine> of(DataFile file) {
    List<DictionaryLine> lines = new ArrayList<>();
    int number = 0;
    for (String line : file.content().lines().toList()) {
      number++;
      String text = line.replaceFirst("[#;].*", "").stripTrailing();
      boolean indented = !text.isEmpty() && Character.isWhitespace(text.charAt(0));
      if (!text.isBlank()) {
        lines.add(new DictionaryLine(new Source(file.name(), number), text.strip(), indented));
      }
    }
    return lines;
  }

  /** {@code CARRY_OUT_} as words in lower case. */
  static String words(String token) {
    return token
        .replace('_', ' ')
        .replaceAll("[^\\p{L}\\p{N}' -]+", " ")
        .replaceAll("\\s+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }

  /** {@code HAMID_OF_X_} as a name is written; a short single word also in capitals. */
  static List<String> names(String token) {
    StringBuilder name = new StringBuilder();
    for (String word : words(token).split(" ")) {
      boolean small = name.length() > 0 && SMALL.contains(word);
      name.append(name.length() == 0 ? "" : " ").append(small ? word : capital(word));
    }
    String shown = name.toString();
    boolean acronym = !shown.contains(" ") && shown.length() <= 5;
    return acronym ? List.of(shown, shown.toUpperCase(Locale.ROOT)) : List.of(shown);
  }

  private static String capital(String word) {
    StringBuilder capital = new StringBuilder();
    boolean start = true;
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      capital.append(start ? Character.toUpperCase(c) : c);
      start = c == '-';
    }
    return capital.toString();
  }

  /** A YAML scalar in double quotes. */
  static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** A YAML list in one line. */
  static String list(Iterable<String> items) {
    List<String> quoted = new ArrayList<>();
    items.forEach(i -> quoted.add(quoted(i)));
    return "[" + String.join(", ", quoted) + "]";
  }
}
