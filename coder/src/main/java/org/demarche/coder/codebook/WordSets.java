package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.data.Yaml;

/** The sets of a codebook, and the words and conditions that its rules write with them. */
final class WordSets {
  private static final Set<String> FILLERS =
      Set.of("the", "a", "an", "one's", "its", "their", "his", "'s");
  private final Map<String, Yaml> sets = new LinkedHashMap<>();
  private final Map<String, List<String>> expanded = new HashMap<>();
  private final Map<String, List<String>> folded = new HashMap<>();
  private final Map<String, NounCondition> lemmas = new HashMap<>();

  void define(String name, Yaml value) {
    if (sets.containsKey(name)) {
      value.problem("set '" + name + "' is defined twice, first at " + sets.get(name).source());
    }
    sets.put(name, value);
  }

  private List<String> expand(String name, Set<String> open, Yaml at) {
    List<String> known = expanded.get(name);
    if (known != null) {
      return known;
    }
    if (!sets.containsKey(name)) {
      at.problem("unknown set '@" + name + "'");
      return List.of();
    }
    if (!open.add(name)) {
      at.problem("set '@" + name + "' holds itself");
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (Yaml element : sets.get(name).elements()) {
      String text = element.text();
      if (text.startsWith("@")) {
        words.addAll(expand(text.substring(1), open, element));
      } else {
        words.add(text);
      }
    }
    expanded.put(name, words);
    return words;
  }

  /** A set's lemmas; empty where it does not exist. */
  List<String> set(String name) {
    return sets.containsKey(name) ? expand(name, new HashSet<>(), sets.get(name)) : List.of();
  }

  List<List<String>> predicate(Yaml value) {
    if (value == null) {
      return List.of();
    }
    List<List<String>> found = new ArrayList<>();
    for (Yaml element : value.elements()) {
      String text = element.text();
      if (text.startsWith("@")) {
        expand(text.substring(1), new HashSet<>(), element).forEach(w -> found.add(folded(w)));
      } else if (!text.isEmpty()) {
        found.add(folded(text));
      }
    }
    return found.stream().filter(w -> !w.isEmpty()).distinct().toList();
  }

  /** The same as {@link #words}, made once for all that use a set. */
  private List<String> folded(String text) {
    return folded.computeIfAbsent(text, WordSets::words);
  }

  private NounCondition lemma(String text) {
    return lemmas.computeIfAbsent(text, t -> new NounCondition.Lemma(folded(t)));
  }

  /** The words of a multiword expression, folded, without articles. */
  static List<String> words(String text) {
    String stripped = text.strip();
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= stripped.length(); i++) {
      if (i == stripped.length() || isGap(stripped.charAt(i))) {
        if (i > start) {
          String word = Spelling.fold(stripped.substring(start, i));
          if (!FILLERS.contains(word)) {
            words.add(word);
          }
        }
        start = i + 1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '-' || (c >= '\t' && c <= '\r');
  }

  List<NounCondition> conditions(Yaml value) {
    List<NounCondition> found = new ArrayList<>();
    for (Yaml element : value.elements()) {
      String text = element.text();
      if (text.startsWith("@")) {
        expand(text.substring(1), new HashSet<>(), element)
            .forEach(word -> condition(word, element).ifPresent(found::add));
      } else {
        condition(text, element).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** One alternative, written in a rule or in a set; empty for a word that says nothing. */
  private Optional<NounCondition> condition(String text, Yaml at) {
    if (text.startsWith("<") && text.endsWith(">")) {
      return Optional.of(classCondition(text.substring(1, text.length() - 1), at));
    }
    if (text.equals("any")) {
      return Optional.of(new NounCondition.Any());
    }
    return folded(text).isEmpty() ? Optional.empty() : Optional.of(lemma(text));
  }

  private NounCondition classCondition(String name, Yaml at) {
    if (name.equals("any")) {
      return new NounCondition.Any();
    }
    if (name.equals("act")) {
      return new NounCondition.Act(Set.of());
    }
    for (NounCondition.Kind kind : NounCondition.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new NounCondition.OfKind(kind);
      }
    }
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      at.problem("unknown class '<" + name + ">'");
    }
    return name.length() == 3 && !name.equals("AID")
        ? new NounCondition.Sector(name)
        : new NounCondition.Act(Set.of(name));
  }
}
