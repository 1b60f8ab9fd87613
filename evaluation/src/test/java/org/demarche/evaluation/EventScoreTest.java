package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Coding;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;

class EventScoreTest {
  private static final ActorBook BOOK =
      ActorBook.of(
          List.of(
              new DataFile(
                  "made.yaml",
                  """
                  - { code: FRA, kind: state, name: France }
                  - { code: DEU, kind: state, name: Germany }
                  - { code: DDR, kind: state, name: East Germany }
                  - { code: UN, kind: organisation, name: United Nations, sectors: [IGO] }
                  - { code: REGION, kind: organisation, name: Region, sectors: [], members: [ { states: [FRA] } ] }
                  - { code: CHARITY, kind: organisation, name: Charity, sectors: [NGO] }
                  - { code: FIRM, kind: company, name: Firm, sectors: [BUS] }
                  """)),
          List.of());

  private static EventGold gold(
      String id, String text, String type, List<String> actors, List<String> recipients) {
    return new EventGold(id, 1, text, Optional.empty(), type, sides(actors), sides(recipients));
  }

  private static List<EventGold.Side> sides(List<String> codes) {
    return codes.stream().map(c -> new EventGold.Side("", c)).toList();
  }

  private static CountryDyad dyad(String actor, String recipient) {
    return new CountryDyad("", actor, recipient);
  }

  private static CountryDyad dyad(String type, String actor, String recipient) {
    return new CountryDyad(type, actor, recipient);
  }

  @Test
  void countries() {
    Countries countries = new Countries(BOOK);
    assertThat(CountryDyad.of(Made.event("AID", "UN", "DDR"), countries))
        .isEqualTo(dyad("AID", "IGO", "DEU"));
    assertThat(CountryDyad.of(Made.event("AID", "REGION", "CHARITY"), countries))
        .isEqualTo(dyad("AID", "IGO", "NGO"));
    assertThat(CountryDyad.of(Made.event("AID", "FIRM", "?"), countries))
        .isEqualTo(dyad("AID", "MNC", ""));
    assertThat(CountryDyad.of(Made.event("AID", "", "FRA"), countries))
        .isEqualTo(dyad("AID", "", "FRA"));
    assertThat(countries.of(new Party("", List.of("MIL", "IGO"), "force", Party.Kind.ROLE)))
        .isEqualTo("IGO");
    assertThat(countries.of(new Party("", List.of("MIL"), "force", Party.Kind.ROLE))).isEmpty();
    assertThat(List.of("ITL", "JAP", "VTN", "usagov", "IGOUNO", "", "***", "---"))
        .extracting(Countries::ofGold)
        .containsExactly("ITA", "JPN", "VNM", "USA", "IGO", "***", "***", "***");
  }

  @Test
  void dyadsOfARecord() {
    assertThat(CountryDyad.of(gold("", "", "AID", List.of("FRA"), List.of("DEU", "ITL"))))
        .containsExactly(dyad("AID", "FRA", "DEU"), dyad("AID", "FRA", "ITA"));
    assertThat(CountryDyad.of(gold("", "", "AGREE", List.of("FRA", "DEU"), List.of())))
        .containsExactly(dyad("AGREE", "FRA", "DEU"), dyad("AGREE", "DEU", "FRA"));
    assertThat(CountryDyad.of(gold("", "", "AGREE", List.of("FRA"), List.of())))
        .containsExactly(dyad("AGREE", "FRA", ""));
    assertThat(CountryDyad.of(gold("", "", "AGREE", List.of("FRA", "FRA"), List.of())))
        .containsExactly(dyad("AGREE", "FRA", "FRA"));
    assertThat(CountryDyad.of(gold("", "", "AGREE", List.of(), List.of("FRA"))))
        .containsExactly(dyad("AGREE", "", "FRA"));
  }

  @Test
  void unknownInGoldFitsAnythingOnce() {
    // the first must give way, so that both find a partner
    CountryDyad.Pairing both =
        CountryDyad.pair(
            Set.of(dyad("FRA", "***"), dyad("***", "DEU")),
            Set.of(dyad("FRA", "DEU"), dyad("FRA", "ITA")));
    assertThat(both.counts()).isEqualTo(new Counts(2, 2, 2));
    assertThat(both.missing()).isEmpty();
    CountryDyad.Pairing one =
        CountryDyad.pair(Set.of(dyad("***", "DEU")), Set.of(dyad("", "DEU"), dyad("FRA", "DEU")));
    assertThat(one.counts()).isEqualTo(new Counts(1, 2, 1));
    assertThat(one.extra()).hasSize(1);
    assertThat(CountryDyad.pair(Set.of(dyad("FRA", "")), Set.of(dyad("FRA", "DEU"))).counts())
        .isEqualTo(new Counts(1, 1, 0));
    assertThat(CountryDyad.pair(Set.of(), Set.of()).counts()).isEqualTo(new Counts(0, 0, 0));
  }

