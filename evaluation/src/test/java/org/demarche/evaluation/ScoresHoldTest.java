package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.demarche.coder.code.Coder;
import org.demarche.coder.time.TimeTagger;
import org.demarche.press.html.HtmlPageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * No score on the shared gold falls by more than a hundredth below what {@code scores.tsv} keeps.
 * The gold's folder is the system property {@code demarche.gold}, by default {@code ../shared/gold}
 * beside the repository; where it is absent nothing is scored.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScoresHoldTest {
  private static final double SLACK = 0.01;

  private static final Path TABLE = Path.of("scores.tsv");
  private static final Path GOLD =
      Path.of(System.getProperty("demarche.gold", "../../shared/gold"));

  private Coder coder;

  /** Costly to make: once, and only where there is gold. */
  private Coder coder() {
    if (coder == null) {
      coder = Coder.create();
    }
    return coder;
  }

  @Test
  void relations() throws IOException {
    Path gold = gold("relations.jsonl");
    hold(
        "relations", gold, RelationScore.score(RelationScore.read(gold), coder()::code).measures());
  }

  @Test
  void events() throws IOException {
    Path gold = gold("events.jsonl");
    hold(
        "events",
        gold,
        EventScore.score(EventScore.read(gold), coder().actorBook(), coder()::code).measures());
  }

  @Test
  void dates() throws IOException {
    Path gold = gold("dates");
    hold("dates", gold, DateMeasures.of(DateScore.score(gold, new TimeTagger())));
  }

  @Test
  void sentencesWithoutAnEvent() throws IOException {
    hold(
        "no-event",
        FalseEventRate.hash(),
        FalseEventRate.score(FalseEventRate.builtIn(), coder()).measures());
  }

  @Test
  void pages() throws IOException {
    Path gold = gold("pages");
    PageScore.Extractor ours = PageExtractors.ours(HtmlPageReader.create());
    PageScore.Row row = PageScore.score("demarche", PageGold.read(gold), ours);
    hold("pages", gold, new PageScore.Report(List.of(row)).measures());
  }

  private static Path gold(String name) {
    Path gold = GOLD.resolve(name);
    if (!Files.exists(gold)) {
      String message = "no gold at " + gold + ": not scored (set -Ddemarche.gold=FOLDER)";
      System.out.println(message);
      abort(message);
    }
    return gold;
  }

  private static void hold(String set, Path gold, Map<String, Double> measures) throws IOException {
    hold(set, ScoreTable.hash(gold), measures);
  }

  private static void hold(String set, String hash, Map<String, Double> measures)
      throws IOException {
    Map<String, Double> kept = ScoreTable.read(TABLE).measures(set, hash);
    assertThat(kept)
        .as("scores of %s on this gold in %s; record them with evaluate --record", set, TABLE)
        .isNotEmpty();
    SoftAssertions soft = new SoftAssertions();
    kept.forEach(
        (measure, value) -> {
          System.out.printf("%s %s: %.4f, kept %.4f%n", set, measure, measures.get(measure), value);
          soft.assertThat(measures).as("measures of %s", set).containsKey(measure);
          soft.assertThat(measures.getOrDefault(measure, 0.0))
              .as("%s %s", set, measure)
              .isGreaterThanOrEqualTo(value - SLACK);
        });
    soft.assertAll();
  }
}
