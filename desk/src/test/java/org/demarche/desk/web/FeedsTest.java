package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.demarche.archive.intake.Failures;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.store.Filter;
import org.demarche.desk.account.Role;
import org.demarche.desk.start.RunningDesk;
import org.demarche.press.fetch.MisbehavingServer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Feeds read in the background, from a server that misbehaves. */
class FeedsTest {
  @TempDir private Path folder;
  private MisbehavingServer server;
  private RunningDesk desk;

  @BeforeEach
  void open() throws IOException {
    server = new MisbehavingServer();
    desk = start();
    desk.account("Editor", Role.EDITOR);
  }

  private RunningDesk start() {
    return RunningDesk.start(folder.resolve("feeds.db"), false, Optional.empty());
  }

  @AfterEach
  void close() throws IOException {
    desk.close();
    server.close();
  }

  private Browser editor() {
    return new Browser(desk.address()).logIn("Editor", RunningDesk.PASSWORD);
  }

  private void feed(String path, String... pages) {
    StringBuilder body =
        new StringBuilder("<rss version='2.0'><channel><title>World " + path + "</title>");
    for (String page : pages) {
      body.append("<item><title>T</title><link>").append(server.at(page)).append("</link></item>");
    }
    server.on(path, "text/xml", body.append("</channel></rss>").toString());
  }

  private void page(String path, String title) {
    server.on(
        path,
        "text/html; charset=utf-8",
        "<html lang=en><head><title>"
            + title
            + "</title></head><body><article><h1>"
            + title
            + "</h1><p>"
            + title
            + ": Japan signed a trade agreement with Kazakhstan on Monday, the ministry said.</p>"
            + "<p>The ministers of both states will meet again in June to discuss the border.</p>"
            + "</article></body></html>");
  }

  private static void await(String what, BooleanSupplier condition) {
    long until = System.nanoTime() + 30_000_000_000L;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as(what).isLessThan(until);
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
    }
  }

  private long articles() {
    return desk.archive().newestArticles(new Filter("1 = 1", List.of()), 100).size();
  }

  @Test
  void feedsAreFollowedReadAndLeft() {
    feed("/feed", "/a", "/broken", "/b");
    page("/a", "First");
    page("/b", "Second");
    server.on("/broken", 500, List.of(), new byte[0]);
    server.on("/bad", 500, List.of(), new byte[0]);
    server.on("/site", "text/html", "<link rel=alternate type=application/rss+xml href=/feed>");
    Browser editor = editor();
    editor
        .get("/feeds")
        .submit("/feeds", Map.of("address", server.at("/none").toString(), "minutes", "30"));
    assertThat(editor.page().selectFirst(".note.bad").text()).contains("status 404");
    editor.submit(
        "/feeds",
        Map.of(
            "address", server.at("/site").toString(), "rights", "By permission", "minutes", "1"));
    assertThat(editor.page().text()).contains("The feed is followed");
    // One that is dead from the start holds up nobody.
    desk.bean(Feeds.class)
        .add(org.demarche.press.feed.Subscription.of(server.at("/bad"), "Bad"), "", 30);
    await("both articles", () -> articles() == 2);
    await("both failures", () -> desk.bean(Failures.class).count() == 2);
    assertThat(desk.archive().events(new Filter("1 = 1", List.of()))).isNotEmpty();
    Document page = editor.get("/feeds").page();
    assertThat(page.select("table.feeds tbody tr")).hasSize(2);
    assertThat(page.select("table.feeds tbody tr").get(0).text()).contains("World /feed", "2");
    await(
        "the state of the bad one",
        () -> editor.get("/feeds/progress").body().contains("status 500"));

    Document failures = editor.get("/failures").page();
    assertThat(failures.select("table.failures tbody tr")).hasSize(2);
    assertThat(failures.text())
        .contains("page", "feed", "status 500", server.at("/bad").toString());
    page("/broken", "Third");
    String retry =
        failures.select("tr:contains(/broken) form").stream()
            .map(f -> f.attr("action"))
            .filter(a -> a.endsWith("/retry"))
            .findFirst()
            .orElseThrow();
    editor.submit(retry, Map.of());
    await("the third", () -> articles() == 3);
    await("one failure less", () -> desk.bean(Failures.class).count() == 1);
    String forget = editor.get("/failures").page().select("form[action$=forget]").attr("action");
    assertThat(editor.submit(forget, Map.of()).page().text()).contains("Nothing has failed");

    String settings = editor.get("/feeds").page().select("details.feed form").attr("action");
    editor.submit(settings, Map.of("title", "Mine", "minutes", "60"));
    assertThat(desk.bean(Feeds.class).list().get(0))
        .satisfies(
            f -> {
              assertThat(f.name()).isEqualTo("Mine");
              assertThat(f.enabled()).as("the box was not sent").isFalse();
              assertThat(f.minutes()).isEqualTo(60);
            });
    assertThat(editor.get("/feeds.opml").body()).contains("xmlUrl=\"" + server.at("/feed"));
    editor.get("/feeds").submit(settings + "/remove", Map.of());
    assertThat(desk.bean(Feeds.class).list()).hasSize(1);
    assertThat(articles()).isEqualTo(3);
  }

  @Test
  void aListOfFeedsIsTaken() {
    Browser editor = editor().get("/feeds");
    String csrf = editor.csrf();
    String opml =
        "<opml version=\"2.0\"><body><outline text=\"One\" xmlUrl=\""
            + server.at("/one")
            + "\"/></body></opml>";
    assertThat(upload(editor, csrf, opml)).contains("One feed is in the list, 1 of them new.");
    assertThat(upload(editor, csrf, opml)).contains("One feed is in the list, none of them new.");
    assertThat(upload(editor, csrf, "<html/>")).contains("is no OPML");
    String entity = "<!DOCTYPE opml [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>" + opml;
    assertThat(upload(editor, csrf, entity)).contains("is no OPML");
    assertThat(upload(editor, "wrong", opml)).contains("403");
  }

  private static String upload(Browser editor, String csrf, String file) {
    String parts =
        "--x\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n"
            + csrf
            + "\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.opml\"\r\n\r\n"
            + file
            + "\r\n--x--\r\n";
    var answer =
        editor.raw(
            editor
                .request("/feeds/opml")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(HttpRequest.BodyPublishers.ofString(parts, StandardCharsets.UTF_8)));
    return answer.statusCode() + " " + org.jsoup.Jsoup.parse(answer.body()).text();
  }

  /** What is under way when the desk closes goes on with the next start, and nothing is lost. */
  @Test
  void whatWasUnderWayGoesOnAfterARestart() throws IOException {
    String[] pages = new String[8];
    for (int i = 0; i < pages.length; i++) {
      pages[i] = "/p" + i;
      page(pages[i], "Page " + i);
    }
    feed("/feed", pages);
    server.on("/p3", (request, out) -> Thread.sleep(1_500));
    desk.bean(Feeds.class)
        .add(org.demarche.press.feed.Subscription.of(server.at("/feed"), ""), "", 30);
    await("the page that hangs", () -> !server.requests("/p3").isEmpty());
    long began = System.nanoTime();
    desk.close();
    assertThat((System.nanoTime() - began) / 1e9).as("seconds to close").isLessThan(10);
    page("/p3", "Page 3");
    desk = start();
    await("all pages", () -> articles() == pages.length);
    assertThat(desk.bean(Failures.class).count()).isZero();
    for (String page : new String[] {"/p0", "/p1", "/p2"}) {
      assertThat(server.requests(page)).as(page).hasSize(1);
    }
  }
}
