package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.desk.account.Role;
import org.demarche.desk.start.RunningDesk;
import org.demarche.press.input.Inputs;
import org.demarche.press.page.PressArticle;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reading, commenting and correcting, on the samples as they are coded. */
class ReadingTest {
  @TempDir static Path folder;
  private static RunningDesk desk;

  @BeforeAll
  static void open() {
    desk = RunningDesk.start(folder.resolve("reading.db"), true, Optional.empty());
    desk.account("Chief", Role.ADMINISTRATOR);
    desk.account("Editor", Role.EDITOR);
    desk.account("Analyst", Role.ANALYST);
    desk.account("Reader", Role.READER);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Browser browser() {
    return new Browser(desk.address());
  }

  private static Browser as(String name) {
    return browser().logIn(name, RunningDesk.PASSWORD);
  }

  /** The page of the sample with these words in its title. */
  private static String article(String title) {
    return browser().get("/articles").page().select("a.title").stream()
        .filter(a -> a.text().contains(title))
        .map(a -> a.attr("href"))
        .findFirst()
        .orElseThrow();
  }

  private static long number(String article) {
    return Long.parseLong(article.substring(article.lastIndexOf('/') + 1));
  }

  private static List<StoredEvent> events(String article) {
    return desk.archive().events(Filter.article(number(article)));
  }

  @Test
  void anArticleTellsItsWholeTextAndWhereItComesFrom() {
    String path = article("Four steps");
    Document page = browser().get(path).page();
    assertThat(page.selectFirst("h1").text()).startsWith("Four steps");
    assertThat(page.select(".chain li")).hasSize(3);
    assertThat(page.selectFirst(".origin").text()).contains("World Press Digest", "CC BY-SA 4.0");
  }

  @Test
  void aPortalPageShowsAllThatItSays() {
    List<PressArticle> read = new ArrayList<>();
    new Inputs(InputStream.nullInputStream(), Optional.empty())
        .read(
            List.of("../samples/portal-page.txt"),
            input -> input.fold(found -> read.add(found), skipped -> false, unreadable -> false));
    PressArticle page = read.get(0);
    PressArticle translated =
        page.with(
            new Article(
                "portal",
                page.article().title(),
                page.article().byline(),
                "en",
                page.article().published(),
                page.article().text(),
                new Provenance(
                    Stream.of("Huanqiu Shibao", "InoSMI", "VPK.name")
                        .map(
                            name ->
                                new Provenance.Hop(
                                    name, Optional.empty(), Optional.empty(), Optional.empty()))
                        .toList()),
                List.of()));
    long id = desk.archive().add(new Entry(translated, Optional.empty())).article();
    Document shown = browser().get("/article/" + id).page();
    assertThat(shown.selectFirst("h1").text()).startsWith("What Serbia Gains");
    assertThat(shown.selectFirst(".lead").text()).startsWith("The conference of the Danube");
    assertThat(shown.selectFirst(".byline").text()).isEqualTo("Staff Columnist");
    assertThat(shown.selectFirst(".about time").attr("datetime")).isEqualTo("2022-09-19");
    assertThat(shown.select(".chain li a, .chain li span").eachText())
        .containsExactly("Huanqiu Shibao", "InoSMI", "VPK.name");
    assertThat(shown.selectFirst(".origin").text())
        .contains("The rights to this material belong to")
        .contains("Demarche samples are invented")
        .contains("Picture: Demarche samples");
  }

  @Test
  void marksThatNestAndOverlapLeaveEveryTextWhole() {
    List<String> paths = browser().get("/articles").page().select("a.title").eachAttr("href");
    assertThat(paths).hasSizeGreaterThan(10);
    for (String path : paths) {
      String text = desk.archive().article(number(path)).orElseThrow().page().article().text();
      StringBuilder shown = new StringBuilder();
      Map<String, StringBuilder> said = new HashMap<>();
      for (Element piece : browser().get(path).page().select("#text [data-s]")) {
        int start = Integer.parseInt(piece.attr("data-s"));
        assertThat(text.substring(start)).startsWith(piece.wholeText());
        shown.append(piece.wholeText());
        for (String event : piece.attr("data-e").split(" ")) {
          said.computeIfAbsent(event, e -> new StringBuilder()).append(piece.wholeText());
        }
      }
      assertThat(shown.toString().replaceAll("\\s", "")).isEqualTo(text.replaceAll("\\s", ""));
      for (StoredEvent event : events(path)) {
        assertThat(said.get(Long.toString(event.id())).toString().replaceAll("\\s", ""))
            .as("the words of event " + event.id())
            .isEqualTo(event.event().evidence().span().of(text).replaceAll("\\s", ""));
      }
    }
  }

  @Test
  void anEventOpensOnTheWordsThatSayIt() {
    String path = article("Kazakhstan and Japan");
    StoredEvent event = events(path).get(0);
    Document page = browser().get(path + "?event=" + event.id()).page();
    String panel = page.selectFirst("#panel").text();
    assertThat(panel)
        .contains(event.event().type(), event.event().evidence().rule())
        .contains(event.event().evidence().source().toString())
        .contains(event.event().evidence().text());
    String alone = browser().get(path + "/event/" + event.id()).body();
    assertThat(alone).contains("data-event=\"" + event.id() + "\"").doesNotContain("<html");
    assertThat(page.select("#text a.says[href*=event]")).isNotEmpty();
  }

  @Test
  void reprintsAndTranslationsAreLinkedBothWays() {
    Document treaty = browser().get(article("Kazakhstan and Japan")).page();
    assertThat(treaty.selectFirst(".origin").text()).contains("Translation", "Казахстан");
    Document translation = browser().get(article("Казахстан")).page();
    assertThat(translation.selectFirst(".origin").text()).contains("Original", "Kazakhstan");
    Document ceasefire = browser().get(article("Armenia, Azerbaijan")).page();
    assertThat(ceasefire.selectFirst(".origin").text()).contains("Reprint");
  }

  @Test
  void whoIsNamedIsMarkedInArticlesThatAreNotCoded() {
    Document page = browser().get(article("Казахстан")).page();
    assertThat(page.select("#text .who").eachText()).contains("Казахстан", "Японией");
    assertThat(page.select("#text .who").eachAttr("title")).contains("Japan (JPN) · named");
    assertThat(page.select(".named").text()).contains("Kazakhstan", "Japan");
    assertThat(page.text()).contains("English articles are coded; this one is not");
    assertThat(browser().get("/articles?q=actor:KAZ+lang:ru").page().select("a.title").text())
        .contains("Казахстан");
  }

  @Test
  void viewsAndVotesAreCounted() {
    String path = article("Flood relief");
    Browser reader = as("Reader").get(path);
    reader.submit(path + "/rating", Map.of("value", "1"));
    assertThat(pressed(reader)).containsExactly("true", "false");
    reader.submit(path + "/rating", Map.of("value", "-1"));
    assertThat(pressed(reader)).containsExactly("false", "true");
    reader.submit(path + "/rating", Map.of("value", "-1"));
    assertThat(pressed(reader)).containsExactly("false", "false");
    assertThat(browser().get(path).page().select(".rate button")).isEmpty();
    // Counted in the background, soon.
    long until = System.nanoTime() + 10_000_000_000L;
    while (!browser().get("/").page().select("aside").text().contains("Flood relief")) {
      assertThat(System.nanoTime()).isLessThan(until);
    }
  }

  private static List<String> pressed(Browser browser) {
    assertThat(browser.status()).isEqualTo(200);
    return browser.page().select(".rate button").eachAttr("aria-pressed");
  }

  @Test
  void commentsMakeThreadsAndAreModerated() {
    String path = article("Ecuador expels");
    Browser reader = as("Reader").get(path);
    reader.submit(path + "/comments", Map.of("text", "First <script>alert(1)</script>"));
    Element first = reader.page().selectFirst(".comment.depth0");
    assertThat(first.selectFirst(".words").text()).isEqualTo("First <script>alert(1)</script>");
    String number = first.id().substring("comment-".length());

    Browser analyst = as("Analyst").get(path);
    analyst.submit(path + "/comments", Map.of("text", "An answer", "parent", number));
    assertThat(analyst.page().selectFirst(".comment.depth1 .words").text()).isEqualTo("An answer");
    assertThat(analyst.get("/comment/" + number + "/edit").status()).isEqualTo(403);
    analyst.get(path);
    assertThat(
            analyst
                .post("/comment/" + number + "/delete", Map.of("_csrf", analyst.csrf()))
                .status())
        .isEqualTo(403);

    reader
        .get("/comment/" + number + "/edit")
        .submit("/comment/" + number, Map.of("text", "Other"));
    assertThat(reader.page().selectFirst("#comment-" + number).text()).contains("Other", "edited");
    assertThat(browser().get("/discussions").page().selectFirst(".articles").text())
        .contains("Ecuador expels", "2 comments");

    Browser editor = as("Editor").get(path);
    editor.submit("/comment/" + number + "/delete", Map.of());
    assertThat(editor.page().selectFirst("#comment-" + number).text())
        .contains("Deleted by a moderator")
        .doesNotContain("Other");
    assertThat(editor.page().select(".comment.depth1")).as("the answer stays").hasSize(1);
    reader.get(path);
    assertThat(
            reader.post(path + "/comments", Map.of("text", " ", "_csrf", reader.csrf())).status())
        .isEqualTo(422);
  }

  @Test
  void whatAnalystsSayIsMeasuredAndBecomesGold() throws Exception {
    String path = article("European Union imposes");
    List<StoredEvent> events = events(path);
    StoredEvent right = events.get(0);
    StoredEvent wrong = events.get(1);
    StoredEvent other = events.get(2);
    Browser analyst = as("Analyst");
    analyst
        .get(path + "?event=" + right.id())
        .submit("/event/" + right.id() + "/confirm", Map.of());
    analyst.get(path + "?event=" + wrong.id()).submit("/event/" + wrong.id() + "/reject", Map.of());
    assertThat(analyst.page().selectFirst("#panel .verdict").text()).isEqualTo("Rejected");
    analyst
        .get("/event/" + other.id() + "/change")
        .submit(
            "/event/" + other.id() + "/change",
            Map.of("type", "THREATEN", "status", "planned", "note", "Only announced."));
    assertThat(analyst.path()).isEqualTo(path);

    assertThat(events(path)).noneMatch(e -> e.id() == wrong.id() || e.id() == other.id());
    assertThat(events(path)).anyMatch(e -> e.byPerson() && e.event().type().equals("THREATEN"));
    Document page = analyst.get(path).page();
    assertThat(page.selectFirst(".record").text())
        .contains("Analyst", "confirmed", "rejected", "changed", "Only announced.");
    assertThat(analyst.get("/quality").page().selectFirst(".figure").text()).contains("33 %");

    List<String> gold = analyst.get("/gold.jsonl").body().lines().toList();
    List<JsonNode> lines = gold.stream().map(ReadingTest::json).toList();
    assertThat(lines).anyMatch(l -> l.get("id").asText().equals("desk-" + right.key()));
    assertThat(lines).anyMatch(l -> l.path("type").asText().equals("THREATEN"));
    assertThat(lines).noneMatch(l -> l.has("rejected"));
    assertThat(analyst.get("/gold.jsonl?rejected=true").body()).contains("\"judged\":\"rejected\"");

    analyst
        .get(path + "?event=" + wrong.id())
        .submit("/event/" + wrong.id() + "/withdraw", Map.of());
    assertThat(events(path)).anyMatch(e -> e.id() == wrong.id());
  }

  private static JsonNode json(String line) {
    try {
      return new JsonMapper().readTree(line);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  @Test
  void aMissedEventIsAddedToItsWords() {
    String path = article("Protests spread");
    String text = desk.archive().article(number(path)).orElseThrow().page().article().text();
    int start = text.indexOf("marched to the parliament");
    Map<String, String> fields =
        new HashMap<>(
            Map.of(
                "type", "PROTEST", "actor", "protesters", "actorCode", "LBN", "recipientCode", ""));
    Browser analyst =
        as("Analyst").get(path + "/events/new?start=" + start + "&end=" + (start + 25));
    assertThat(analyst.page().selectFirst("blockquote").text())
        .isEqualTo("marched to the parliament");
    analyst.submit(path + "/events", Map.of("type", "PROTEST", "actor", "nowhere in the text"));
    assertThat(analyst.status()).isEqualTo(422);
    analyst.submit(path + "/events", fields);
    assertThat(analyst.path()).isEqualTo(path);
    assertThat(events(path))
        .anyMatch(
            e ->
                e.byPerson()
                    && e.event().evidence().span().start() == start
                    && e.event().actor().orElseThrow().party().code().equals("LBN"));
    assertThat(analyst.get(path + "/events/new?start=5&end=999999").status()).isEqualTo(404);
  }
}
