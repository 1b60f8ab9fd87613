package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.archive.recode.RunDiff;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.StoredRun;
import org.demarche.cli.output.DiffWriter;
import org.demarche.cli.output.StoredJsonLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche diff RUN RUN}: what two runs read differently. */
@Command(
    name = "diff",
    description = "Lists by rule what two runs read differently in the same articles.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "A run is named by its number; --runs lists them. Without numbers the last two are",
      "compared.",
      "",
      "Examples:",
      "  demarche diff --runs",
      "  demarche diff 1 3 --examples 10"
    })
final class DiffCommand implements Callable<Integer> {
  private final Session session;

  @Parameters(arity = "0..2", paramLabel = "RUN", description = "The earlier and the later run.")
  private List<Long> runs = List.of();

  @Mixin private ArchiveOptions archives;

  @Option(names = "--runs", description = "List the runs of the archive.")
  private boolean list;

  @Option(
      names = "--examples",
      paramLabel = "N",
      defaultValue = "3",
      description = "So many of each rule and kind in a table (${DEFAULT-VALUE}).")
  private int examples;

  @Mixin private ListOptions written;

  DiffCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    try (Archive archive = archives.openExisting();
        OutputStream out = new BufferedOutputStream(new Uncloseable(session.out()), 1 << 16)) {
      List<StoredRun> known = archive.runs();
      if (list) {
        DiffWriter.runs(known, out);
        return 0;
      }
      long before = chosen(known, 0);
      long after = chosen(known, 1);
      RunDiff diff = new RunDiff(archive);
      if (written.table(session)) {
        DiffWriter writer = new DiffWriter(written.paint(session), session.width(), examples);
        diff.each(before, after, writer);
        writer.write(out);
      } else {
        lines(diff, before, after, out);
      }
      session
          .err()
          .println(
              "run "
                  + before
                  + " and run "
                  + after
                  + " in "
                  + diff.articles(before, after)
                  + " articles that both have coded");
      return 0;
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
  }

  private static void lines(RunDiff diff, long before, long after, OutputStream out)
      throws IOException {
    try (StoredJsonLines json = new StoredJsonLines(out)) {
      diff.each(
          before,
          after,
          difference -> {
            try {
              json.difference(difference);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
  }

  private long chosen(List<StoredRun> known, int place) {
    if (runs.size() == 1) {
      throw new UsageException("diff takes two runs, or none for the last two");
    }
    if (runs.isEmpty()) {
      if (known.size() < 2) {
        throw new UsageException(
            "the archive has been coded by "
                + known.size()
                + " run; 'demarche recode' with another codebook makes a second");
      }
      return known.get(known.size() - 2 + place).id();
    }
    long run = runs.get(place);
    if (known.stream().noneMatch(r -> r.id() == run)) {
      throw new UsageException("there is no run " + run + "; 'demarche diff --runs' lists them");
    }
    return run;
  }
}
