package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.demarche.archive.intake.CrawlPlaces;
import org.demarche.archive.store.Archive;
import org.demarche.press.crawl.Crawl;
import org.demarche.press.crawl.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds, web archives and mentions from the command line. */
class PressCommandsTest {
  private static final String PAGE =
      """
      <html lang="en"><head><title>Talks</title></head><body><article><h1>Talks</h1>
      <p>Japan signed a trade agreement with Kazakhstan on Monday, the ministry said in a statement.</p>
      <p>The ministers of the two states will meet again in June to discuss the border and the railway.</p>
      </article></body></html>
      """;

  @TempDir private Path folder;

  private static HttpServer server() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    int port = server.getAddress().getPort();
    String feed =
        "<rss version='2.0'><channel><title>World</title><item><title>Talks</title><link>http://127.0.0.1:"
            + port
            + "/1</link><pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate></item></channel></rss>";
    serve(server, "/feed", "application/rss+xml", feed);
    serve(server, "/1", "text/html; charset=utf-8", PAGE);
    serve(
        server,
        "/",
        "text/html",
        "<link rel=alternate type=application/rss+xml href=/feed><p>Front page</p>");
    serve(server, "/robots.txt", "text/plain", "");
    server.start();
    return server;
  }

  private static void serve(HttpServer server, String path, String type, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().add("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  @Test
  void aFeedIsFollowedReadListedAndRemoved() throws IOException {
    HttpServer server = server();
    try {
      String file = folder.resolve("feeds.json").toString();
      String site = "http://127.0.0.1:" + server.getAddress().getPort();
      Cli.Ran refused = Cli.run("feed", "add", site + "/feed", "--feeds", file);
      assertThat(refused.exit()).isEqualTo(1);
      assertThat(refused.err()).contains("not on the open internet");

      Cli.Ran added = Cli.run("feed", "add", site + "/", "--feeds", file, "--allow-private");
      assertThat(added.err()).contains("followed: " + site + "/feed (World)");
      assertThat(added.exit()).isZero();

      Cli.Ran pulled = Cli.run("feed", "pull", "--feeds", file, "--allow-private");
      assertThat(pulled.err()).contains("1 article (en 1)");
      assertThat(pulled.lines()).hasSize(1);
      Cli.Ran coded = Cli.runWith(pulled.out(), "code", "-");
      assertThat(coded.out()).contains("\"code\":\"KAZ\"").contains("2024-05-06");

      Cli.Ran again = Cli.run("feed", "pull", "--feeds", file, "--allow-private");
      assertThat(again.out()).isEmpty();
      assertThat(again.err()).contains("0 articles").contains("nothing new");

      assertThat(Cli.run("feed", "list", "--feeds", file).out())
          .contains("World", "1 entries seen");
      Path opml = folder.resolve("out.opml");
      Files.writeString(opml, Cli.run("feed", "list", "--opml", "--feeds", file).out());
      String other = folder.resolve("other.json").toString();
      assertThat(Cli.run("feed", "add", opml.toString(), "--feeds", other).exit()).isZero();
      assertThat(Cli.run("feed", "list", "--feeds", other).out()).contains(site + "/feed");

      assertThat(Cli.run("feed", "remove", site + "/feed", "--feeds", file).exit()).isZero();
      assertThat(Cli.run("feed", "remove", site + "/feed", "--feeds", file).exit()).isEqualTo(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void feedsOfAnArchiveAreReadIntoIt() throws IOException {
    HttpServer server = server();
    try {
      String archive = folder.resolve("a.db").toString();
      String feed = "http://127.0.0.1:" + server.getAddress().getPort() + "/feed";
      assertThat(Cli.run("feed", "pull", "--archive", archive).err()).contains("no feeds yet");
      Cli.run("feed", "add", feed, "--archive", archive, "--allow-private");
      Cli.Ran pulled = Cli.run("feed", "pull", "--archive", archive, "--allow-private");
      assertThat(pulled.exit()).describedAs(pulled.err()).isZero();
      assertThat(pulled.out()).contains("\"change\":\"new_article\"").contains("\"events\":");
      Cli.Ran again = Cli.run("feed", "pull", "--archive", archive, "--allow-private");
      assertThat(again.out()).isEmpty();
      assertThat(again.err()).contains("nothing new");
      assertThat(Cli.run("feed", "list", "--archive", archive).out())
          .contains(feed, "World", "1 entries seen", "reads it every 30 minutes", ", 1 article;");
      assertThat(Cli.run("search", "actor:JPN", "--archive", archive).out()).contains("2024-05-06");
      assertThat(Cli.run("feed", "remove", feed, "--archive", archive).exit()).isZero();
      assertThat(Cli.run("feed", "list", "--archive", archive).out()).isEmpty();

      Cli.Ran both = Cli.run("feed", "list", "--archive", archive, "--feeds", "x.json");
      assertThat(both.exit()).isEqualTo(2);
      assertThat(Cli.run("feed", "pull", "--archive", archive, "--output", "x").exit())
          .isEqualTo(2);
    } finally {
      server.stop(0);
    }
  }

  /** What a crawl finds is in the archive once, wherever it was killed. */
  @Test
  void aCrawlIsReadIntoAnArchiveAndGoesOnWhereItWas() throws IOException {
    String warc = archive().toString();
    String whole = folder.resolve("whole.db").toString();
    Cli.Ran crawled = Cli.run("crawl", warc, "--archive", whole, "--threads", "2");
    assertThat(crawled.exit()).describedAs(crawled.err()).isZero();
    assertThat(crawled.lines()).hasSize(2);
    assertThat(crawled.err()).contains("2 articles: 2 new", "1 an answer without a page");
    assertThat(Cli.run("crawl", warc, "--archive", whole).err()).contains("2 unchanged");
    assertThat(Cli.run("search", "--articles", "actor:KAZ lang:ru", "--archive", whole).out())
        .contains("https://a.example/3");

    String rest = folder.resolve("rest.db").toString();
    Crawl crawl = Crawl.of(List.of(Path.of(warc)));
    List<Place> places = new ArrayList<>();
    crawl.read(Place.START, (item, next) -> places.add(next));
    try (Archive archive = Archive.open(rest)) {
      new CrawlPlaces(archive.database()).reached(crawl, places.get(1));
    }
    Cli.Ran resumed = Cli.run("crawl", warc, "--archive", rest);
    assertThat(resumed.err()).contains("going on in", "1 article: 1 new");
    assertThat(resumed.out()).contains("a.example/3").doesNotContain("a.example/1");
    assertThat(Cli.run("crawl", warc, "--archive", rest).err())
        .contains("1 new, 1 unchanged")
        .doesNotContain("going on");
    assertThat(Cli.run("crawl", warc, "--archive", rest, "--output", "x").exit()).isEqualTo(2);
  }

  @Test
  void wrongUseOfFeeds() throws IOException {
    Path file = folder.resolve("feeds.json");
    assertThat(Cli.run("feed").exit()).isEqualTo(2);
    assertThat(Cli.run("feed", "add", "nonsense", "--feeds", file.toString()).exit()).isEqualTo(2);
    Files.writeString(file, "nonsense");
    Cli.Ran ran = Cli.run("feed", "list", "--feeds", file.toString());
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("feeds.json:1");
  }

  private Path archive() throws IOException {
    String http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n";
    Path file = folder.resolve("crawl.warc.gz");
    try (var out = Files.newOutputStream(file)) {
      out.write(record("https://a.example/1", http + PAGE));
      out.write(record("https://a.example/2", http.replace("200", "404")));
      String russian =
          "<html><body><article><h1>Переговоры</h1><p>Министры иностранных дел Казахстана и Японии подписали в"
              + " понедельник соглашение о торговле, сообщили в Астане.</p><p>Следующая встреча министров пройдёт в"
              + " июне и будет посвящена границе и железной дороге.</p></article></body></html>";
      out.write(record("https://a.example/3", http + russian));
    }
    return file;
  }

  private static byte[] record(String url, String http) throws IOException {
    byte[] block = http.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(member)) {
      String head =
          "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000"
              + url.charAt(url.length() - 1)
              + ">\r\nWARC-Date: 2024-05-06T08:00:00Z\r\nWARC-Target-URI: "
              + url
              + "\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: "
              + block.length
              + "\r\n\r\n";
      out.write(head.getBytes(StandardCharsets.UTF_8));
      out.write(block);
      out.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return member.toByteArray();
  }

  @Test
  void aWebArchiveIsCodedAndWhatIsNotEnglishIsCounted() throws IOException {
    Cli.Ran ran = Cli.run("code", archive().toString());
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .contains("\"article\":\"https://a.example/1\"")
        .doesNotContain("a.example/3");
    assertThat(ran.err())
        .contains("1 an answer without a page")
        .contains("1 not coded, since not in English (ru): https://a.example/3");
  }

  @Test
  void aCrawlBecomesArticlesAndMentions() throws IOException {
    Path output = folder.resolve("articles.jsonl");
    Cli.Ran crawled = Cli.run("crawl", archive().toString(), "--output", output.toString());
    assertThat(crawled.exit()).describedAs(crawled.err()).isZero();
    assertThat(crawled.err()).contains("2 articles (en 1, ru 1)");
    assertThat(Files.readAllLines(output)).hasSize(2);
    Cli.Ran mentions = Cli.run("mentions", output.toString());
    assertThat(mentions.exit()).isZero();
    assertThat(mentions.out())
        .contains("\"language\":\"ru\",\"code\":\"KAZ\",\"kind\":\"state\",\"text\":\"Казахстана\"")
        .contains("\"kind\":\"capital\",\"text\":\"Астане\"");
    assertThat(Cli.run("mentions", output.toString(), "--format", "table").out())
        .contains("JPN           Японии");
    assertThat(Cli.run("crawl", folder.resolve("no.warc").toString(), "--output", "x").exit())
        .isEqualTo(2);
  }
}
