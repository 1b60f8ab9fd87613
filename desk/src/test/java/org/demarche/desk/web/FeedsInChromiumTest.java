package org.demarche.desk.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.demarche.desk.account.Role;
import org.demarche.desk.start.RunningDesk;
import org.demarche.press.fetch.MisbehavingServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An editor follows a feed, in a real browser. */
class FeedsInChromiumTest {
  private static final CountDownLatch GO_ON = new CountDownLatch(1);

  @TempDir static Path folder;
  private static MisbehavingServer server;
  private static RunningDesk desk;
  private static Chromium chromium;

  @BeforeAll
  static void open() throws IOException {
    Chromium.mustBeInstalled();
    server = new MisbehavingServer();
    server.on(
        "/feed",
        "text/xml",
        "<rss version='2.0'><channel><title>The World</title>"
            + item("/a")
            + item("/gone")
            + item("/b")
            + "</channel></rss>");
    server.on("/a", "text/html", page("The treaty"));
    server.on(
        "/b",
        (request, out) -> {
          GO_ON.await();
          MisbehavingServer.whole(
              out, 200, List.of("Content-Type: text/html"), page("The railway").getBytes(UTF_8));
        });
    desk = RunningDesk.start(folder.resolve("feeds.db"), false, Optional.empty());
    desk.account("Editor", Role.EDITOR);
    chromium = Chromium.open(desk.address(), folder.resolve("profile"));
  }

  private static String item(String page) {
    return "<item><title>T</title><link>" + server.at(page) + "</link></item>";
  }

  private static String page(String title) {
    return "<html lang=en><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1><p>About "
        + title
        + ": Japan signed a trade agreement with Kazakhstan on Monday, the ministry said.</p><p>The"
        + " ministers of both states will meet again in June to discuss it.</p></article></html>";
  }

  @AfterAll
  static void close() throws IOException {
    GO_ON.countDown();
    if (chromium != null) {
      chromium.close();
    }
    if (desk != null) {
      desk.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Test
  void aFeedIsFollowedAndItsProgressSeen() {
    chromium
        .go("/login")
        .type("main #name", "Editor")
        .type("#password", RunningDesk.PASSWORD)
        .click("main form button")
        .see(".visitor", "Editor")
        .click(".visitor a[href='/feeds']")
        .see("main", "No feed is followed yet")
        .type("#address", server.at("/feed").toString())
        .click("#follow + form button")
        .see(".notes", "The feed is followed")
        // Nothing is loaded anew from here on: the page looks by itself.
        .see("#progress .doing", "fetching " + server.at("/b"))
        .see("#progress .doing", "1 new, 1 failed");
    chromium.script("document.querySelector('main').dataset.kept = 'yes'");
    GO_ON.countDown();
    chromium.see("#progress", "Nothing is being read now").see("#progress tbody tr td", "2");
    assertThat(chromium.script("return document.querySelector('main').dataset.kept"))
        .isEqualTo("yes");
    chromium.see("#progress a[href='/failures']", "1 failure");
    bars("/feeds");
    chromium.click("details.feed summary").see("details.feed", "Its articles stay");
    chromium.go("/failures").see("table.failures", "status 404");
    bars("/failures");
    chromium.go("/articles").see("main", "The railway").see("main", "The treaty");
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void bars(String page) {
    for (boolean dark : new boolean[] {false, true}) {
      chromium.dark(dark);
      chromium.go(page);
      assertThat(chromium.barriers()).as(page + (dark ? " dark" : " light")).isEmpty();
    }
    chromium.dark(false);
    chromium.size(390, 800);
    chromium.go(page);
    assertThat(chromium.script("return document.documentElement.scrollWidth"))
        .as(page)
        .isEqualTo(390L);
    chromium.size(1280, 900);
    chromium.go(page);
  }
}
