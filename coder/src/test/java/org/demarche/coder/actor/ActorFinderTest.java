package org.demarche.coder.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.demarche.coder.Engine;
import org.demarche.coder.code.Explanation;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActorFinderTest {
  private static List<List<String>> rows() {
    return Engine.table(ActorFinderTest.class, "mentions.txt");
  }

  private static List<Mention> mentions(String published, String text) {
    Article article = Article.of("test", text).published(LocalDate.parse(published));
    return Engine.coder().explain(article).stream()
        .map(Explanation::actors)
        .flatMap(a -> a.all().stream())
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> goldenTable() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0) + " " + row.get(1) + " " + row.get(2),
                    () -> assertThat(resolved(row)).isEqualTo(row.get(3))));
  }

  private static String resolved(List<String> row) {
    assertThat(row.get(1)).contains(row.get(2));
    return mentions(row.get(0), row.get(1)).stream()
        .filter(m -> m.text().equals(row.get(2)))
        .map(m -> MentionText.of(m.resolution()))
        .reduce("-", (first, last) -> last);
  }

  @Test
  void tableHasRowsEnough() {
    assertThat(rows()).hasSizeGreaterThanOrEqualTo(140).allMatch(row -> row.size() == 4);
    assertThat(rows())
        .extracting(row -> row.get(3))
        .filteredOn(e -> e.startsWith("Amb"))
        .isNotEmpty();
  }

  @TestFactory
  Stream<DynamicTest> mentionsStandWhereTheySay() {
    return rows().stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(1),
                    () ->
                        assertThat(mentions(row.get(0), row.get(1)))
                            .allMatch(m -> m.span().of(row.get(1)).equals(m.text()))
                            .allMatch(m -> !m.resolution().how().isBlank())));
  }

  @ParameterizedTest
  @CsvSource({
    "NATO, 1998-01-01, 16",
    "NATO, 2022-06-20, 30",
    "NATO, 2023-06-20, 31",
    "NATO, 2024-06-20, 32",
    "EU, 2003-06-20, 15",
    "EU, 2012-06-20, 27",
    "EU, 2019-06-20, 28",
    "EU, 2021-06-20, 27",
    "CSTO, 2010-06-20, 7",
    "CSTO, 2022-06-20, 6",
    "SCO, 2016-06-20, 6",
    "SCO, 2018-06-20, 8",
    "ASEAN, 2022-06-20, 10",
    "ASEAN, 2025-12-20, 11",
    "BRICS, 2023-12-31, 5",
    "BRICS, 2024-06-20, 9",
    "BRICS, 2025-06-20, 10",
    "ECOWAS, 2024-06-20, 15",
    "ECOWAS, 2025-06-20, 12",
    "OPEC, 2023-06-20, 13",
    "OPEC, 2024-06-20, 12",
    "AUKUS, 2022-06-20, 3",
    "G8, 2014-03-20, 8"
  })
  void membershipIsDated(String organisation, LocalDate day, int members) {
    assertThat(Engine.coder().actorBook().members(organisation, day))
        .hasSize(members)
        .doesNotHaveDuplicates();
  }

  @Test
  void leaversAndJoinersAreMembersInTheirTime() {
    ActorBook book = Engine.coder().actorBook();
    assertThat(book.members("EU", LocalDate.of(2020, 1, 31))).contains("GBR");
    assertThat(book.members("EU", LocalDate.of(2020, 2, 1))).doesNotContain("GBR");
    assertThat(book.members("NATO", LocalDate.of(2023, 4, 3))).doesNotContain("FIN");
    assertThat(book.members("NATO", LocalDate.of(2023, 4, 4))).contains("FIN");
    assertThat(book.members("CSTO", LocalDate.of(2012, 12, 19))).contains("UZB");
    assertThat(book.members("CSTO", LocalDate.of(2012, 12, 20))).doesNotContain("UZB");
  }

  @Test
  void anAmbiguousNameIsNoParty() {
    assertThat(mentions("2022-06-20", "The Congolese army attacked."))
        .filteredOn(m -> m.text().equals("Congolese army"))
        .hasSize(1)
        .allMatch(m -> m.parties().isEmpty());
  }
}
