package org.demarche.coder.data;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
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

/** Makes the tree of one file from its text. */
final class YamlParser {
  private static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setUseMarks(true)
          .setAllowDuplicateKeys(false)
          .setMaxAliasesForCollections(50)
          .setCodePointLimit(64 << 20)
          .build();

  /**
   * What is made of each collection, since aliases let one stand in many places; null while open.
   */
  private final IdentityHashMap<Node, YamlNode> made = new IdentityHashMap<>();

  private final String file;

  private YamlParser(String file) {
    this.file = file;
  }

  /** The one document of a file; empty for an empty file or one that is no YAML (reported). */
  static Optional<YamlNode> parse(DataFile file, List<Problem> problems) {
    try {
      return new Compose(SETTINGS)
          .composeString(file.content())
          .map(new YamlParser(file.name())::tree);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(new Problem(new Source(file.name(), line), "not YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      problems.add(new Problem(new Source(file.name(), 1), "not YAML: " + e.getMessage()));
    } catch (DataException e) {
      problems.addAll(e.problems());
    }
    return Optional.empty();
  }

  private YamlNode tree(Node node) {
    if (node instanceof ScalarNode scalar) {
      boolean isNull =
          scalar.getTag().equals(Tag.NULL) || (scalar.isPlain() && scalar.getValue().equals("~"));
      return new YamlNode.Scalar(line(node), scalar.getValue(), isNull);
    }
    YamlNode known = made.get(node);
    if (known != null) {
      return known;
    }
    if (made.containsKey(node)) {
      throw new DataException(
          List.of(new Problem(new Source(file, line(node)), "an alias stands in what it names")));
    }
    made.put(node, null);
    YamlNode tree = collection(node);
    made.put(node, tree);
    return tree;
  }

  private YamlNode collection(Node node) {
    if (node instanceof SequenceNode sequence) {
      List<YamlNode> elements = new ArrayList<>(sequence.getValue().size());
      for (Node element : sequence.getValue()) {
        elements.add(tree(element));
      }
      return new YamlNode.Sequence(line(node), elements);
    }
    if (node instanceof MappingNode mapping) {
      List<YamlNode.Entry> entries = new ArrayList<>(mapping.getValue().size());
      for (NodeTuple tuple : mapping.getValue()) {
        entries.add(new YamlNode.Entry(tree(tuple.getKeyNode()), tree(tuple.getValueNode())));
      }
      return new YamlNode.Mapping(line(node), entries);
    }
    throw new IllegalStateException("a node of the kind " + node.getClass());
  }

  private static int line(Node node) {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }
}
