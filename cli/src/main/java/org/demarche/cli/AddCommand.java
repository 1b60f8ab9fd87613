package org.demarche.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.archive.store.Archive;
import org.demarche.cli.output.AddedWriter;
import org.demarche.cli.output.Progress;
import org.demarche.coder.code.Coder;
import org.demarche.press.input.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

  @Mixin private InputOptions input;

  @Mixin private ArchiveOptions archives;

  @Mixin private ListOptions list;

  @Mixin private EngineOptions books;

  @Mixin private ThreadOptions threads;

  AddCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    int atATime = threads.count();
    List<String> files = input.files();
    boolean table = list.table(session);
    Coder coder = engine.coder(books);
    try (Archive archive = archives.open();
        AddedWriter writer = new AddedWriter(session.out(), table, list.paint(session));
        Progress progress =
            new Progress(
                "adding",
                session.err(),
                session.errIsTerminal() && !table,
                session.errIsTerminal() ? Inputs.size(files) : -1,
                session.width())) {
      AddSummary summary = new AddSummary(session.err());
      Inputs inputs = input.inputs(session.in());
      Adding adding = new Adding(archive, coder, writer, summary, () -> {});
      Runnable finished =
          () -> {
            adding.written();
            progress.at(
                inputs.bytes(), summary.articles() + " articles, " + summary.events() + " events");
          };
      try (OrderedWork work = new OrderedWork(atATime, finished)) {
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
