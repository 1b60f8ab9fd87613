package org.demarche.coder.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.Engine;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class VoteReaderTest {
  private static List<Vote> votes(String text) {
    return Engine.coder()
        .code(Article.of("test", text).published(LocalDate.of(2022, 6, 20)))
        .votes();
  }

  private static String show(Vote vote) {
    return vote.voter().party().code()
        + " "
        + vote.position().label()
        + " on '"
        + vote.on()
        + "' at '"
        + vote.body()
        + "'"
        + vote.against().map(p -> " against " + p.party().code()).orElse("");
  }

  @TestFactory
  Stream<DynamicTest> goldenTable() {
    List<List<String>> rows = Engine.table(VoteReaderTest.class, "votes.txt");
    assertThat(rows).hasSizeGreaterThanOrEqualTo(15);
    return rows.stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0),
                    () ->
                        assertThat(
                                votes(row.get(0)).stream()
                                    .map(VoteReaderTest::show)
                                    .collect(Collectors.joining(" + ")))
                            .isEqualTo(row.get(1))));
  }

  @Test
  void aVoteKnowsItsDateAndItsWords() {
    String text = "Chad spoke first. On March 2, Peru voted for the resolution.";
    Vote vote = votes(text).get(0);
    assertThat(vote.sentence()).isEqualTo(1);
    assertThat(vote.date().date()).contains("2022-03-02");
    assertThat(vote.span().of(text)).isEqualTo(vote.text()).isEqualTo("Peru voted");
    assertThat(vote.voter().span().of(text)).isEqualTo("Peru");
  }
}
