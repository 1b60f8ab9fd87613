package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every command line that the documents show does what they say: it runs. */
class DocumentedCommandsTest {
  private static final Pattern BLOCK = Pattern.compile("(?ms)^```sh\\n(.*?)^```");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** One for all: what a command writes, the next one reads. */
  @TempDir private static Path folder;

  static Stream<String> commands() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Cli.ROOT, 2)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        Matcher block = BLOCK.matcher(Files.readString(file));
        while (block.find()) {
          block
              .group(1)
              .lines()
              .filter(line -> line.startsWith("./demarche "))
              .map(line -> line.replaceFirst("\\s+#.*", ""))
              .forEach(found::add);
        }
      }
    }
    // The desk goes on until it is stopped; CI starts it.
    return found.stream()
        .distinct()
        .filter(line -> !line.contains("../shared") && !line.startsWith("./demarche desk"))
        // Needs Spark: run by the module cluster's DocumentedJobTest.
        .filter(line -> !line.startsWith("./demarche cluster "));
  }

  @Test
  void theReadmeShowsCommands() throws IOException {
    assertThat(commands()).contains("./demarche code samples/*").hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void runs(String line) {
    Cli.Ran ran = Cli.run(arguments(line));
    assertThat(ran.exit()).describedAs(ran.err()).isZero();
  }

  /** The words of a line as a shell would hand them over, with paths in the repository. */
  private String[] arguments(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line.substring("./demarche ".length()));
    while (word.find()) {
      String text = word.group(1) != null ? word.group(1) : word.group(2);
      if (text.endsWith("/*")) {
        words.addAll(listed(Cli.ROOT.resolve(text.substring(0, text.length() - 2))));
      } else if (text.startsWith("samples") || text.startsWith("docs/")) {
        words.add(Cli.ROOT.resolve(text).toString());
      } else if (text.startsWith("target/")) {
        words.add(folder.resolve(text.substring("target/".length())).toString());
      } else {
        words.add(text);
      }
    }
    return words.toArray(String[]::new);
  }

  private static List<String> listed(Path directory) {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().map(Path::toString).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
