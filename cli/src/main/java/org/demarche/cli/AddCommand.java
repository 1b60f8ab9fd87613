package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.archive.store.Archive;
import org.demarche.cli.output.AddedWriter;
import org.demarche.cli.output.Progress;
import org.demarche.coder.code.Coder;
import org.demarche.press.input.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche add FILE…}: press text into the archive, with the events it reports. */
@Command(
    name = "add",
    description = "Codes press text and keeps it in an archive, with the events it reports.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Reads what 'demarche code' reads. An article that is there already is left as it is;",
      "one whose text has changed becomes a new version. What has been listed is on the disk.",
      "",
      "Examples:",
      "  demarche add samples/*",
      "  demarche add news.jsonl --archive news.db"
    })
final class AddCommand implements Callable<Integer> {
  private final Session session;
  private final Engine engine;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Text (.txt), HTML (.html, .htm), JSON lines (.jsonl), folders of these, or - "
              + "for standard input.")
  private List<String> files;

  @Mixin private ArchiveOptions archives;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description = "Day of publication (2022-06-20) for what has none of its own.")
  private LocalDate published;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; by default table on a terminal, jsonl otherwise.")
  private ListFormat format;

  @Mixin private EngineOptions books;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles coded at a time; by default one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  AddCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    if (threads < 1 || threads > 256) {
      throw new UsageException("--threads takes 1 to 256, not " + threads);
    }
    for (String file : files) {
      if (file.matches(".*[*?\\[].*") && !Files.exists(Path.of(file))) {
        throw new UsageException("no file matches " + file);
      }
    }
    boolean table = ListFormat.table(format, session);
    Coder coder = engine.coder(books);
    try (Archive archive = archives.open();
        AddedWriter writer =
            new AddedWriter(session.out(), table, session.paint(Session.ColorChoice.AUTO));
        Progress progress =
            new Progress(
                "adding",
                session.err(),
                session.errIsTerminal() && !table,
                session.errIsTerminal() ? Inputs.size(files) : -1,
                session.width())) {
      AddSummary summary = new AddSummary(session.err());
      Inputs inputs = new Inputs(session.in(), Optional.ofNullable(published));
      Adding adding = new Adding(archive, coder, writer, summary, () -> {});
      Runnable finished =
          () -> {
            adding.written();
            progress.at(
                inputs.bytes(), summary.articles() + " articles, " + summary.events() + " events");
          };
      try (OrderedWork work = new OrderedWork(threads, finished)) {
        inputs.read(files, input -> work.accept(() -> adding.result(input)));
        work.drain();
        adding.flush();
      }
      summary.close(archive.database().name());
      return summary.allRead() ? 0 : 1;
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
  }
}
