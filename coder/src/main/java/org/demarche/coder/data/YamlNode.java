package org.demarche.coder.data;

import java.util.List;

/** A value of a YAML file with the line it begins in, counted from 1. Immutable. */
sealed interface YamlNode {
  int line();

  /**
   * A word or text.
   *
   * @param text as the quotes and escapes say, spaces included
   * @param isNull whether it stands for nothing
   */
  record Scalar(int line, String text, boolean isNull) implements YamlNode {}

  /** Values in a row. */
  record Sequence(int line, List<YamlNode> elements) implements YamlNode {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /** Keys with values, in the order of the file; a key may stand twice. */
  record Mapping(int line, List<Entry> entries) implements YamlNode {
    public Mapping {
      entries = List.copyOf(entries);
    }
  }

  /** A key, mostly a scalar, with its value. */
  record Entry(YamlNode key, YamlNode value) {}
}
