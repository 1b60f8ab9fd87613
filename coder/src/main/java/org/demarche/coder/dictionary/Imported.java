package org.demarche.coder.dictionary;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.coder.data.Source;

/**
 * What an import gives.
 *
 * @param rules rules in YAML by name, empty where no verbs were read
 * @param sets the word sets that the rules use, in YAML
 * @param actors actor files by name, ready for {@code --actors}; empty where no actors were read
 * @param carried how many things of each kind were carried over: {@code verb patterns}
 * @param left what could not be
 */
public record Imported(
    Map<String, String> rules,
    String sets,
    Map<String, String> actors,
    Map<String, Integer> carried,
    List<Leftover> left) {
  public Imported {
    rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    actors = Collections.unmodifiableMap(new LinkedHashMap<>(actors));
    carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    left = List.copyOf(left);
  }

  /** The codebook's files by name, ready for {@code --codebook}, without some of its rules. */
  public Map<String, String> codebook(Set<String> without) {
    StringBuilder events = new StringBuilder("# Event rules, imported.\n");
    rules.forEach((name, yaml) -> events.append(without.contains(name) ? "" : yaml));
    Map<String, String> files = new LinkedHashMap<>();
    files.put("events.yaml", events.toString());
    files.put("sets.yaml", sets);
    return files;
  }

  /**
   * A line, or a part of it, that our formats cannot say.
   *
   * @param text the line
   * @param why in a few words, the same for the same reason
   */
  public record Leftover(Source at, String text, String why) {}
}
