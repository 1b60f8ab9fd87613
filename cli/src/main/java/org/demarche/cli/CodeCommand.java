package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.archive.export.DataPackage;
import org.demarche.archive.export.Exporter;
import org.demarche.archive.export.Exports;
import org.demarche.archive.export.Format;
import org.demarche.cli.output.CodedArticle.Selection;
import org.demarche.cli.output.CsvWriter;
import org.demarche.cli.output.DescribedWriter;
import org.demarche.cli.output.EventWriter;
import org.demarche.cli.output.ExportWriter;
import org.demarche.cli.output.JsonLinesWriter;
import org.demarche.cli.output.Progress;
import org.demarche.cli.output.Summary;
import org.demarche.cli.output.TableWriter;
import org.demarche.coder.code.Coder;
import org.demarche.press.input.Inputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demarche code FILE…}: press text in, events out. */
@Command(
    name = "code",
    description = "Reads press text and writes the political events that it reports.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Text files may begin with lines 'Title:', 'Published:', 'Language:', 'Url:', 'Author:',",
      "'Note:', parted from the text by a blank line.",
      "JSON lines: {\"id\",\"text\",\"title\",\"url\",\"published\",\"language\",",
      "  \"spans\":[{\"role\":\"actor\"|\"recipient\",\"start\",\"end\"}]}; only text is needed.",
      "",
      "Examples:",
      "  demarche code article.txt --published 2022-06-20",
      "  demarche code samples/* --format table",
      "  demarche code archive/ --threads 4 --output events.csv",
      "  cat articles.jsonl | demarche code - --statuses facts"
    })
final class CodeCommand implements Callable<Integer> {
  private final Session session;
  private final Engine engine;

  @Mixin private InputOptions input;

  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; by default table on a terminal, jsonl otherwise.")
  private Form format;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write here; a name that ends in .csv, .parquet or .graphml makes it that.")
  private Path output;

  @Mixin private EngineOptions books;

  @Option(
      names = "--statuses",
      defaultValue = "all",
      description =
          "${COMPLETION-CANDIDATES}: facts leaves out what is planned, conditional, "
              + "denied, demanded or threatened.")
  private Statuses statuses;

  @Option(
      names = "--min-confidence",
      paramLabel = "X",
      description = "Leave out events that are less likely right than this, 0 to 1.")
  private double confidence;

  @Option(names = "--no-votes", description = "Leave positions in votes out.")
  private boolean noVotes;

  @Option(names = "--run", description = "Name coder, codebook and parser in each row.")
  private boolean withRun;

  @Option(
      names = "--provenance",
      description = "Say in each row which way the article came, and who has the rights.")
  private boolean withProvenance;

  @Mixin private ThreadOptions threads;

  @Option(names = "--color", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
  private Session.ColorChoice color;

  CodeCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  /** Forms of output: a table to read, rows with everything, and the formats of the field. */
  enum Form {
    TABLE(null),
    JSONL(null),
    CSV(null),
    PARQUET(Format.PARQUET),
    GDELT(Format.GDELT),
    GDELT_MENTIONS(Format.GDELT_MENTIONS),
    ICEWS(Format.ICEWS),
    POLECAT(Format.POLECAT),
    PHOENIX(Format.PHOENIX),
    GRAPHML(Format.GRAPHML),
    EDGES(Format.EDGES),
    BRAT(Format.BRAT);

    private final Format export;

    Form(Format export) {
      this.export = export;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Which events are written. */
  enum Statuses {
    all,
    facts
  }

  @Override
  public Integer call() throws IOException {
    int atATime = threads.count();
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new UsageException("--min-confidence takes 0 to 1, not " + confidence);
    }
    List<String> files = input.files();
    if (output == null && form().export != null && form().export.needsPath()) {
      throw new UsageException("--format " + form() + " needs --output");
    }
    Coder coder = engine.coder(books);
    Summary summary = new Summary(session.err());
    boolean toScreen = output == null && session.outIsTerminal();
    long size = session.errIsTerminal() && !toScreen ? Inputs.size(files) : -1;
    try (OutputStream out = open();
        Progress progress =
            new Progress(
                "coding",
                session.err(),
                session.errIsTerminal() && !toScreen,
                size,
                session.width())) {
      EventWriter writer = writer(out);
      Inputs inputs = input.inputs(session.in());
      Selection selection = new Selection(statuses == Statuses.facts, !noVotes, confidence);
      try (Pipeline pipeline =
          new Pipeline(
              coder,
              atATime,
              selection,
              writer,
              summary,
              () ->
                  progress.at(
                      inputs.bytes(),
                      summary.articles() + " articles, " + summary.events() + " events"))) {
        inputs.read(files, pipeline);
        pipeline.drain();
      }
      writer.finish();
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
    summary.close();
    return summary.allRead() ? 0 : 1;
  }

  /** What the results go to; an export to a file opens its own. */
  private OutputStream open() {
    if (output == null) {
      return new BufferedOutputStream(new Uncloseable(session.out()), 1 << 16);
    }
    if (form().export != null) {
      return OutputStream.nullOutputStream();
    }
    try {
      return new BufferedOutputStream(Files.newOutputStream(output), 1 << 16);
    } catch (IOException e) {
      throw new UsageException("cannot write " + output + ": " + e.getMessage());
    }
  }

  private EventWriter writer(OutputStream out) throws IOException {
    Form form = form();
    return switch (form) {
      case TABLE -> new TableWriter(out, session.paint(color), session.width());
      case JSONL -> described(new JsonLinesWriter(out, withRun, withProvenance), Optional.empty());
      case CSV ->
          described(
              new CsvWriter(out, withRun, withProvenance),
              Optional.of(
                  new DataPackage.Table(
                      CsvWriter.columns(withRun, withProvenance), Optional.of(','), true)));
      default -> new ExportWriter(exporter(form.export, out));
    };
  }

  private EventWriter described(EventWriter writer, Optional<DataPackage.Table> table) {
    if (output == null) {
      return writer;
    }
    String about = "Demarche's events and votes, with the characters of the words that say them";
    return new DescribedWriter(writer, new DataPackage(form().toString(), about, table, output));
  }

  private Exporter exporter(Format format, OutputStream out) throws IOException {
    if (output == null) {
      return new Exports().toStream(format, out);
    }
    try {
      return new Exports().toFile(format, output);
    } catch (IOException e) {
      throw new UsageException("cannot write " + output + ": " + e.getMessage());
    }
  }

  private Form form() {
    if (format != null) {
      return format;
    }
    if (output != null) {
      String name = output.toString().toLowerCase(Locale.ROOT);
      return ENDINGS.entrySet().stream()
          .filter(e -> name.endsWith(e.getKey()))
          .map(Map.Entry::getValue)
          .findFirst()
          .orElse(Form.JSONL);
    }
    return session.outIsTerminal() ? Form.TABLE : Form.JSONL;
  }

  private static final Map<String, Form> ENDINGS =
      Map.of(".csv", Form.CSV, ".parquet", Form.PARQUET, ".graphml", Form.GRAPHML);
}
