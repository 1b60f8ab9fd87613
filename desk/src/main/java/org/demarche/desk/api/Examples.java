package org.demarche.desk.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.demarche.desk.start.DeskSettings;
import org.springframework.stereotype.Component;

/** The examples of the help page, from a resource: a test runs them. */
@Component
public final class Examples {
  private final Map<String, Example> examples = new HashMap<>();

  Examples(DeskSettings settings) {
    String address = settings.address().toString().replaceFirst("/$", "");
    for (String section : text().split("(?m)^## ")) {
      if (!section.isBlank()) {
        String[] head = section.substring(0, section.indexOf('\n')).split(" ");
        String body = section.substring(section.indexOf('\n') + 1).stripTrailing();
        examples.put(head[0], new Example(language(head[1]), body.replace("DESK", address)));
      }
    }
  }

  /** An example; {@code language} as people write it. */
  public record Example(String language, String text) {}

  private static String language(String word) {
    return switch (word) {
      case "python" -> "Python";
      case "r" -> "R";
      default -> word;
    };
  }

  private static String text() {
    try (InputStream in =
        Examples.class.getResourceAsStream("/org/demarche/desk/api/examples.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All of them by name. */
  public Map<String, Example> all() {
    return Map.copyOf(examples);
  }
}
