package org.demarche.coder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.demarche.coder.code.Coder;
import org.demarche.coder.syntax.Syntax;

/** The costly parts, loaded once for all tests of a run, and the tables that tests are fed from. */
public final class Engine {
  private static final Syntax SYNTAX = Syntax.load();

  private Engine() {}

  /** The built-in coder is loaded only where a test needs it. */
  private static final class BuiltIn {
    private static final Coder CODER = Coder.create();
  }

  public static Syntax syntax() {
    return SYNTAX;
  }

  public static Coder coder() {
    return BuiltIn.CODER;
  }

  /** The rows of a table beside {@code test}, cells parted by bars; blanks and # lines are left. */
  public static List<List<String>> table(Class<?> test, String name) {
    return lines(test, name).stream()
        .map(line -> List.of(line.split("\\|", -1)).stream().map(String::strip).toList())
        .toList();
  }

  /** The lines of a list beside {@code test}; blank lines and # lines are left out. */
  public static List<String> lines(Class<?> test, String name) {
    InputStream in = Objects.requireNonNull(test.getResourceAsStream(name), name);
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A list of words as a set. */
  public static Set<String> words(Class<?> test, String name) {
    return Set.copyOf(lines(test, name));
  }
}
