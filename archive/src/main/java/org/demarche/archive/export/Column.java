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
    return of(Column.class, resource);
  }

  /**
   * The columns that a resource lists: name, type and meaning by tabs.
   *
   * @param beside the class beside which it stands
   * @throws IllegalStateException when there is no such resource
   */
  public static List<Column> of(Class<?> beside, String resource) {
    return lines(beside, resource)
        .map(l -> l.split("\t", 3))
        .map(f -> new Column(f[0], Type.valueOf(f[1].toUpperCase(Locale.ROOT)), f[2]))
        .toList();
  }

  static Stream<String> lines(String resource) {
    return lines(Column.class, resource);
  }

  private static Stream<String> lines(Class<?> beside, String resource) {
    try (InputStream in = beside.getResourceAsStream(resource)) {
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
