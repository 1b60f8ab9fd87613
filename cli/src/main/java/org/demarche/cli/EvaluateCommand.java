package org.demarche.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Run;
import org.demarche.coder.time.TimeTagger;
import org.demarche.evaluation.DateMeasures;
import org.demarche.evaluation.DateScore;
import org.demarche.evaluation.DyadError;
import org.demarche.evaluation.ErrorClass;
import org.demarche.evaluation.ErrorText;
import org.demarche.evaluation.EventGold;
import org.demarche.evaluation.EventScore;
import org.demarche.evaluation.FalseEventRate;
import org.demarche.evaluation.PageExtractors;
import org.demarche.evaluation.PageGold;
import org.demarche.evaluation.PageScore;
import org.demarche.evaluation.RelationGold;
import org.demarche.evaluation.RelationScore;
import org.demarche.evaluation.ScoreJson;
import org.demarche.evaluation.ScoreTable;
import org.demarche.evaluation.ScoreText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Scores the coder against a gold file. */
@Command(
    name = "evaluate",
    description = "Scores the coder against a gold file.",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    synopsisSubcommandLabel = "(relations | events | no-event | confidence | dates | pages)",
    subcommands = EvaluateConfidenceCommand.class)
public final class EvaluateCommand implements Runnable {
  /** Exit code where a file is missing or wrong, or the command line is. */
  private static final int UNUSABLE = 2;

  @Spec private CommandSpec spec;

  @Option(
      names = "--errors",
      scope = ScopeType.INHERIT,
      description = "List each wrong case with its explanation.")
  private boolean errors;

  @Option(
      names = "--json",
      scope = ScopeType.INHERIT,
      description = "Print one JSON object instead of tables.")
  private boolean json;

  @Option(
      names = "--record",
      scope = ScopeType.INHERIT,
      arity = "0..1",
      paramLabel = "TABLE",
      fallbackValue = "evaluation/scores.tsv",
      description = "Keep the scores in this table (default: evaluation/scores.tsv).")
  private Path record;

  @Option(
      names = "--min-confidence",
      scope = ScopeType.INHERIT,
      paramLabel = "X",
      description = "Leave out events that are less likely right than this, 0 to 1.")
  private double confidence;

  @Override
  public void run() {
    throw new picocli.CommandLine.ParameterException(
        spec.commandLine(),
        "say what to evaluate: relations, events, no-event, confidence, dates or pages");
  }

  /** The type of the relation between two given parties. */
  @Command(name = "relations", description = "Type and quad class of relations, parties given.")
  int relations(
      @Parameters(paramLabel = "FILE", description = "Gold relations, one JSON object a line.")
          Path file) {
    return guarded(
        file,
        () -> {
          List<RelationGold> gold = RelationScore.read(file);
          Coder coder = Coder.create();
          RelationScore.Report report = RelationScore.score(gold, coder::code).from(confidence);
          report(
              new Scored(
                  "relations",
                  file.toString(),
                  ScoreTable.hash(file),
                  report.measures(),
                  Optional.of(coder.run())),
              () -> ScoreJson.of(report, errors),
              out -> {
                out.print(ScoreText.of(report));
                if (errors) {
                  out.println();
                  out.print(ScoreText.of(ErrorClass.count(report, coder::explain)));
                  ErrorText text = new ErrorText(coder::explain);
                  report.wrong().forEach(c -> out.print(System.lineSeparator() + text.of(c)));
                }
              });
        });
  }

  /** Events of which everything must be found. */
  @Command(name = "events", description = "Events of which everything is to be found in the text.")
  int events(
      @Parameters(paramLabel = "FILE", description = "Gold events, one JSON object a line.")
          Path file) {
    return guarded(
        file,
        () -> {
          List<EventGold> gold = EventScore.read(file);
          Coder coder = Coder.create();
          EventScore.Report report =
              EventScore.score(gold, coder.actorBook(), coder::code).from(confidence);
          report(
              new Scored(
                  "events",
                  file.toString(),
                  ScoreTable.hash(file),
                  report.measures(),
                  Optional.of(coder.run())),
              () -> ScoreJson.of(report, errors),
              out -> {
                out.print(ScoreText.of(report));
                if (errors) {
                  out.println();
                  out.print(ScoreText.of(DyadError.count(report)));
                  ErrorText text = new ErrorText(coder::explain);
                  report.wrong().forEach(c -> out.print(System.lineSeparator() + text.of(c)));
                }
              });
        });
  }

