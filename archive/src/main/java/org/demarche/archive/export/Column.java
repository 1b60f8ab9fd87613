package org.demarche.archive.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A column of a layout.
 *
 * @param name as the layout's publisher writes it
 * @param about what it holds
 */
public record Column(String name, Type type, String about) {
  /** What stands in a cell. */
  public enum Type {
    INTEGER,
    NUMBER,
    STRING,
    /** ISO 8601 day. */
    DATE;

    /** The name in Frictionless' table schema. */
    String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The columns that a resource beside this class lists: name, type and meaning by tabs. */
  static List<Column> of(String resource) {
    return lines(resource)
        .map(l -> l.split("\t", 3))
        .map(f -> new Column(f[0], Type.valueOf(f[1].toUpperCase(Locale.ROOT)), f[2]))
        .toList();
  }

  static Stream<String> lines(String resource) {
    try (InputStream in = Column.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.isBlank() && !l.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
