package org.demarche.coder.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.demarche.coder.data.DataException.Problem;

/**
 * A YAML value that knows its line. What is wrong with it goes to the list of problems it was made
 * with, so that one reading reports all.
 */
public final class Yaml {
  private final YamlNode node;
  private final String file;
  private final List<Problem> problems;

  private Yaml(YamlNode node, String file, List<Problem> problems) {
    this.node = node;
    this.file = file;
    this.problems = problems;
  }

  /** The one document of a file; empty for an empty file or one that is no YAML (reported). */
  public static Optional<Yaml> read(DataFile file, List<Problem> problems) {
    return YamlParser.parse(file, problems).map(node -> new Yaml(node, file.name(), problems));
  }

  /**
   * The same for files that belong together, each handed on before the next. They are parsed once:
   * their trees are kept in a folder, where that can be written.
   */
  public static void read(
      List<DataFile> files, CacheFolder cache, List<Problem> problems, Consumer<Yaml> reader) {
    List<TreeCache.Tree> trees = new TreeCache(cache).trees(files);
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).name();
      problems.addAll(trees.get(i).problems());
      trees.get(i).root().ifPresent(root -> reader.accept(new Yaml(root, name, problems)));
    }
  }

  public Source source() {
    return new Source(file, node.line());
  }

  public void problem(String what) {
    problems.add(new Problem(source(), what));
  }

  public boolean isNull() {
    return node instanceof YamlNode.Scalar scalar && scalar.isNull();
  }

  public boolean isMapping() {
    return node instanceof YamlNode.Mapping;
  }

  /** Whether this is a mapping with that key. */
  public boolean has(String key) {
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key() instanceof YamlNode.Scalar scalar && scalar.text().equals(key)) {
          return true;
        }
      }
    }
    return false;
  }

  public boolean isSequence() {
    return node instanceof YamlNode.Sequence;
  }

  /** The elements of a sequence; a single value counts as a sequence of one, null as none. */
  public List<Yaml> elements() {
    if (isNull()) {
      return List.of();
    }
    if (node instanceof YamlNode.Sequence sequence) {
      Yaml[] elements = new Yaml[sequence.elements().size()];
      for (int i = 0; i < elements.length; i++) {
        elements[i] = wrap(sequence.elements().get(i));
      }
      return List.of(elements);
    }
    return List.of(this);
  }

  /** The entries of a mapping in order; anything else is a problem and gives none. */
  public Map<String, Yaml> entries() {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    if (node instanceof YamlNode.Mapping mapping) {
      for (YamlNode.Entry entry : mapping.entries()) {
        if (entry.key() instanceof YamlNode.Scalar key) {
          if (entries.put(key.text(), wrap(entry.value())) != null) {
            wrap(key).problem("key '" + key.text() + "' stands twice");
          }
        } else {
          wrap(entry.key()).problem("a key must be a word");
        }
      }
    } else if (!isNull()) {
      problem("expected keys and values here");
    }
    return entries;
  }

  /** The entries of a mapping; a key outside {@code allowed} is a problem. */
  public Map<String, Yaml> entries(Set<String> allowed) {
    Map<String, Yaml> entries = entries();
    for (Map.Entry<String, Yaml> entry : entries.entrySet()) {
      if (!allowed.contains(entry.getKey())) {
        entry
            .getValue()
            .problem(
                "unknown key '"
                    + entry.getKey()
                    + "'; known are "
                    + String.join(", ", new TreeSet<>(allowed)));
      }
    }
    return entries;
  }

  /** The text of a scalar; anything else is a problem and gives the empty string. */
  public String text() {
    if (node instanceof YamlNode.Scalar scalar) {
      return isNull() ? "" : scalar.text().strip();
    }
    problem("expected a word or a text here");
    return "";
  }

  /** The texts of a sequence of scalars. */
  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (Yaml element : elements()) {
      texts.add(element.text());
    }
    return texts;
  }

  /** {@code true} or {@code false}; anything else is a problem and counts as false. */
  public boolean flag() {
    String text = text();
    if (!text.equals("true") && !text.equals("false")) {
      problem("expected true or false, not '" + text + "'");
    }
    return text.equals("true");
  }

  private Yaml wrap(YamlNode other) {
    return new Yaml(other, file, problems);
  }
}
