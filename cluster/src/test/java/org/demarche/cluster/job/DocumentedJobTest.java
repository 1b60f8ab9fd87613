package org.demarche.cluster.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as the README shows it. */
class DocumentedJobTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String COMMAND = "./demarche cluster ";

  @TempDir private Path folder;

  @Test
  void runsAsTheReadmeShowsIt() throws IOException {
    List<String> commands =
        Files.readString(ROOT.resolve("README.md"))
            .lines()
            .filter(l -> l.startsWith(COMMAND))
            .toList();
    assertThat(commands).hasSize(1);
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    int exit =
        Cluster.run(
            to,
            Stream.of(
                    commands
                        .get(0)
                        .substring(COMMAND.length())
                        .replaceFirst("\\s+#.*", "")
                        .split(" "))
                .map(w -> w.startsWith("samples") ? ROOT.resolve(w).toString() : w)
                .map(w -> w.replaceFirst("^target/", folder + "/"))
                .toArray(String[]::new));
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("events in").contains("batch");
    assertThat(exit).isZero();
    assertThat(folder.resolve("events/batches")).isDirectoryContaining("glob:**.json");
  }

  @Test
  void wrongUseIsSaidInOneLine() {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintStream to = new PrintStream(err, true, StandardCharsets.UTF_8);
    assertThat(Cluster.run(to, "local", "none.jsonl")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("--output")
        .contains("'demarche cluster local --help'");
  }
}