  @Test
  void recordsOfOneSentenceAreScoredTogether() {
    List<EventGold> gold =
        List.of(
            gold("1", "one", "AID", List.of("FRA"), List.of("DEU")),
            gold("2", "two", "AGREE", List.of("FRA", "DEU"), List.of()),
            gold("3", "one", "ACCUSE", List.of("IGO"), List.of("FRA")),
            gold("4", "three", "REJECT", List.of("FRA"), List.of("DEU")));
    EventScore.Report report = EventScore.score(gold, BOOK, EventScoreTest::code);
    assertThat(report.cases()).hasSize(3);
    assertThat(report.typeRight()).isEqualTo(new Counts(4, 4, 3));
    // one: AID ACCUSE, both coded, SUPPORT too; two: CONSULT for AGREE; three: REJECT
    assertThat(report.types()).isEqualTo(new Counts(4, 5, 3));
    // one: both right and FRA -> FRA too many; two: one of two; three: the wrong way round
    assertThat(report.dyads()).isEqualTo(new Counts(5, 5, 3));
    assertThat(report.typedDyads()).isEqualTo(new Counts(5, 6, 2));
    assertThat(report.measures().get("type right")).isEqualTo(0.75);
    assertThat(report.confusion().count("AGREE", "CONSULT")).isEqualTo(1);
    assertThat(report.confusion().count("ACCUSE", "ACCUSE")).isEqualTo(1);
    assertThat(report.wrong()).hasSize(3);
    assertThat(report.wrong().get(1).missing())
        .containsExactly(dyad("AGREE", "FRA", "DEU"), dyad("AGREE", "DEU", "FRA"));
    assertThat(report.wrong().get(1).extra()).containsExactly(dyad("CONSULT", "FRA", "DEU"));
    assertThat(ScoreText.of(report)).contains("4 gold records in 3 sentences");
    assertThat(ScoreJson.of(report, true).path("errors")).hasSize(3);
    assertThat(new ErrorText(a -> List.of()).of(report.wrong().get(0)))
        .contains("1 (line 1), 3 (line 1): AID, ACCUSE")
        .contains("too many   SUPPORT FRA -> FRA");
  }

  private static Coding code(Article article) {
    return switch (article.text()) {
      case "one" ->
          Made.coding(
              Made.event("SUPPORT", "FRA", "FRA"),
              Made.event("AID", "FRA", "DDR"),
              Made.event("AID", "FRA", "DEU"),
              Made.event("ACCUSE", "UN", "FRA"),
              Made.event("SUPPORT", "FRA", "DEU"));
      case "two" -> Made.coding(Made.event("CONSULT", "FRA", "DEU"));
      default -> Made.coding(Made.event("REJECT", "DEU", "FRA"));
    };
  }

  @Test
  void theBestEventHasTheTypeOrElseTheDyad() {
    EventGold gold = gold("1", "one", "AID", List.of("FRA"), List.of("DEU"));
    Countries countries = new Countries(BOOK);
    List<EventScore.Coded> coded =
        java.util.stream.Stream.of(
                Made.event("REJECT", "DEU", "FRA"),
                Made.event("ACCUSE", "FRA", "DEU"),
                Made.event("AID", "DEU", "FRA"))
            .map(e -> new EventScore.Coded(e, CountryDyad.of(e, countries)))
            .toList();
    EventScore.Case all = new EventScore.Case(List.of(gold), coded, List.of());
    assertThat(all.best(gold)).contains(coded.get(2));
    EventScore.Case without = new EventScore.Case(List.of(gold), coded.subList(0, 2), List.of());
    assertThat(without.best(gold)).contains(coded.get(1));
    assertThat(without.typeRight(gold)).isFalse();
    assertThat(new EventScore.Case(List.of(gold), List.of(), List.of()).best(gold)).isEmpty();
  }
}
