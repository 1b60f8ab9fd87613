package org.demarche.press.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Yaml;
import org.jsoup.nodes.Element;

/** The class names and ids of {@code furniture-names.yaml}. */
record FurnitureNames(
    Set<String> passedOver,
    Set<String> longer,
    Set<String> named,
    Set<String> weak,
    Set<String> whole) {
  private static final String FILE = "furniture-names.yaml";
  private static final Set<String> KEYS = Set.of("passed_over", "longer", "named", "weak", "whole");
  private static final Pattern PARTS =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{L})(?=\\p{N})");
  private static final Pattern NAMES = Pattern.compile("\\s+");

  FurnitureNames {
    passedOver = Set.copyOf(passedOver);
    longer = Set.copyOf(longer);
    named = Set.copyOf(named);
    weak = Set.copyOf(weak);
    whole = Set.copyOf(whole);
  }

  /**
   * The built-in names.
   *
   * @throws IllegalStateException if the file is wrong
   */
  static FurnitureNames load() {
    List<Problem> problems = new ArrayList<>();
    try (InputStream in = FurnitureNames.class.getResourceAsStream(FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Map<String, Yaml> entries =
          Yaml.read(new DataFile(FILE, text), problems).orElseThrow().entries(KEYS);
      FurnitureNames names =
          new FurnitureNames(
              words(entries, "passed_over"),
              words(entries, "longer"),
              words(entries, "named"),
              words(entries, "weak"),
              words(entries, "whole"));
      if (!problems.isEmpty()) {
        throw new IllegalStateException(problems.toString());
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> words(Map<String, Yaml> entries, String key) {
    Set<String> words = new HashSet<>();
    for (Yaml element : entries.get(key).elements()) {
      words.addAll(element.texts());
    }
    return words;
  }

  /** Whether a class name or the id of an element holds one of the words, or is a whole name. */
  boolean isNamed(Element element, Set<String> words) {
    for (String name : NAMES.split(element.className() + " " + element.id())) {
      if (whole.contains(name) && words == named) {
        return true;
      }
      List<String> parts = parts(name);
      if (!parts.isEmpty() && !passedOver.contains(parts.get(0))) {
        if (parts.stream().anyMatch(words::contains)) {
          return true;
        }
      }
    }
    return false;
  }

  private static List<String> parts(String name) {
    List<String> parts = new ArrayList<>();
    for (String part : PARTS.split(name)) {
      if (!part.isEmpty()) {
        parts.add(part.toLowerCase(Locale.ROOT));
      }
    }
    return parts;
  }
}
