package org.demarche.coder.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The word classes of {@code words.txt}: class name, value, and the words that have it. */
final class Lexicon {
  static final Lexicon ENGLISH = new Lexicon(resourceLines("words.txt"));

  private final Map<String, Map<String, String>> classes = new HashMap<>();
  private final Map<String, Set<String>> classesOfWord = new HashMap<>();

  private Lexicon(List<String> lines) {
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      int colon = line.indexOf(": ");
      String[] head = line.substring(0, Math.max(colon, 0)).strip().split(" ", -1);
      if (head.length != 2) {
        throw new IllegalStateException("words.txt:" + (n + 1) + ": not 'CLASS value: words'");
      }
      for (String word : line.substring(colon + 2).strip().split(" ", -1)) {
        classes.computeIfAbsent(head[0], k -> new HashMap<>()).put(word, head[1]);
        classesOfWord.computeIfAbsent(word, k -> new java.util.HashSet<>()).add(head[0]);
      }
    }
  }

  boolean hasClass(String name) {
    return classes.containsKey(name);
  }

  /** The value of a word in a class; null where the word is not of the class. */
  String value(String className, String word) {
    Map<String, String> words = classes.get(className);
    return words == null ? null : words.get(word);
  }

  Set<String> words() {
    return classesOfWord.keySet();
  }

  Set<String> classesOf(String word) {
    return classesOfWord.getOrDefault(word, Set.of());
  }

  static List<String> resourceLines(String name) {
    try (InputStream in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + name + " of the time tagger is missing");
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return reader.lines().toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("resource " + name + " of the time tagger", e);
    }
  }
}
