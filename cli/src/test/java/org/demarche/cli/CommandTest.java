package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exit codes and what commands print. */
class CommandTest {
  private static final String RULES =
      """
      - rule: my-serenade
        type: CONSULT
        cameo: "040"
        when: { verb: [serenade], object: [<actor>] }
        examples:
          - text: Japan serenaded Kazakhstan on Monday.
            events: [%s]
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "code",
        "bake",
        "code --frobnicate x.txt",
        "code x.txt --published yesterday",
        "code x.txt --format xml",
        "code x.txt --threads 0",
        "code nothing-*.txt",
        "code x.txt --codebook no-such-folder",
        "code x.txt --actors no-such-folder",
        "code x.txt --only-codebook",
        "codebook",
        "codebook check no-such-folder",
        "codebook list --type NOSUCH",
        "codebook import",
        "codebook import no-such-file --output x",
        "code x.txt --format parquet",
        "code x.txt --format brat",
        "export",
        "export --archive no-such-file --format csv",
        "actors",
        "explain"
      })
  void wrongUse(String line) {
    Cli.Ran ran = Cli.run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.out()).isEmpty();
    assertThat(ran.err()).isNotBlank().doesNotContain("\tat org.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "code --help",
        "explain --help",
        "codebook check --help",
        "codebook import --help",
        "export --help"
      })
  void help(String line) {
    Cli.Ran ran = Cli.run(line.split(" "));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("Usage: demarche");
  }

  @Test
  void aWrongOptionIsNamedOnTwoLines() {
    Cli.Ran ran = Cli.run("code", "x.txt", "--published", "2022-99-01");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err().lines())
        .hasSize(2)
        .first()
        .asString()
        .contains("--published", "'2022-99-01' is not a date like 2022-06-20");
  }

  @Test
  void version() {
    assertThat(Cli.run("--version").out()).startsWith("demarche ");
  }

  @Test
  void publishedStandsInForArticlesWithoutADate() {
    String text = "Japan signed a trade agreement with Kazakhstan on Monday.";
    assertThat(Cli.runWith(text, "code", "-", "--published", "2022-06-20").out())
        .contains("\"date\":{\"value\":\"2022-06-20\",\"basis\":\"stated\",\"text\":\"Monday\"}");
    String own = "{\"text\":\"Japan attacked Russia.\",\"published\":\"2020-01-02T10:00:00Z\"}";
    assertThat(Cli.runWith(own, "code", "-", "--published", "2022-06-20").out())
        .contains("\"date\":{\"value\":\"2020-01-02\",\"basis\":\"published\",\"text\":null}");
  }

  @Test
  void tableMarksWhoDidWhat() {
    Cli.Ran ran =
        Cli.runWith(
            "Japan signed a trade agreement with Kazakhstan.", "code", "-", "--format", "table");
    assertThat(ran.out())
        .contains("JPN ↔ KAZ")
        .contains("[Japan] *signed* ")
        .contains("{Kazakhstan}");
    assertThat(
            Cli.runWith(
                    "Japan attacked Russia.", "code", "-", "--format", "table", "--color", "always")
                .out())
        .contains("\u001b[1;31mASSAULT")
        .contains("\u001b[1;34mJapan\u001b[0m");
  }

  @Test
  void tableKeepsToItsWidth() {
    Cli.Ran ran = Cli.run("code", Cli.SAMPLES.toString(), "--format", "table");
    assertThat(ran.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
  }

  @Test
  void explainShowsEachStep() {
    Cli.Ran ran =
        Cli.run(
            "explain",
            "Russia threatened to attack Ukraine on Monday.",
            "--published",
            "2022-06-20");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("threatened/VBD")
        .contains("subject")
        .contains("→ RUS (Russia)")
        .contains("✓ threatened")
        .contains("THREATEN")
        .contains("2022-06-20 ('Monday')");
  }

  @Test
  void explainSaysWhyThereIsNothing() {
    assertThat(Cli.run("explain", "The weather was fine.").out()).contains("no event");
  }

  @Test
  void codebookListIsCountedAndFiltered() {
    Cli.Ran all = Cli.run("codebook", "list");
    assertThat(all.exit()).isZero();
    assertThat(all.lines()).hasSizeGreaterThan(400);
    assertThat(all.err())
        .matches("[0-9,]+ rules over [0-9,]+ verbs, [0-9,]+ nouns and [0-9,]+ adjectives, .*\n");
    assertThat(Cli.run("codebook", "list", "--type", "aid").lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("AID "));
  }

  @Test
  void ownRulesAreChecked() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), RULES.formatted("JPN -> KAZ"));
    Cli.Ran ran = Cli.run("codebook", "check", folder.toString());
    assertThat(ran.out())
        .isEqualTo(
            "1 rules over 1 verbs, 0 nouns and 0 adjectives, 1 frames, 1 examples, 0 failures\n");
    assertThat(ran.exit()).isZero();
    assertThat(
            Cli.runWith("Japan serenaded Kazakhstan.", "code", "-", "--codebook", folder.toString())
                .out())
        .contains("my-serenade")
        .contains("mine.yaml:1");
  }

  @Test
  void failingExampleNamesItsPlace() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), RULES.formatted("KAZ -> JPN"));
    Cli.Ran ran = Cli.run("codebook", "check", folder.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.out())
        .contains("mine.yaml:6: my-serenade: expected KAZ -> JPN")
        .contains("failures");
  }

  @Test
  void unknownKeyNamesItsPlace() throws IOException {
    Files.writeString(
        folder.resolve("mine.yaml"), RULES.formatted("JPN -> KAZ") + "  colour: red\n");
    for (String[] command :
        new String[][] {
          {"codebook", "check", folder.toString()},
          {"code", "x.txt", "--codebook", folder.toString()}
        }) {
      Cli.Ran ran = Cli.run(command);
      assertThat(ran.exit()).isEqualTo(2);
      assertThat(ran.err()).contains("mine.yaml:8").contains("colour");
    }
  }

  @Test
  void ownRulesAlone() throws IOException {
    Files.writeString(folder.resolve("mine.yaml"), RULES.formatted("JPN -> KAZ"));
    String text = "Japan serenaded Kazakhstan. Russia attacked Ukraine.";
    assertThat(
            Cli.runWith(text, "code", "-", "--codebook", folder.toString(), "--only-codebook")
                .lines())
        .hasSize(1);
  }

  @Test
  void actorsAreShownOnADay() {
    Cli.Ran ran = Cli.run("actors", "show", "Kazakhstan", "--on", "2022-06-20");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("KAZ  Kazakhstan").contains("CSTO").contains("head-of-state");
    assertThat(Cli.run("actors", "show", "csto", "--on", "2022-06-20").out())
        .containsPattern("members +[A-Z]{3}(, [A-Z]{3}){5}\n");
    assertThat(Cli.run("actors", "show", "Nowhereland").exit()).isEqualTo(1);
  }
}
