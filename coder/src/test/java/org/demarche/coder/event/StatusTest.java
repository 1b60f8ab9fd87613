package org.demarche.coder.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.Engine;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {
  /** Types of acts that are done, not said. */
  private static final Set<String> DEEDS =
      Set.of("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "PROTEST", "AID", "COOPERATE", "RETREAT");

  private static List<List<String>> rows() {
    return Engine.table(StatusTest.class, "status.txt");
  }

  private static List<Event> events(String sentence) {
    return Engine.coder()
        .code(Article.of("test", sentence).published(LocalDate.of(2022, 6, 20)))
        .events();
  }

  private static String show(Event event) {
    return event.type()
        + " "
        + event.dyad()
        + " "
        + event.status().label()
        + event.act().map(a -> " of " + a.type() + " " + a.status().label()).orElse("");
  }

  @TestFactory
  Stream<DynamicTest> goldenTable() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0),
                    () -> {
                      String events =
                          events(row.get(0)).stream()
                              .map(StatusTest::show)
                              .collect(Collectors.joining(" + "));
                      assertThat(events.isEmpty() ? "-" : events).isEqualTo(row.get(1));
                    }));
  }

  @Test
  void tableHasRowsEnough() {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(80).allMatch(row -> row.size() == 2);
  }

  @TestFactory
  Stream<DynamicTest> actsWithinNeverHappened() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0),
                    () ->
                        assertThat(events(row.get(0)).stream().flatMap(e -> e.act().stream()))
                            .noneMatch(act -> act.status().isFact())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "will attack",
        "would attack",
        "may attack",
        "might attack",
        "could attack",
        "should attack",
        "must attack",
        "plans to attack",
        "intends to attack",
        "threatened to attack",
        "refused to attack",
        "failed to attack",
        "declined to attack",
        "denied attacking",
        "denied that it attacked",
        "did not attack",
        "has not attacked",
        "never attacked",
        "nearly attacked",
        "wants to attack",
        "hopes to attack",
        "was asked to attack",
        "is ready to attack",
        "decided to attack",
        "is not attacking",
        "promised not to attack",
        "agreed not to attack",
        "is unlikely to attack",
        "has yet to attack",
        "was about to attack",
        "offered to attack"
      })
  void whatDidNotHappenIsNoDeed(String predicate) {
    assertThat(events("Russia " + predicate + " Ukraine."))
        .noneMatch(e -> DEEDS.contains(e.type()) && e.status().isFact());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "attacked",
        "has attacked",
        "managed to attack",
        "began to attack",
        "continued to attack",
        "started attacking",
        "was attacking",
        "had attacked"
      })
  void whatHappenedIsADeed(String predicate) {
    assertThat(events("Russia " + predicate + " Ukraine."))
        .anyMatch(e -> e.type().equals("ASSAULT") && e.status().isFact());
  }
}
