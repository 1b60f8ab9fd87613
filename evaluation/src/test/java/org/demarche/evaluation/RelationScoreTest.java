package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.code.Coding;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;

class RelationScoreTest {
  private static RelationGold gold(String id, String type, int quad) {
    return new RelationGold(
        id, 1, "Foo met Bar.", new CharSpan(0, 3), new CharSpan(8, 11), type, quad);
  }

  private final List<RelationGold> gold =
      List.of(
          gold("concede", "YIELD", 2),
          gold("retreat", "YIELD", 2),
          gold("accuse", "ACCUSE", 3),
          gold("none", "ACCUSE", 3),
          gold("own", "AID", 2),
          gold("broken", "AID", 2));

  private static Coding code(Article article) {
    return switch (article.id()) {
      case "concede" -> Made.coding(Made.event("CONCEDE", "FRA", "DEU"));
      case "retreat" -> Made.coding(Made.event("RETREAT", "FRA", "DEU"));
      case "accuse" ->
          Made.coding(Made.event("REJECT", "FRA", "DEU"), Made.event("ACCUSE", "FRA", "DEU"));
      case "own" -> Made.coding(Made.event("MY-TYPE", "FRA", "DEU"));
      case "broken" -> throw new IllegalStateException("boom");
      default -> Made.coding();
    };
  }

  private final RelationScore.Report report = RelationScore.score(gold, RelationScoreTest::code);

  @Test
  void concedeAndRetreatAreYield() {
    assertThat(report.types().counts("YIELD")).isEqualTo(new Counts(2, 2, 2));
    // CONCEDE is 1 in PLOVER; the gold has YIELD in 2
    assertThat(report.quads().counts("2")).isEqualTo(new Counts(4, 2, 2));
    assertThat(report.quads().counts("1")).isEqualTo(new Counts(0, 0, 0));
  }

  @Test
  void theFirstEventIsTheAnswer() {
    assertThat(report.types().count("ACCUSE", "REJECT")).isEqualTo(1);
    assertThat(report.quads().count("3", "3")).isEqualTo(1);
  }

  @Test
  void aTypeOutsidePloverHasNoQuad() {
    assertThat(report.types().count("AID", "MY-TYPE")).isEqualTo(1);
    assertThat(report.quads().count("2", "?")).isEqualTo(1);
  }

  @Test
  void measures() {
    Map<String, Double> measures = report.measures();
    // F1: YIELD 1, ACCUSE 0, AID 0
    assertThat(measures.get("type macro-F1")).isCloseTo(1 / 3.0, within(1e-12));
    // 2 right of 6, 4 answered
    assertThat(measures.get("type micro-F1")).isCloseTo(0.4, within(1e-12));
    assertThat(measures.get("type accuracy")).isCloseTo(2 / 6.0, within(1e-12));
    assertThat(measures.get("coverage")).isCloseTo(4 / 6.0, within(1e-12));
    // quad 2: 2 right of 4 gold and 2 coded; quad 3: 1 of 2 gold and 1 coded
    assertThat(measures.get("quad macro-F1")).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void aFaultOfTheCoderIsNoAnswerAndSaysSo() {
    assertThat(report.wrong())
        .extracting(c -> c.gold().id())
        .containsExactly("accuse", "none", "own", "broken");
    assertThat(report.cases().get(5).event()).isEqualTo(Optional.empty());
    assertThat(report.cases().get(5).reasons()).singleElement().asString().contains("boom");
    assertThat(report.cases().get(3).reasons()).containsExactly("nothing made");
  }

  @Test
  void lessConfidentAnswersAreNone() {
    // all made events have 0.9
    assertThat(report.from(0.9)).isEqualTo(report);
    assertThat(report.from(0.91).types().coverage()).isZero();
    assertThat(report.from(0.91).cases()).hasSameSizeAs(gold);
    assertThat(report.thresholds())
        .containsEntry(0.9, report.types().micro())
        .containsEntry(0.95, new Counts(6, 0, 0));
    assertThat(Reliability.of(Judged.of(report)).bins())
        .containsExactly(new Reliability.Bin(0.9, 4, 0.9, 0.5));
  }

  @Test
  void printsTablesJsonAndErrors() {
    assertThat(ScoreText.of(report))
        .contains("6 relations, 4 answered, 2 right in type")
        .contains("gold \\ coded  MY-T REJE YIEL none")
        .contains("ACCUSE coded (none)")
        .contains("0.9 to 1.0                4      0.900    0.500")
        .contains("0.95                      6      0      0");
    assertThat(ScoreJson.of(report, false).at("/confidence/bins/0/events").asInt()).isEqualTo(4);
    assertThat(ScoreJson.of(report, false).has("errors")).isFalse();
    assertThat(ScoreJson.of(report, true).path("errors")).hasSize(4);
    assertThat(
            ScoreJson.of(report, true).path("errors").path(0).path("event").path("source").asText())
        .isEqualTo("made.yaml:3");
    String text = new ErrorText(article -> List.of()).of(report.wrong().get(0));
    assertThat(text)
        .startsWith("accuse (line 1): ACCUSE coded REJECT")
        .contains("REJECT FRA -> DEU happened, confidence 0.90, by made at \"F\" (made.yaml:3)");
  }
}
