package org.demarche.coder.data;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.demarche.coder.data.DataException.Problem;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * A YAML value that knows its line. What is wrong with it goes to the list of problems it was made
 * with, so that one reading reports all.
 */
public final class Yaml {
  private final Node node;
  private final String file;
  private final List<Problem> problems;

  private Yaml(Node node, String file, List<Problem> problems) {
    this.node = node;
    this.file = file;
    this.problems = problems;
  }

  /** The one document of a file; empty for an empty file or one that is no YAML (reported). */
  public static Optional<Yaml> read(DataFile file, List<Problem> problems) {
    LoadSettings settings =
        LoadSettings.builder()
            .setUseMarks(true)
            .setAllowDuplicateKeys(false)
            .setMaxAliasesForCollections(50)
            .setCodePointLimit(64 << 20)
            .build();
    try {
      return new Compose(settings)
          .composeString(file.content())
          .map(node -> new Yaml(node, file.name(), problems));
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(new Problem(new Source(file.name(), line), "not YAML: " + e.getProblem()));
      return Optional.empty();
    } catch (YamlEngineException e) {
      problems.add(new Problem(new Source(file.name(), 1), "not YAML: " + e.getMessage()));
      return Optional.empty();
    }
  }

  public Source source() {
    return new Source(file, node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1));
  }

  public void problem(String what) {
    problems.add(new Problem(source(), what));
  }

  public boolean isNull() {
    return node instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.NULL)
            || (scalar.isPlain() && scalar.getValue().equals("~")));
  }

  public boolean isMapping() {
    return node instanceof MappingNode;
  }

  public boolean isSequence() {
    return node instanceof SequenceNode;
  }

  /** The elements of a sequence; a single value counts as a sequence of one, null as none. */
  public List<Yaml> elements() {
    if (isNull()) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue().stream().map(this::wrap).toList();
    }
    return List.of(this);
  }

  /** The entries of a mapping in order; anything else is a problem and gives none. */
  public Map<String, Yaml> entries() {
    Map<String, Yaml> entries = new LinkedHashMap<>();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          if (entries.put(key.getValue(), wrap(tuple.getValueNode())) != null) {
            wrap(key).problem("key '" + key.getValue() + "' stands twice");
          }
        } else {
          wrap(tuple.getKeyNode()).problem("a key must be a word");
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
    if (node instanceof ScalarNode scalar) {
      return isNull() ? "" : scalar.getValue().strip();
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

  private Yaml wrap(Node other) {
    return new Yaml(other, file, problems);
  }
}
