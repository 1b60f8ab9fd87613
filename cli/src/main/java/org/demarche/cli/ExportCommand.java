package org.demarche.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.demarche.archive.export.ArchiveExport;
import org.demarche.archive.export.Exporter;
import org.demarche.archive.export.Exports;
import org.demarche.archive.export.Format;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArchiveException;
import org.demarche.archive.store.Filter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code demarche export}. */
@Command(
    name = "export",
    description =
        "Writes the events of an archive in one of the field's formats (docs/formats.md).",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Examples:",
      "  demarche export --archive news.db --format gdelt --output events.tsv",
      "  demarche export --archive news.db --format parquet --query 'actor:RUS date:2022-03' \\",
      "    --output march.parquet"
    })
final class ExportCommand implements Callable<Integer> {
  private final Session session;

  @Option(
      names = "--archive",
      required = true,
      paramLabel = "FILE",
      description = "An archive's file, or the address of a PostgreSQL database.")
  private String file;

  @Option(names = "--format", required = true, description = "${COMPLETION-CANDIDATES}")
  private Format format;

  @Option(
      names = "--query",
      paramLabel = "QUERY",
      description = "Only what a search for this finds; by default every event that counts.")
  private String query = "";

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description =
          "Write here, for brat a folder, and say what it is in FILE.datapackage.json beside it.")
  private Path output;

  ExportCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    if (output == null && format.needsPath()) {
      throw new UsageException("--format " + format + " needs --output");
    }
    boolean address = file.contains("://") || file.startsWith("jdbc:");
    if (!address && !Files.isRegularFile(Path.of(file))) {
      throw new UsageException("no such archive: " + file);
    }
    try (Archive archive = Archive.open(file)) {
      Filter filter = filter(archive);
      long written = export(archive, filter);
      session.err().println(written + " events");
    } catch (ArchiveException e) {
      throw new UsageException(e.getMessage());
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
    return 0;
  }

  private Filter filter(Archive archive) {
    if (query.isBlank()) {
      return Filter.current();
    }
    Search search = new Search(archive, Clock.systemUTC());
    return search
        .parse(query)
        .fold(
            understood -> search.events(understood.query()),
            mistake -> {
              throw new UsageException(mistake.pointing());
            });
  }

  private long export(Archive archive, Filter filter) throws IOException {
    Exporter opened;
    try {
      opened =
          output == null
              ? new Exports().toStream(format, new Uncloseable(session.out()))
              : new Exports().toFile(format, output);
    } catch (IOException e) {
      throw new UsageException("cannot write " + output + ": " + e.getMessage());
    }
    try (Exporter exporter = opened) {
      new ArchiveExport(archive).write(filter, exporter);
      return exporter.written();
    }
  }
}
