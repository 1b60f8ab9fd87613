package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A real page, which is not ours to publish, coded: it lies outside the repository, in the folder
 * that the property {@code demarche.shared} names. Skipped where it is missing.
 */
class UserPageTest {
  private static final Set<String> FIVE = Set.of("KAZ", "KGZ", "TJK", "TKM", "UZB");

  private List<JsonNode> events;

  @BeforeEach
  void code() throws IOException {
    Path shared = Path.of(System.getProperty("demarche.shared", "../../shared"));
    Path page = shared.resolve("press/four-countermeasures.txt");
    Assumptions.assumeTrue(Files.exists(page), "no page at " + page);
    ObjectMapper mapper = new ObjectMapper();
    Cli.Ran ran = Cli.run("code", page.toString(), "--published", "2022-06-20");
    assertThat(ran.exit()).isZero();
    events = ran.lines().stream().map(line -> read(mapper, line)).toList();
  }

  private static JsonNode read(ObjectMapper mapper, String line) {
    try {
      return mapper.readTree(line);
    } catch (IOException e) {
      return fail("not JSON: " + line, e);
    }
  }

  private List<JsonNode> of(String type) {
    return where(e -> e.get("type").textValue().equals(type));
  }

  private List<JsonNode> where(Predicate<JsonNode> condition) {
    return events.stream().filter(condition).toList();
  }

  private static String actor(JsonNode event) {
    return event.at("/actor/code").asText("");
  }

  private static String recipient(JsonNode event) {
    return event.at("/recipient/code").asText("");
  }

  private static String date(JsonNode event) {
    return event.at("/date/value").asText("");
  }

  private static String evidence(JsonNode event) {
    return event.at("/evidence/text").textValue();
  }

