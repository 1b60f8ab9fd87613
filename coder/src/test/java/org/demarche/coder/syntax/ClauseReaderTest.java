package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.Engine;
import org.demarche.coder.syntax.Clause.Argument;
import org.demarche.coder.syntax.Clause.Complement;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ClauseReaderTest {
  /** Nouns that name events, whatever the codebook holds. */
  private static final Set<String> EVENT_NOUNS =
      Set.of(
          "agreement",
          "aid",
          "attack",
          "blockade",
          "ceasefire",
          "coup",
          "deal",
          "election",
          "invasion",
          "meeting",
          "negotiation",
          "offensive",
          "protest",
          "raid",
          "resignation",
          "sanction",
          "strike",
          "summit",
          "talk",
          "visit",
          "withdrawal");

  private static List<List<String>> rows() {
    return Engine.table(ClauseReaderTest.class, "clauses.txt");
  }

  private static Clauses read(String sentence) {
    Syntax syntax = Engine.syntax();
    List<Sentence> sentences = syntax.sentences(sentence);
    assertThat(sentences).as("one sentence").hasSize(1);
    return ClauseReader.read(syntax.parse(sentences.get(0)), EVENT_NOUNS::contains);
  }

  @TestFactory
  Stream<DynamicTest> goldenTable() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0),
                    () -> assertThat(ClauseText.of(read(row.get(0)))).isEqualTo(row.get(1))));
  }

  @Test
  void tableHasRowsEnough() {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(200).allMatch(row -> row.size() == 2);
    assertThat(rows().stream().map(row -> row.get(0))).doesNotHaveDuplicates();
  }

  @TestFactory
  Stream<DynamicTest> clausesHoldTogether() {
    return rows().stream()
        .map(row -> DynamicTest.dynamicTest(row.get(0), () -> holdsTogether(row.get(0))));
  }

  private static void holdsTogether(String sentence) {
    Clauses clauses = read(sentence);
    int size = clauses.size();
    for (Clause clause : clauses.all()) {
      assertThat(clause.arguments())
          .as("arguments of %s", clause.lemma())
          .doesNotHaveDuplicates()
          .allMatch(a -> a.head() >= 0 && a.head() < size && a.head() != clause.head())
          .extracting(Argument::slot)
          .noneMatch(String::isEmpty);
      assertThat(clause.complements())
          .as("complements of %s", clause.lemma())
          .extracting(Complement::head)
          .doesNotContain(clause.head())
          .allMatch(head -> clauses.clause(head).isPresent());
      assertThat(clause.link().parent()).isNotEqualTo(java.util.Optional.of(clause.head()));
      assertThat(clause.link().parent().stream())
          .allMatch(parent -> clauses.clause(parent).isPresent());
    }
    for (Phrase phrase : clauses.phrases()) {
      assertThat(phrase.core().contains(phrase.head())).isTrue();
      assertThat(phrase.whole().contains(phrase.core())).isTrue();
      assertThat(phrase.conjuncts()).doesNotContain(phrase.head());
      assertThat(clauses.sentence().span().contains(clauses.sentence().chars(phrase.whole())))
          .isTrue();
    }
  }
}
