package org.demarche.press.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.demarche.press.fetch.Fetched;
import org.demarche.press.fetch.Validators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedParserTest {
  private static final URI AT = URI.create("https://agency.example/feeds/world");
  private static final String RSS =
      """
      <?xml version="1.0" encoding="%s"?>
      <rss version="2.0"><channel><title>Агентство &amp; мир</title>
      <item><title>Переговоры</title><link>/news/1</link><guid isPermaLink="false">n-1</guid>
        <pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate><description>Коротко</description></item>
      <item><title>No link</title></item>
      </channel></rss>
      """;
  private static final String ATOM =
      """
      <feed xmlns="http://www.w3.org/2005/Atom"><title>World</title>
      <entry><title type="html">Talks &lt;b&gt;resume&lt;/b&gt;</title><id>tag:agency.example,2024:1</id>
        <link rel="alternate" href="https://agency.example/news/1"/><updated>2024-05-06T08:00:00Z</updated>
        <content type="html">&lt;p&gt;Text&lt;/p&gt;</content></entry>
      </feed>
      """;
  private static final String JSON =
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "World", "items": [
        {"id": "1", "url": "https://agency.example/news/1", "title": "Talks", "content_text": "A < B",
         "date_published": "2024-05-06T10:00:00+02:00"},
        {"title": "nothing to know it by"}]}
      """;

  @TempDir private Path folder;

  private static Fetched.Page page(String type, byte[] bytes) {
    return new Fetched.Page(AT, false, type, bytes, Validators.NONE);
  }

  private static FeedDocument parse(String type, String text) throws FeedException {
    return FeedParser.parse(page(type, text.getBytes(StandardCharsets.UTF_8)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "UTF-8", "KOI8-R", "UTF-16"})
  void rssInAnyCharacterSet(String charset) throws FeedException {
    byte[] bytes = RSS.formatted(charset).getBytes(Charset.forName(charset));
    FeedDocument feed = FeedParser.parse(page("application/rss+xml", bytes));
    assertThat(feed.title()).isEqualTo("Агентство & мир");
    assertThat(feed.items())
        .containsExactly(
            new FeedItem(
                "n-1",
                Optional.of(URI.create("https://agency.example/news/1")),
                "Переговоры",
                Optional.of(Instant.parse("2024-05-06T08:00:00Z")),
                "Коротко"));
  }

  @Test
  void theServerMaySayAnotherCharacterSetThanTheDocument() throws FeedException {
    byte[] bytes = RSS.formatted("utf-8").getBytes(Charset.forName("windows-1251"));
    FeedDocument feed = FeedParser.parse(page("text/xml; charset=windows-1251", bytes));
    assertThat(feed.items().get(0).title()).isEqualTo("Переговоры");
  }

  @Test
  void atom() throws FeedException {
    FeedItem item = parse("application/atom+xml", ATOM).items().get(0);
    assertThat(item.id()).isEqualTo("tag:agency.example,2024:1");
    assertThat(item.title()).isEqualTo("Talks resume");
    assertThat(item.html()).isEqualTo("<p>Text</p>");
    assertThat(item.published()).contains(Instant.parse("2024-05-06T08:00:00Z"));
  }

  @Test
  void jsonFeed() throws FeedException {
    FeedDocument feed = parse("application/feed+json", JSON);
    assertThat(feed.items()).hasSize(1);
    assertThat(feed.items().get(0).html()).isEqualTo("<p>A &lt; B</p>");
    assertThat(feed.items().get(0).published()).contains(Instant.parse("2024-05-06T08:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "not a feed",
        "<html><body>404</body></html>",
        "{\"a\": 1}",
        "{\"a\": ",
        "<rss version=\"2.0\"><channel><item>",
        "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><rss version=\"2.0\"><channel><title>&x;</title></channel></rss>"
      })
  void whatIsNoFeedSaysSo(String text) {
    assertThatThrownBy(() -> parse("text/xml", text))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(AT.toString());
  }

  @Test
  void aPageNamesItsFeed() {
    String html =
        "<html><head><link rel=alternate type='application/rss+xml' href='/rss.xml'></head></html>";
    assertThat(FeedParser.discover(page("text/html", html.getBytes(StandardCharsets.UTF_8))))
        .contains(URI.create("https://agency.example/rss.xml"));
    assertThat(FeedParser.discover(page("text/html", new byte[0]))).isEmpty();
  }

  @Test
  void opmlGoesOutAndComesBack() throws Exception {
    List<Subscription> feeds =
        List.of(
            Subscription.of(URI.create("https://agency.example/a?b=1&c=2"), "Мир & Welt"),
            Subscription.of(URI.create("https://post.example/rss"), "Post"));
    Path file = folder.resolve("feeds.opml");
    Files.write(file, OpmlFile.write(feeds));
    assertThat(OpmlFile.read(file)).isEqualTo(feeds);
  }

  @Test
  void opmlWithFoldersAndWithoutSense() throws Exception {
    Path file = folder.resolve("feeds.opml");
    Files.writeString(
        file,
        """
        <opml version="1.1"><head/><body><outline text="Asia">
          <outline text="One" xmlUrl="https://one.example/rss"/><outline text="x" xmlUrl="file:///etc/passwd"/>
        </outline></body></opml>
        """);
    assertThat(OpmlFile.read(file)).extracting(Subscription::title).containsExactly("One");
    Files.writeString(file, "<rss/>");
    assertThatThrownBy(() -> OpmlFile.read(file)).hasMessageContaining("feeds.opml is no OPML");
    Files.writeString(file, "nothing");
    assertThatThrownBy(() -> OpmlFile.read(file)).hasMessageContaining("feeds.opml is no OPML");
  }
}
