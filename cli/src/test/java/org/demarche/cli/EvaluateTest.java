package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvaluateTest {
  private static final String GOLD =
      """
      {"id":"1","text":"Kazakhstan condemned Japan.","spans":[{"role":"actor","start":0,"end":10},{"role":"recipient","start":21,"end":26}],"type":"ACCUSE","quad":3}
      {"id":"2","text":"Armenia thanked Peru.","spans":[{"role":"actor","start":0,"end":7},{"role":"recipient","start":16,"end":20}],"type":"ASSAULT","quad":4}
      """;

  @TempDir private Path folder;

  @Test
  void fitsWeightsAndSaysWhatTheyWereFittedOn() throws IOException {
    Path gold = Files.writeString(folder.resolve("gold.jsonl"), GOLD);
    Path weights = folder.resolve("weights.tsv");
    Cli.Ran ran =
        Cli.run(
            "evaluate",
            "confidence",
            "--relations",
            gold.toString(),
            "--folds",
            "2",
            "--fit=" + weights);
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(ran.out())
        .contains(": 2 events, 1 right")
        .contains("weights in use")
        .contains("weights fitted to the other folds");
    assertThat(Files.readString(weights))
        .contains("# Fitted on ")
        .contains(": 2 events, 1 right\n")
        .contains("\nparties-given\t");
  }

  @ParameterizedTest
  @CsvSource({
    "evaluate confidence, give gold",
    "evaluate confidence --relations missing.jsonl --folds 1, --folds takes 2 to 100",
    "evaluate confidence --relations missing.jsonl, missing.jsonl: no such file",
    "evaluate no-event --min-confidence 2, takes 0 to 1",
    "evaluate no-event --min-confidence 0.5 --record=x.tsv, leave --min-confidence out",
    "evaluate, say what to evaluate"
  })
  void saysWhatIsWrong(String command, String told) {
    Cli.Ran ran = Cli.run(command.split(" "));
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains(told);
  }
}
