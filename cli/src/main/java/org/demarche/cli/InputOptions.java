package org.demarche.cli;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.press.input.Inputs;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The press text that is read. */
final class InputOptions {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Text (.txt), HTML (.html, .htm), JSON lines (.jsonl), web archives (.warc, "
              + ".warc.gz), folders of these, or - "
              + "for standard input.")
  private List<String> files;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "Day of publication (2022-06-20) for what has none of its own.")
  private LocalDate published;

  /**
   * What is named, in order.
   *
   * @throws UsageException where a shell has left a pattern as it was
   */
  List<String> files() {
    for (String file : files) {
      if (file.matches(".*[*?\\[].*") && !Files.exists(Path.of(file))) {
        throw new UsageException("no file matches " + file);
      }
    }
    return files;
  }

  Inputs inputs(InputStream standardInput) {
    return new Inputs(standardInput, Optional.ofNullable(published));
  }
}
