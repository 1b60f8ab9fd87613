package org.demarche.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.demarche.coder.code.Coder;
import org.demarche.coder.event.ConfidenceModel;
import org.demarche.evaluation.Calibration;
import org.demarche.evaluation.ConfidenceText;
import org.demarche.evaluation.EventScore;
import org.demarche.evaluation.FalseEventRate;
import org.demarche.evaluation.Judged;
import org.demarche.evaluation.RelationScore;
import org.demarche.evaluation.Reliability;
import org.demarche.evaluation.ScoreTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what confidences are worth, and fits their weights. */
@Command(
    name = "confidence",
    description = {
      "What the confidence in events is worth on gold, and what it would be with weights fitted",
      "to this gold (cross-validation). The sentences without an event count with events."
    },
    sortOptions = false)
final class EvaluateConfidenceCommand implements Callable<Integer> {
  private static final int UNUSABLE = 2;

  @Spec private CommandSpec spec;

  @Option(names = "--relations", paramLabel = "FILE", description = "Gold relations; repeatable.")
  private List<Path> relations = new ArrayList<>();

  @Option(names = "--events", paramLabel = "FILE", description = "Gold events; repeatable.")
  private List<Path> events = new ArrayList<>();

  @Option(names = "--folds", paramLabel = "N", defaultValue = "10", description = "2 to 100.")
  private int folds;

  @Option(
      names = "--fit",
      arity = "0..1",
      paramLabel = "FILE",
      fallbackValue = "coder/src/main/resources/org/demarche/coder/event/confidence.tsv",
      description = "Write the weights fitted to all of this gold (default: where they are kept).")
  private Path fit;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (relations.isEmpty() && events.isEmpty()) {
      err.println("give gold: --relations FILE, --events FILE or both");
      return UNUSABLE;
    }
    if (folds < 2 || folds > 100) {
      err.println("--folds takes 2 to 100, not " + folds);
      return UNUSABLE;
    }
    try {
      evaluate(spec.commandLine().getOut());
      return 0;
    } catch (NoSuchFileException e) {
      err.println(e.getFile() + ": no such file");
    } catch (IOException e) {
      err.println(e.getMessage());
    }
    return UNUSABLE;
  }

  private void evaluate(PrintWriter out) throws IOException {
    Coder coder = Coder.create();
    List<String> sources = new ArrayList<>();
    List<Judged> judged = new ArrayList<>();
    for (Path file : relations) {
      List<Judged> found = Judged.of(RelationScore.score(RelationScore.read(file), coder::code));
      judged.addAll(found);
      sources.add(source("relations", ScoreTable.hash(file), found));
    }
    for (Path file : events) {
      List<Judged> found =
          Judged.of(EventScore.score(EventScore.read(file), coder.actorBook(), coder::code));
      judged.addAll(found);
      sources.add(source("events", ScoreTable.hash(file), found));
    }
    if (!events.isEmpty()) {
      List<Judged> found = Judged.of(FalseEventRate.score(FalseEventRate.builtIn(), coder));
      judged.addAll(found);
      sources.add(source("no-event", FalseEventRate.hash(), found));
    }
    sources.forEach(out::println);
    out.println();
    out.println("weights in use");
    out.print(ConfidenceText.of(Reliability.of(judged)));
    out.println();
    out.println("weights fitted to the other folds");
    out.print(ConfidenceText.of(Calibration.validate(judged, folds)));
    out.flush();
    if (fit != null) {
      Files.writeString(
          fit, weights(Calibration.fit(judged), sources, coder), StandardCharsets.UTF_8);
      spec.commandLine().getErr().println("weights written to " + fit);
    }
  }

  private static String source(String set, String hash, List<Judged> judged) {
    long right = judged.stream().filter(Judged::right).count();
    return set + " " + hash + ": " + judged.size() + " events, " + right + " right";
  }

  private static String weights(ConfidenceModel model, List<String> sources, Coder coder) {
    StringBuilder text = new StringBuilder();
    text.append(
        "# What each signal adds to the log odds that an event is right: logistic regression.\n");
    text.append("# Fitted on ").append(LocalDate.now(ZoneId.systemDefault()));
    text.append(", codebook ").append(coder.run().codebook()).append(", to\n");
    sources.forEach(s -> text.append("#   ").append(s).append('\n'));
    text.append("# Made by: demarche evaluate confidence --fit\n");
    return text.append(Calibration.lines(model)).toString();
  }
}
