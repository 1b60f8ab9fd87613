package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.coder.code.Coder;
import org.junit.jupiter.api.Test;

class NoEventTest {
  private static final double HIGHEST_RATE = 0.05;

  @Test
  void atMostOneSentenceInTwentyGivesAnEventThatItDoesNotReport() {
    List<FalseEventRate.Sentence> sentences = FalseEventRate.builtIn();
    assertThat(sentences).hasSizeGreaterThanOrEqualTo(420);
    FalseEventRate.Report report = FalseEventRate.score(sentences, Coder.create());
    System.out.println(report);
    assertThat(report.from(0)).isEqualTo(report);
    assertThat(report.from(1).total()).isEqualTo(new FalseEventRate.Row(sentences.size(), 0));
    assertThat(report.total().rate()).as("%s", report).isLessThanOrEqualTo(HIGHEST_RATE);
  }

  @Test
  void holdsEachKindThatIsOftenMiscoded() {
    Map<String, Long> kinds =
        FalseEventRate.builtIn().stream()
            .collect(Collectors.groupingBy(FalseEventRate.Sentence::kind, Collectors.counting()));
    assertThat(kinds)
        .containsKeys(
            "sports",
            "business",
            "history",
            "metaphor",
            "weather",
            "titles",
            "names",
            "hypothetical",
            "negation",
            "denial");
    assertThat(kinds.values()).allSatisfy(n -> assertThat(n).isGreaterThanOrEqualTo(4));
  }

  @Test
  void noSentenceStandsTwiceAndEachIsOneThatThePressWouldPrint() {
    List<FalseEventRate.Sentence> sentences = FalseEventRate.builtIn();
    assertThat(sentences).extracting(FalseEventRate.Sentence::text).doesNotHaveDuplicates();
    assertThat(sentences).allSatisfy(s -> assertThat(s.text().split(" ")).hasSizeBetween(8, 35));
  }

  @Test
  void readsKindTextAndAllowedTypes() throws Exception {
    assertThat(read("# remark\n\nsports\tFrance beat Peru.\nodd\tIt fell.\tREJECT ACCUSE\n"))
        .containsExactly(
            new FalseEventRate.Sentence("sports", "France beat Peru.", Set.of()),
            new FalseEventRate.Sentence("odd", "It fell.", Set.of("REJECT", "ACCUSE")));
  }

  @Test
  void namesTheLineThatCannotBeRead() {
    assertThatThrownBy(() -> read("sports\tIt fell.\nsports It fell.\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("lines:2");
  }

  private static List<FalseEventRate.Sentence> read(String text) throws Exception {
    return FalseEventRate.read("lines", new BufferedReader(new StringReader(text)));
  }
}
