package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.desk.account.Role;
import org.demarche.desk.start.RunningDesk;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The views of a query, on the samples as they are coded, as a browser without scripts sees them.
 */
class ViewsTest {
  @TempDir static Path folder;
  private static RunningDesk desk;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    desk = RunningDesk.start(folder.resolve("views.db"), true, Optional.empty());
    desk.account("Chief", Role.ADMINISTRATOR);
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    desk.close();
  }

  private static Browser get(String path) {
    return new Browser(desk.address()).get(path);
  }

  private static String asked(String path, String q) {
    return path + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8);
  }

  private static JsonNode json(String path) {
    try {
      return new JsonMapper().readTree(get(path).body());
    } catch (IOException e) {
      throw new AssertionError(path, e);
    }
  }

  /** The number that a text begins with. */
  private static long count(String text) {
    return Long.parseLong(text.replaceAll("\\D.*", ""));
  }

  @Test
  void aQueryFindsArticlesAndAMistakeIsPointedAt() {
    Browser browser = get("/articles?q=party%3AKAZ");
    assertThat(browser.path()).isEqualTo("/search");
    assertThat(browser.page().select("a.title").eachText())
        .contains("Kazakhstan and Japan sign rail and trade accords")
        .doesNotContain("Flood relief reaches Mozambique");
    for (String view : List.of("/search", "/events", "/timeline", "/network", "/map")) {
      Document page = get(asked(view, "party:KAZ nofield:x")).page();
      assertThat(page.selectFirst("pre.bad").wholeText()).contains("no field is called");
      assertThat(page.selectFirst("pre.bad").wholeText().lines().skip(2).findFirst().orElseThrow())
          .isEqualTo("  " + " ".repeat(10) + "^");
      assertThat(page.selectFirst("#query").val()).isEqualTo("party:KAZ nofield:x");
    }
    assertThat(get("/search?after=rubbish").status()).isEqualTo(404);
    assertThat(get("/search?in=articles&after=rubbish").status()).isEqualTo(404);
    assertThat(get("/events?after=rubbish").status()).isEqualTo(404);
  }

  @Test
  void everyFacetLeadsToAsManyAsItSays() {
    for (String from :
        List.of(asked("/search", ""), asked("/search", "type:CONSULT OR party:JPN"))) {
      List<Element> links = get(from).page().select("#facets a");
      assertThat(links).hasSizeGreaterThan(20);
      for (Element link : links.subList(0, 40)) {
        Document narrowed = get(link.attr("href")).page();
        assertThat(narrowed.select("pre.bad").text()).as(link.attr("href")).isEmpty();
        assertThat(count(narrowed.selectFirst(".results b").text()))
            .as(from + " narrowed to " + link.attr("href"))
            .isEqualTo(count(link.selectFirst("small").text()));
        assertThat(narrowed.select("#facets a[aria-current]")).isNotEmpty();
      }
    }
  }

  @Test
  void aChosenFacetIsLeftAgain() {
    Document narrowed = get(asked("/search", "party:JPN type:CONSULT")).page();
    String wide = narrowed.selectFirst("#facets a[aria-current]").attr("href");
    assertThat(wide).isEqualTo(asked("/search", "party:JPN"));
  }

  @Test
  void pagesFollowOneAnotherAndMissNothing() {
    long all = desk.archive().events(org.demarche.archive.store.Filter.current()).size();
    for (String first : List.of("/search", "/events", "/events?sort=date")) {
      List<String> seen = new ArrayList<>();
      String path = first;
      while (path != null) {
        Document page = get(path).page();
        page.select("li[data-item] a.type, tr[data-item] a.type")
            .forEach(a -> seen.add(a.attr("href")));
        Element next = page.selectFirst("a[rel=next]");
        path = next == null ? null : next.attr("href");
      }
      assertThat(seen).as(first).hasSize((int) all).doesNotHaveDuplicates();
    }
  }

  @Test
  void theTableIsSortedByDateAndLeadsToTheWords() {
    List<String> latest = days("/events");
    assertThat(latest).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    String other = get("/events").page().selectFirst("th[aria-sort] a").attr("href");
    List<String> oldest = days(other);
    assertThat(oldest).first().isNotEqualTo(latest.get(0));
    Document page = get(asked("/events", "actor:KAZ recipient:JPN")).page();
    Element row = page.selectFirst("tr[data-item]");
    assertThat(row.selectFirst(".actor a").attr("href")).isEqualTo("/actors/KAZ");
    assertThat(get(row.selectFirst("a.type").attr("href")).page().selectFirst("#panel").text())
        .contains("Rule");
  }

  /** Those that are whole; others stand where they begin. */
  private static List<String> days(String path) {
    return get(path).page().select("td.when").eachText().stream()
        .filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d"))
        .toList();
  }

  @Test
  void theDataBehindTheTableIsWhole() {
    long all = count(get("/events").page().selectFirst("main b").text());
    assertThat(json("/events.json").size()).isEqualTo((int) all);
    assertThat(get("/events.jsonl").body().lines().count()).isEqualTo(all);
    assertThat(json(asked("/events.json", "party:JPN")).get(0).at("/archive/source").isTextual())
        .isTrue();
    Browser csv = get(asked("/events.csv", "party:JPN"));
    assertThat(csv.response().headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/csv");
    assertThat(csv.body()).startsWith("id,article,").contains("Kazakhstan and Japan sign");
    assertThat(get("/events.graphml").body()).contains("<graphml", "</graphml>");
    assertThat(get("/events.xlsx").status()).isEqualTo(404);
    Browser wrong = get(asked("/events.csv", "type:NOTHING"));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.body()).contains("no event has the type");
  }

  @Test
  void theTimelineCountsAsTheTableItLeadsTo() {
    Document page = get("/timeline?by=month").page();
    assertThat(page.select(".chart[data-rows]")).hasSize(1);
    for (Element row : page.select("table.sums tbody tr")) {
      List<String> cells = row.select("td").eachText();
      long sum = cells.subList(0, 4).stream().mapToLong(Long::parseLong).sum();
      Document events = get(row.selectFirst("a").attr("href")).page();
      // The samples hold reports of the same event; the table lists each.
      assertThat(count(events.selectFirst("main b").text())).isGreaterThanOrEqualTo(sum);
    }
    JsonNode data = json("/timeline.json?by=month");
    assertThat(data.get(0).get("first_day").asText()).matches("\\d{4}-\\d\\d-01");
    assertThat(get("/timeline.csv?by=month").body().lines().count()).isEqualTo(data.size() + 1L);
    assertThat(get("/timeline?by=week").page().select("a[aria-current]").eachText())
        .contains("Week");
    assertThat(get("/timeline.xml").status()).isEqualTo(404);
    assertThat(get(asked("/timeline.csv", "date:x")).status()).isEqualTo(400);
  }

  @Test
  void whatWasOnlyPlannedCountsWhereItIsAskedFor() {
    long acts = events("/timeline.json?by=year");
    long all = events("/timeline.json?by=year&count=all");
    assertThat(all).isGreaterThan(acts);
    assertThat(get("/timeline").page().selectFirst(".counting a").attr("href"))
        .isEqualTo("/timeline?count=all");
  }

  private static long events(String path) {
    long events = 0;
    for (JsonNode period : json(path)) {
      events += period.get("events").asLong();
    }
    return events;
  }

  @Test
  void anActorIsWhoTheyWereOnTheDay() {
    Document then = get("/actors/CSTO?at=2005-01-01").page();
    Document before = get("/actors/CSTO?at=1990-01-01").page();
    assertThat(then.select(".who-then .chips a").eachText()).contains("Kazakhstan", "Armenia");
    assertThat(before.select(".who-then .chips a").eachText()).doesNotContain("Kazakhstan");
    Document state = get("/actors/KAZ?at=2022-03-01").page();
    assertThat(state.selectFirst(".who-then").text())
        .contains("head of state", "Collective Security Treaty Organization");
    assertThat(state.select("table.partners a").eachAttr("href")).contains("/pairs/KAZ/JPN");
    assertThat(state.select(".cards a.type")).isNotEmpty();
    assertThat(json("/actors/KAZ/data.json?at=2022-03-01").at("/offices/0/name").isTextual())
        .isTrue();
    assertThat(get("/actors/KAZ/data.csv").body()).startsWith("actor,partner,").contains("KAZ,JPN");
    assertThat(get("/actors/NOBODY").status()).isEqualTo(404);
    assertThat(get("/actors/KAZ?at=yesterday").status()).isEqualTo(404);
  }

  @Test
  void anActorsVotesStandOnTheirPage() {
    List<String> voters = new ArrayList<>();
    desk.archive()
        .eachVote(
            org.demarche.archive.store.Filter.current(),
            v -> voters.add(v.vote().voter().party().code()));
    String voter = voters.stream().filter(v -> !v.isEmpty()).findFirst().orElseThrow();
    long votes = voters.stream().filter(voter::equals).count();
    Document page = get("/actors/" + voter).page();
    assertThat(page.select("#votes + table tbody tr")).hasSize((int) votes);
    Document all = get("/search?in=votes").page();
    assertThat(count(all.selectFirst(".results b").text())).isEqualTo(voters.size());
    assertThat(all.select(".results tbody tr")).hasSize(voters.size());
    assertThat(get("/search?in=votes&after=x").status()).isEqualTo(404);
  }

  @Test
  void aPairHasTwoDirections() {
    Document page = get("/pairs/JPN/KAZ").page();
    assertThat(page.select("table.pair thead th").eachText())
        .contains("Japan → Kazakhstan", "Kazakhstan → Japan");
    for (Element link : page.select("table.pair tbody td a")) {
      Document events = get(link.attr("href")).page();
      assertThat(count(events.selectFirst("main b").text()))
          .as(link.attr("href"))
          .isGreaterThanOrEqualTo(Long.parseLong(link.text()));
    }
    JsonNode data = json("/pairs/JPN/KAZ/data.json");
    assertThat(data).anyMatch(d -> d.get("actor").asText().equals("KAZ"));
    assertThat(data).anyMatch(d -> d.get("actor").asText().equals("JPN"));
    assertThat(get("/pairs/JPN/NOBODY").status()).isEqualTo(404);
  }

  @Test
  void networkAndMapAreTablesToo() {
    Document network = get(asked("/network", "party:KAZ")).page();
    assertThat(network.select("table.sums a").eachText()).contains("Japan – Kazakhstan");
    JsonNode edges = json(asked("/network.json", "party:KAZ"));
    assertThat(edges.get(0).get("events").asLong()).isPositive();
    assertThat(get("/network.csv").body()).startsWith("actor,partner,events,");
    Document places = get("/map").page();
    assertThat(places.select("table.sums")).hasSize(2);
    assertThat(get(places.selectFirst("table.sums a").attr("href")).page().select("td.when"))
        .isNotEmpty();
    Document actors = get("/map?by=actor").page();
    assertThat(actors.selectFirst("table.sums a").attr("href")).startsWith("/actors/");
    assertThat(json("/map.json?by=recipient").get(0).get("country").asText()).hasSize(3);
  }

  @Test
  void theWorldHasAShapeForEveryCode() throws IOException {
    JsonNode world = new JsonMapper().readTree(get("/world.json").body()).get("features");
    assertThat(world).hasSizeGreaterThan(170);
    for (JsonNode country : world) {
      for (JsonNode polygon : country.at("/geometry/coordinates")) {
        for (JsonNode ring : polygon) {
          assertThat(ring.get(0)).isEqualTo(ring.get(ring.size() - 1));
          for (int i = 1; i < ring.size(); i++) {
            // Nothing jumps from one edge of the map to the other.
            assertThat(Math.abs(ring.get(i).get(0).asDouble() - ring.get(i - 1).get(0).asDouble()))
                .as(country.at("/properties/name").asText())
                .isLessThan(60);
          }
        }
      }
    }
  }

  private static Chromium chromium() {
    Chromium.mustBeInstalled();
    if (chromium == null) {
      chromium = Chromium.open(desk.address(), folder.resolve("profile"));
    }
    return chromium;
  }

  @Test
  void inABrowserASearchLeadsToAFacetAnEventAndAPair() {
    chromium().size(1280, 900);
    chromium
        .go("/")
        .type("#q", "party:JPN\n")
        .seeAddress("/search?q=party%3AJPN")
        .see(".results b", "events");
    String consultations = chromium.at("#facets a[href*='type%3ACONSULT'] small").getText();
    chromium
        .click("#facets a[href*='type%3ACONSULT']")
        .see(".results b", consultations + " events")
        .at("#facets a[aria-current]");
    chromium.key("j").key("o").see("#panel", "Rule").at("#panel a[href^='/pairs/']").click();
    chromium.seeAddress("/pairs/").see("table.pair", "CONSULT");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void inABrowserChartsAreDrawnAndLeadOn() {
    chromium().size(1280, 900);
    for (String view : List.of("/timeline", "/network", "/map", "/map?by=actor")) {
      chromium.go(view).at(".chart[data-drawn=true] canvas");
      assertThat(chromium.script("return document.querySelector('.chart').hidden"))
          .as(view)
          .isEqualTo(false);
    }
    chromium.go("/network").at(".chart[data-drawn=true]");
    chromium.script(
        "const c = echarts.getInstanceByDom(document.querySelector('.chart'));"
            + " const s = c.getModel().getSeriesByIndex(0);"
            + " const p = s.coordinateSystem.dataToPoint(s.getData().getItemLayout(0));"
            + " const b = document.querySelector('.chart canvas').getBoundingClientRect();"
            + " for (const type of ['mousemove', 'mousedown', 'mouseup', 'click'])"
            + " document.querySelector('.chart canvas').dispatchEvent(new MouseEvent(type,"
            + " {bubbles: true, clientX: b.left + p[0], clientY: b.top + p[1]}))");
    chromium.seeAddress("/actors/");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void nothingBarsAnybodyAndNothingIsWiderThanAPhone() {
    List<String> views =
        List.of(
            "/search",
            asked("/search", "nofield:x"),
            "/search?in=articles",
            "/search?in=votes",
            "/events",
            "/timeline",
            "/network",
            "/map",
            "/actors/RUS",
            "/actors/CSTO",
            "/pairs/JPN/KAZ");
    for (boolean dark : new boolean[] {false, true}) {
      chromium().size(1280, 900);
      chromium.dark(dark);
      for (String view : views) {
        chromium.go(view);
        assertThat(chromium.barriers()).as(view + (dark ? " dark" : " light")).isEmpty();
      }
    }
    chromium.dark(false);
    chromium.size(390, 800);
    for (String view : views) {
      chromium.go(view);
      assertThat(chromium.script("return document.documentElement.scrollWidth"))
          .as(view)
          .isEqualTo(390L);
    }
    assertThat(chromium.complaints()).isEmpty();
  }
}
