package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.desk.start.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** A reader's first day, in a real browser: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ChromiumTest {
  @TempDir static Path folder;
  private static RunningDesk desk;
  private static Chromium chromium;
  private static String article;

  @BeforeAll
  static void open() {
    Chromium.mustBeInstalled();
    desk = RunningDesk.start(folder.resolve("browser.db"), true, Optional.empty());
    chromium = Chromium.open(desk.address(), folder.resolve("profile"));
  }

  @AfterAll
  static void close() {
    if (chromium != null) {
      chromium.close();
    }
    if (desk != null) {
      desk.close();
    }
  }

  @Test
  @Order(1)
  void theFirstVisitorFoundsTheDesk() {
    chromium
        .go("/")
        .seeAddress("/setup")
        .type("#name", "Chief")
        .type("#email", "chief@example.org")
        .type("#password", RunningDesk.PASSWORD)
        .click("#registering option[value=OPEN]")
        .click("main button")
        .see(".visitor", "Chief")
        .see("main", "Latest");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void aReaderRegisters() {
    chromium
        .click(".visitor form button")
        .see(".visitor", "Log in")
        .go("/register")
        .type("#name", "Reader")
        .type("#email", "reader@example.org")
        .type("#password", RunningDesk.PASSWORD)
        .click("main button")
        .see(".visitor", "Reader");
  }

  @Test
  @Order(3)
  void keysLeadToAnArticleAndThroughItsEvents() {
    chromium.key("j").key("j").key("o").seeAddress("/article/");
    chromium.go("/");
    WebElement link =
        chromium.all("a.title").stream()
            .filter(a -> a.getText().contains("Kazakhstan and Japan"))
            .findFirst()
            .orElseThrow();
    article = java.net.URI.create(link.getAttribute("href")).getPath();
    link.click();
    chromium.see("h1", "Kazakhstan and Japan").key("j").key("o").see("#panel", "Rule");
    assertThat(chromium.all("#text .on")).isNotEmpty();
    chromium.key("?").seeAddress("/help").key("g").key("h").see("main", "Latest");
    chromium.key("/").key("Belarus" + Keys.ENTER).seeAddress("/search?q=Belarus");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  @Order(4)
  void theReaderComments() {
    chromium
        .go(article)
        .type("#comment", "What does the railway cost?")
        .click(".comments > form.write button")
        .see(".comment .words", "What does the railway cost?")
        .go("/")
        .see("aside", "1 comment");
  }

  @Test
  @Order(5)
  void theAdministratorCorrectsAnEventInPlace() {
    chromium.click(".visitor form button").see(".visitor", "Log in").go("/login");
    chromium
        .type("main #name", "Chief")
        .type("#password", RunningDesk.PASSWORD)
        .click("main form button")
        .see(".visitor", "Chief")
        .go(article);
    chromium
        .click("#text a.says")
        .see("#panel", "Rule")
        .click("#panel form[action$=confirm] button");
    chromium.see("#panel .verdict", "Confirmed").see(".record", "Chief");
  }

  @Test
  @Order(6)
  void anEventIsAddedToSelectedWords() {
    chromium.go(article);
    chromium.script(
        "const p = document.querySelector('#text p'); const r = document.createRange();"
            + " r.setStart(p.querySelector('[data-s]').firstChild, 0);"
            + " const last = p.querySelectorAll('[data-s]'); const end = last[last.length - 1].firstChild; r.setEnd(end, end.length);"
            + " getSelection().removeAllRanges(); getSelection().addRange(r);");
    chromium.click("#add-here").seeAddress("/events/new?start=0&end=");
    String words = chromium.at("blockquote").getText();
    chromium
        .click("#type option[value=CONSULT]")
        .type("#actorCode", "KAZ")
        .type("#recipientCode", "JPN")
        .click("main form.fields button")
        .see(".notes", "Added")
        .see("table.events", "Written by a person");
    long number = Long.parseLong(article.substring(article.lastIndexOf('/') + 1));
    List<StoredEvent> added =
        desk.archive().events(Filter.article(number)).stream()
            .filter(StoredEvent::byPerson)
            .toList();
    assertThat(added).hasSize(1);
    assertThat(added.get(0).event().evidence().text().strip()).isEqualTo(words.strip());
    assertThat(added.get(0).event().dyad()).startsWith("KAZ").contains("JPN");
  }

  @Test
  @Order(7)
  void nothingBarsAnybody() {
    for (boolean dark : new boolean[] {false, true}) {
      chromium.dark(dark);
      for (String page :
          List.of(
              "/",
              article,
              article + "?event=" + event(),
              "/event/" + event() + "/change",
              "/discussions",
              "/quality",
              "/help",
              "/account",
              "/admin")) {
        chromium.go(page);
        assertThat(chromium.barriers()).as(page + (dark ? " dark" : " light")).isEmpty();
      }
    }
    chromium.dark(false);
  }

  private static long event() {
    long number = Long.parseLong(article.substring(article.lastIndexOf('/') + 1));
    return desk.archive().events(Filter.article(number)).get(0).id();
  }

  @Test
  @Order(8)
  void nothingIsWiderThanAPhone() {
    chromium.size(390, 800);
    for (String page :
        List.of("/", article, article + "?event=" + event(), "/quality", "/account", "/admin")) {
      chromium.go(page);
      assertThat(chromium.script("return document.documentElement.scrollWidth"))
          .as(page)
          .isEqualTo(390L);
    }
    assertThat(chromium.complaints()).isEmpty();
  }
}