  /** Sentences that report no event. */
  @Command(
      name = "no-event",
      description = "Sentences, kept in Demarche, that report no political event.")
  int noEvent() {
    return guarded(
        () -> {
          Coder coder = Coder.create();
          FalseEventRate.Report report =
              FalseEventRate.score(FalseEventRate.builtIn(), coder).from(confidence);
          report(
              new Scored(
                  "no-event",
                  "no-event.tsv",
                  FalseEventRate.hash(),
                  report.measures(),
                  Optional.of(coder.run())),
              () -> ScoreJson.of(report, errors),
              out -> out.print(errors ? report : report.table()));
        });
  }

  /** Time expressions. */
  @Command(name = "dates", description = "Time expressions and their values.")
  int dates(
      @Parameters(
              paramLabel = "FILE",
              description = "A text with TIMEX tags, or a folder of such .tml files.")
          Path file) {
    return guarded(
        file,
        () -> {
          DateScore.Report report = DateScore.score(file, new TimeTagger());
          report(
              new Scored(
                  "dates",
                  file.toString(),
                  ScoreTable.hash(file),
                  DateMeasures.of(report),
                  Optional.empty()),
              () -> ScoreJson.of(report, errors),
              out -> {
                out.print(report);
                if (errors) {
                  report.mistakes().forEach(m -> out.println(mistake(m)));
                }
              });
        });
  }

  /** Article texts out of web pages. */
  @Command(
      name = "pages",
      description = "Article texts taken out of web pages, ours beside two Java libraries.")
  int pages(
      @Parameters(
              paramLabel = "FOLDER",
              description = "ground-truth.json and html/ID.html.gz, the text to be found.")
          Path folder) {
    return guarded(
        folder,
        () -> {
          List<PageGold> gold = PageGold.read(folder);
          List<PageScore.Row> rows = new ArrayList<>();
          for (Map.Entry<String, PageScore.Extractor> one : PageExtractors.all().entrySet()) {
            rows.add(PageScore.score(one.getKey(), gold, one.getValue()));
          }
          PageScore.Report report = new PageScore.Report(rows);
          report(
              new Scored(
                  "pages",
                  folder.toString(),
                  ScoreTable.hash(folder),
                  report.measures(),
                  Optional.empty()),
              () -> ScoreJson.of(report, errors),
              out -> {
                out.print(ScoreText.of(report));
                if (errors) {
                  out.println();
                  out.print(ScoreText.pages(rows.get(0).imperfect()));
                }
              });
        });
  }

  private static String mistake(DateScore.Mistake m) {
    String where = m.file() + " " + m.span().start() + ".." + m.span().end() + ": ";
    String coded = "\"" + m.system() + "\" = " + m.systemValue();
    if (m.gold().isEmpty()) {
      return where + "too many " + coded;
    }
    String gold = "\"" + m.gold() + "\" = " + m.goldValue();
    return where + (m.system().isEmpty() ? "missed " + gold : gold + " coded " + coded);
  }

  private record Scored(
      String set, String gold, String hash, Map<String, Double> measures, Optional<Run> run) {}

  private interface Json {
    ObjectNode make();
  }

  private void report(Scored scored, Json asJson, Consumer<PrintWriter> asText) throws IOException {
    String codebook = scored.run().map(Run::codebook).orElse("-");
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      ObjectNode head = JsonMapper.builder().build().createObjectNode();
      head.put("set", scored.set()).put("file", scored.gold()).put("sha256", scored.hash());
      scored
          .run()
          .ifPresent(
              run ->
                  head.putObject("run")
                      .put("coder", run.coder())
                      .put("codebook", run.codebook())
                      .put("parser", run.parser()));
      head.setAll(asJson.make());
      out.println(head.toPrettyString());
    } else {
      asText.accept(out);
      out.println();
      out.println("gold " + scored.hash());
      scored.run().ifPresent(run -> out.println("codebook " + run.codebook()));
    }
    out.flush();
    if (record != null) {
      ScoreTable.read(record)
          .with(
              LocalDate.now(java.time.ZoneId.systemDefault()),
              scored.set(),
              scored.measures(),
              codebook,
              scored.hash())
          .write(record);
      err().println("recorded in " + record);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private int guarded(Path file, Work work) {
    return guarded(
        () -> {
          if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
          }
          work.run();
        });
  }

  private int guarded(Work work) {
    if (!(confidence >= 0 && confidence <= 1)) {
      err().println("--min-confidence takes 0 to 1, not " + confidence);
      return UNUSABLE;
    }
    if (confidence > 0 && record != null) {
      err().println("--record keeps the scores of all events: leave --min-confidence out");
      return UNUSABLE;
    }
    try {
      work.run();
      return 0;
    } catch (NoSuchFileException e) {
      err().println(e.getFile() + ": no such file");
    } catch (AccessDeniedException e) {
      err().println(e.getFile() + ": may not be read or written");
    } catch (IOException e) {
      err().println(e.getMessage());
    }
    return UNUSABLE;
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