  /** Those with whom {@code actor} has an event of the type and date. */
  private Set<String> partners(String type, String actor, String date) {
    return of(type).stream()
        .filter(e -> actor(e).equals(actor) && date(e).startsWith(date))
        .map(UserPageTest::recipient)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void kremlinHostsTheOtherFiveOfTheAlliance() {
    assertThat(partners("CONSULT", "RUS", "2022-05-16"))
        .containsExactlyInAnyOrder("ARM", "BLR", "KAZ", "KGZ", "TJK");
  }

  @Test
  void threeOrganisationsHoldExercises() {
    assertThat(partners("COOPERATE", "SCO", "2020-09")).contains("CIS", "CSTO");
    assertThat(partners("COOPERATE", "CSTO", "2020-09")).contains("SCO", "CIS");
  }

  @Test
  void firstSummitOfBothAlliances() {
    assertThat(of("CONSULT"))
        .anySatisfy(
            e -> {
              assertThat(date(e)).isEqualTo("2021-09-17");
              assertThat(evidence(e)).contains("summit");
            });
  }

  @Test
  void primeMinistersOfTheEconomicUnionMeet() {
    assertThat(partners("CONSULT", "RUS", "2022-02-25")).contains("ARM", "BLR", "KAZ", "KGZ");
    assertThat(partners("CONSULT", "KAZ", "2022-02-25")).contains("RUS");
  }

  @Test
  void unitedStatesMeetsTheFive() {
    assertThat(partners("CONSULT", "USA", "2022-03-01")).containsAll(FIVE);
  }

  @Test
  void uzbekDelegationVisitsWashington() {
    assertThat(of("CONSULT"))
        .anySatisfy(
            e -> {
              assertThat(e.get("mode").asText()).isEqualTo("visit");
              assertThat(actor(e)).isEqualTo("UZB");
              assertThat(recipient(e)).isEqualTo("USA");
              assertThat(date(e)).startsWith("2022-03");
              assertThat(e.get("status").textValue()).isEqualTo("happened");
            });
  }

  @Test
  void japanMeetsTheFiveOnline() {
    assertThat(partners("CONSULT", "JPN", "2022-04-15")).isEqualTo(new TreeSet<>(FIVE));
  }

  @Test
  void votesAreKeptAsPositions() {
    assertThat(voters("for")).containsExactlyInAnyOrder("GEO", "MDA");
    assertThat(voters("abstained")).containsExactlyInAnyOrder("KAZ", "TJK", "KGZ");
    assertThat(voters("absent")).containsExactlyInAnyOrder("ARM", "AZE", "UZB", "TKM");
    assertThat(voters("against")).isEmpty();
    assertThat(of("VOTE"))
        .allSatisfy(
            v -> {
              assertThat(v.get("on").textValue()).contains("resolution condemning Russia");
              assertThat(v.get("body").textValue()).contains("General Assembly");
              assertThat(recipient(v)).isEqualTo("RUS");
              assertThat(date(v)).isEqualTo("2022-03-02");
            });
  }

  private Set<String> voters(String mode) {
    return of("VOTE").stream()
        .filter(v -> v.get("mode").textValue().equals(mode))
        .map(UserPageTest::actor)
        .collect(Collectors.toSet());
  }

  @Test
  void kazakhstanOpposesTheEntryOfTroops() {
    assertThat(where(e -> evidence(e).contains("opposed the entry")))
        .anySatisfy(
            e -> {
              assertThat(actor(e)).isEqualTo("KAZ");
              assertThat(recipient(e)).isEqualTo("CSTO");
              assertThat(e.get("quad").intValue()).isEqualTo(3);
            });
  }

  @Test
  void belarusCallsOnTheAlliance() {
    assertThat(of("REQUEST"))
        .anySatisfy(
            e -> {
              assertThat(actor(e)).isEqualTo("BLR");
              assertThat(recipient(e)).isEqualTo("CSTO");
            });
  }

  @Test
  void infrastructureIsAThreatUnderACondition() {
    assertThat(of("THREATEN"))
        .anySatisfy(
            e -> {
              assertThat(actor(e)).isEqualTo("RUS");
              assertThat(evidence(e)).contains("deployment of NATO military infrastructure");
              assertThat(e.get("status").textValue()).isEqualTo("conditional");
            });
  }

  @Test
  void millionsOfEurosArePlannedAid() {
    assertThat(where(e -> e.at("/amount/value").asLong() == 83_000_000))
        .anySatisfy(
            e -> {
              assertThat(actor(e)).isEqualTo("EU");
              assertThat(e.at("/amount/currency").textValue()).isEqualTo("EUR");
              assertThat(e.get("status").textValue()).isEqualTo("planned");
              boolean aid =
                  e.get("type").textValue().equals("AID")
                      || e.at("/act/type").asText("").equals("AID");
              assertThat(aid).isTrue();
            });
  }

  @Test
  void aMeetingOfItsOwnCommitteeIsWithNobody() {
    assertThat(where(e -> evidence(e).contains("Military Committee"))).isEmpty();
    assertThat(events)
        .allSatisfy(
            e -> {
              assertThat(actor(e)).isNotEmpty();
              assertThat(recipient(e)).isNotEmpty();
            });
  }

  @Test
  void kazakhstanDoesNotSanctionRussia() {
    assertThat(
            where(
                e ->
                    actor(e).equals("KAZ")
                        && recipient(e).equals("RUS")
                        && (e.get("type").textValue().equals("SANCTION")
                            || e.get("cameo").asText("").startsWith("16"))))
        .isEmpty();
  }

  @Test
  void nothingComesOutOfTheFurniture() {
    assertThat(events)
        .allSatisfy(
            e -> {
              assertThat(evidence(e))
                  .doesNotContain("F-35", "Liaoning", "Polish", "levers", "InoSMI", "comment");
              assertThat(actor(e)).isNotIn("ISR", "IND", "BRA", "POL", "ESP");
              assertThat(recipient(e)).isNotIn("ISR", "IND", "BRA", "POL", "ESP");
            });
  }
}
