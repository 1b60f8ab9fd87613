package org.demarche.coder.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.dictionary.Imported.Leftover;

/**
 * An agent dictionary of PETRARCH: role words with a code that is added to a state's, {@code
 * MINISTER_ [~GOV]}, and sets of words to put into them, {@code !MINISTER! = …}.
 */
final class AgentDictionary {
  private static final Pattern SET = Pattern.compile("!([^!\\s]+)!");
  private static final Pattern AGENT = Pattern.compile("(.*?)\\s*\\[\\s*~?([A-Z]+)~?\\s*\\]");

  private final List<Leftover> left;
  private final Map<String, List<String>> sets = new LinkedHashMap<>();
  private final Map<List<String>, Set<String>> nouns = new LinkedHashMap<>();

  AgentDictionary(List<Leftover> left) {
    this.left = left;
  }

  static boolean is(List<DictionaryLine> lines) {
    return lines.stream().anyMatch(l -> l.text().matches(".*\\[\\s*(?:~[A-Z]+|[A-Z]+~)\\s*\\]"));
  }

  void read(DataFile file) {
    for (DictionaryLine line : DictionaryLine.of(file)) {
      String text = line.text().replaceAll("\\{[^}]*\\}", " ").replaceAll("\\s+", " ");
      Matcher set = Pattern.compile("!([^!\\s]+)!\\s*=\\s*(.*)").matcher(text);
      Matcher agent = AGENT.matcher(text);
      if (set.matches()) {
        List<String> words = new ArrayList<>();
        for (String word : set.group(2).split("[,\\s]+")) {
          words.add(Nouns.singular(DictionaryLine.words(word)));
        }
        sets.put(set.group(1), words);
      } else if (agent.matches()) {
        agent(line, agent.group(1), Sectors.of(agent.group(2)));
      } else {
        left.add(new Leftover(line.at(), line.text(), "no agent"));
      }
    }
  }

  private void agent(DictionaryLine line, String words, Sectors sectors) {
    if (sectors.all().isEmpty() || !sectors.unknown().isEmpty()) {
      left.add(new Leftover(line.at(), line.text(), "a sector that PLOVER has not"));
    }
    if (sectors.all().isEmpty()) {
      return;
    }
    Matcher set = SET.matcher(words);
    List<String> spelled = new ArrayList<>();
    if (set.find()) {
      if (!sets.containsKey(set.group(1))) {
        left.add(new Leftover(line.at(), line.text(), "a set that is not defined"));
        return;
      }
      sets.get(set.group(1))
          .forEach(w -> spelled.add(words.replace(set.group(), w.replace(' ', '_'))));
    } else {
      spelled.add(words);
    }
    Set<String> known = nouns.computeIfAbsent(sectors.all(), s -> new LinkedHashSet<>());
    spelled.stream()
        .map(w -> Nouns.singular(DictionaryLine.words(w)))
        .filter(w -> !w.isEmpty())
        .forEach(known::add);
  }

  int words() {
    return nouns.values().stream().mapToInt(Set::size).sum();
  }

  /** The roles as YAML. */
  String yaml() {
    StringBuilder yaml = new StringBuilder("# Role words, imported.\n");
    nouns.forEach(
        (sectors, words) ->
            yaml.append("- sectors: [")
                .append(String.join(", ", sectors))
                .append("]\n  nouns: ")
                .append(DictionaryLine.list(words))
                .append("\n"));
    return yaml.toString();
  }
}
