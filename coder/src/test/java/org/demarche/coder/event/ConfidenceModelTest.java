package org.demarche.coder.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.demarche.coder.Engine;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;

class ConfidenceModelTest {
  private static ConfidenceModel read(String text) throws IOException {
    return ConfidenceModel.read("weights.tsv", new BufferedReader(new StringReader(text)));
  }

  @Test
  void addsUpWhatIsSeen() throws IOException {
    ConfidenceModel model = read("# remark\nintercept\t1\nremote\t-2\ndirect\t0.5\n");
    assertThat(model.of(Set.of()).value()).isEqualTo(0.73);
    assertThat(model.of(Set.of(Signal.REMOTE)).value()).isEqualTo(0.27);
    assertThat(model.of(Set.of(Signal.DIRECT)).value()).isEqualTo(0.82);
    // sums of 1 - 2 + 0.5
    assertThat(model.of(Set.of(Signal.DIRECT, Signal.REMOTE)).value())
        .isCloseTo(0.38, within(1e-9));
  }

  @Test
  void namesTheLineThatCannotBeRead() {
    assertThatThrownBy(() -> read("intercept\t1\nremotely\t-2\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("weights.tsv:2: no such signal: remotely");
    assertThatThrownBy(() -> read("remote\tNaN\n")).hasMessageContaining("weights.tsv:1: not a");
    assertThatThrownBy(() -> read("remote 1\n")).hasMessageContaining("weights.tsv:1: ");
    assertThatThrownBy(() -> read("remote\t1\nremote\t1\n")).hasMessageContaining("stands twice");
  }

  @Test
  void theBuiltInWeightsWeighEverySignalAndSayWhatTheyWereFittedOn() throws IOException {
    ConfidenceModel model = ConfidenceModel.builtIn();
    assertThat(model.weights().keySet()).isEqualTo(EnumSet.allOf(Signal.class));
    try (var in = ConfidenceModel.class.getResourceAsStream("confidence.tsv")) {
      assertThat(in).asString(java.nio.charset.StandardCharsets.UTF_8).contains("# Fitted on ");
    }
  }

  @Test
  void whatIsToldPlainlyIsSurerThanWhatIsToldByANounOfARole() {
    Event plain = event("Kazakhstan condemned Japan on Tuesday.");
    Event noun = event("The protesters' condemnation of Japan was in all newspapers.");
    assertThat(plain.confidence().signals()).contains(Signal.ALONE);
    assertThat(noun.confidence().signals())
        .contains(Signal.NOUN_PREDICATE, Signal.ROLE, Signal.ACTOR_WITHOUT_CODE);
    assertThat(plain.confidence().value()).isGreaterThan(noun.confidence().value());
  }

  private static Event event(String text) {
    List<Event> events =
        Engine.coder().code(Article.of("a", text).published(LocalDate.of(2022, 6, 20))).events();
    assertThat(events).as(text).isNotEmpty();
    return events.get(0);
  }
}
