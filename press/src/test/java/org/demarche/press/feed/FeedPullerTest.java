package org.demarche.press.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.demarche.press.fetch.FetchLimits;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.fetch.MisbehavingServer;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedPullerTest {
  private static final FetchLimits QUICK =
      new FetchLimits(
          "Demarche",
          100_000,
          Duration.ofSeconds(2),
          4,
          Duration.ZERO,
          Duration.ofMillis(100),
          2,
          true);
  private static final Instant NOW = Instant.parse("2024-05-07T00:00:00Z");

  @TempDir private Path folder;
  private MisbehavingServer server;
  private Fetcher fetcher;
  private FeedPuller puller;

  @BeforeEach
  void start() throws IOException {
    server = new MisbehavingServer();
    fetcher = new Fetcher(QUICK);
    puller = new FeedPuller(fetcher, new Paragraphs(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  private void feedOf(String... items) {
    String body =
        "<rss version='2.0'><channel><title>World</title>"
            + String.join("", items)
            + "</channel></rss>";
    server.on(
        "/feed",
        (request, out) ->
            MisbehavingServer.whole(
                out,
                ("\"" + body.length() + "\"").equals(request.headers().get("if-none-match"))
                    ? 304
                    : 200,
                List.of("Content-Type: text/xml", "ETag: \"" + body.length() + "\""),
                body.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }

  private String item(String name) {
    return "<item><title>"
        + name
        + "</title><link>"
        + server.at("/" + name)
        + "</link><pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate></item>";
  }

  private Subscription pull(Subscription feed, List<Item<PressArticle>> into) {
    return puller.pull(feed, into::add);
  }

  private static List<String> texts(List<Item<PressArticle>> pulled) {
    return pulled.stream()
        .map(
            p ->
                p.fold(
                    found -> found.article().text(),
                    nothing -> nothing.why(),
                    failed -> failed.kind()))
        .toList();
  }

  @Test
  void newArticlesOnceAndNothingTwice() {
    server.on("/one", "text/html", "<p>First.</p>");
    server.on("/two", "text/html", "<p>Second.</p>");
    feedOf(item("one"));
    List<Item<PressArticle>> first = new ArrayList<>();
    Subscription feed = pull(Subscription.of(server.at("/feed"), ""), first);
    assertThat(texts(first)).containsExactly("First.");
    PressArticle article = ((Item.Read<PressArticle>) first.get(0)).value();
    assertThat(article.article().published()).contains(LocalDate.of(2024, 5, 6));
    assertThat(feed.title()).isEqualTo("World");

    List<Item<PressArticle>> again = new ArrayList<>();
    feed = pull(feed, again);
    assertThat(texts(again)).containsExactly("nothing new");

    feedOf(item("two"), item("one"));
    List<Item<PressArticle>> later = new ArrayList<>();
    pull(feed, later);
    assertThat(texts(later)).containsExactly("Second.");
    assertThat(server.requests("/one")).hasSize(1);
  }

  @Test
  void anEntryThatFailedIsTriedAgainThoughTheFeedHasNotChanged() {
    feedOf(item("one"));
    server.on("/one", 500, List.of(), new byte[0]);
    List<Item<PressArticle>> first = new ArrayList<>();
    Subscription feed = pull(Subscription.of(server.at("/feed"), ""), first);
    assertThat(texts(first)).containsExactly("server error");
    server.on("/one", "text/html", "<p>First.</p>");
    List<Item<PressArticle>> again = new ArrayList<>();
    pull(feed, again);
    assertThat(texts(again)).containsExactly("First.");
  }

  @Test
  void anEntryThatIsGoneIsNotAskedForAgain() {
    feedOf(item("gone"));
    List<Item<PressArticle>> pulled = new ArrayList<>();
    Subscription feed = pull(Subscription.of(server.at("/feed"), ""), pulled);
    pull(feed, pulled);
    assertThat(texts(pulled)).containsExactly("refused", "nothing new");
    assertThat(server.requests("/gone")).hasSize(1);
  }

  @Test
  void pagesAreReadInTheCharacterSetTheirServerNames() {
    feedOf(item("one"));
    server.on(
        "/one",
        200,
        List.of("Content-Type: text/html; charset=windows-1251"),
        "<p>Договор</p>".getBytes(Charset.forName("windows-1251")));
    List<Item<PressArticle>> pulled = new ArrayList<>();
    pull(Subscription.of(server.at("/feed"), ""), pulled);
    assertThat(texts(pulled)).containsExactly("Договор");
  }

  @Test
  void theFeedsOwnTextStandsInForAPageThatIsGone() {
    String text = "The ministers met and agreed to meet again. ".repeat(12).strip();
    feedOf(
        "<item><title>T</title><link>"
            + server.at("/gone")
            + "</link><description>&lt;p&gt;"
            + text
            + "&lt;/p&gt;</description></item>",
        "<item><title>S</title><link>"
            + server.at("/gone2")
            + "</link><description>Short</description></item>");
    List<Item<PressArticle>> pulled = new ArrayList<>();
    pull(Subscription.of(server.at("/feed"), ""), pulled);
    assertThat(texts(pulled)).containsExactly(text, "refused");
  }

  @Test
  void aServerThatWantsToBeLeftAloneIs() {
    server.on("/feed", 429, List.of("Retry-After: 3600"), new byte[0]);
    List<Item<PressArticle>> pulled = new ArrayList<>();
    Subscription feed = pull(Subscription.of(server.at("/feed"), ""), pulled);
    assertThat(texts(pulled)).containsExactly("come back later");
    assertThat(feed.notBefore()).contains(NOW.plusSeconds(3600));
    pull(feed, pulled);
    assertThat(server.requests("/feed")).hasSize(1);
  }

  @Test
  void aFeedThatMovedForGoodIsRememberedThere() {
    feedOf();
    server.on("/old", 301, List.of("Location: /feed"), new byte[0]);
    Subscription feed = pull(Subscription.of(server.at("/old"), ""), new ArrayList<>());
    assertThat(feed.address()).isEqualTo(server.at("/feed"));
  }

  @Test
  void subscriptionsSurviveTheirFile() throws Exception {
    feedOf(item("one"));
    server.on("/one", "text/html", "<p>First.</p>");
    Subscription feed = pull(Subscription.of(server.at("/feed"), ""), new ArrayList<>());
    Subscription failed = feed.failed("why", java.util.Optional.of(NOW));
    SubscriptionFile file = new SubscriptionFile(folder.resolve("new/feeds.json"));
    file.load();
    assertThat(file.all()).isEmpty();
    assertThat(file.add(feed)).isTrue();
    assertThat(file.add(feed)).isFalse();
    file.replace(feed, failed);
    SubscriptionFile again = new SubscriptionFile(folder.resolve("new/feeds.json"));
    again.load();
    assertThat(again.all()).containsExactly(failed);
    assertThat(again.remove(failed.address())).isTrue();
    again.load();
    assertThat(again.all()).isEmpty();
    Files.writeString(folder.resolve("new/feeds.json"), "{\n\"feeds\": nonsense}");
    assertThatThrownBy(file::load).hasMessageContaining("feeds.json:2");
  }
}
