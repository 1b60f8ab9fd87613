package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.archive.store.Entry;
import org.demarche.coder.code.Coder;
import org.demarche.coder.text.Article;
import org.demarche.desk.account.Role;
import org.demarche.desk.follow.DigestRun;
import org.demarche.desk.mail.MailSettings;
import org.demarche.desk.start.RunningDesk;
import org.demarche.desk.start.SetClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A reader who follows something, in a real browser: one story, told in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FollowChromiumTest {
  @RegisterExtension
  static final GreenMailExtension MAIL =
      new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort()).withPerMethodLifecycle(false);

  @TempDir static Path folder;
  private static final SetClock CLOCK = new SetClock("2024-04-16T06:00:00Z");
  private static RunningDesk desk;
  private static Chromium chromium;

  @BeforeAll
  static void open() {
    Chromium.mustBeInstalled();
    desk =
        RunningDesk.start(
            folder.resolve("follow.db").toString(),
            true,
            Optional.of(
                new MailSettings(
                    "localhost",
                    MAIL.getSmtp().getPort(),
                    "",
                    "",
                    MailSettings.Tls.NONE,
                    "desk@example.org")),
            CLOCK);
    desk.account("Reader", Role.READER);
    chromium = Chromium.open(desk.address(), folder.resolve("profile"));
    chromium
        .go("/login")
        .type("main #name", "Reader")
        .type("#password", RunningDesk.PASSWORD)
        .click("main form button")
        .see(".visitor", "Reader");
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
  void aSearchIsSavedWhereOneSearches() {
    chromium
        .go("/search?q=party%3AKAZ")
        .click("details.save summary")
        .type("#save-name", "Kazakhstan")
        .click("details.save button")
        .seeAddress("/following")
        .see(".notes", "Saved")
        .see(".followed h2", "Kazakhstan")
        .see(".followed .latest", "KAZ");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  @Order(2)
  void itGetsLettersAndAFeed() {
    chromium
        .click(".followed option[value='7']")
        .click(".followed option[value='Europe/Berlin']")
        .click("form[action$=digest] button")
        .see(".notes", "Letters will come")
        .click("form[action$=feed] button")
        .see(".followed .secret", "/feed/");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  @Order(3)
  void theLettersLinkOpensTheSentence() throws Exception {
    CLOCK.pass(Duration.ofHours(1));
    Article article =
        Article.of("new", "Tokyo waited. Kazakhstan signed a trade agreement with Japan on Monday.")
            .published(LocalDate.of(2024, 4, 15));
    desk.archive().add(Entry.of(article, Coder.create().code(article)));
    CLOCK.pass(Duration.ofDays(1));
    desk.bean(DigestRun.class).sendDue();
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    Object content = MAIL.getReceivedMessages()[0].getContent();
    while (content instanceof MimeMultipart parts) {
      content = parts.getBodyPart(parts.getCount() - 1).getContent();
    }
    keep("letter.html", content.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    Matcher link = Pattern.compile("href=\"([^\"]*/article/[^\"]*)\"").matcher(content.toString());
    assertThat(link.find()).isTrue();
    chromium.go(link.group(1).replace("&amp;", "&")).see("#panel", "Rule");
    assertThat(chromium.at("#text .on").getText()).contains("Kazakhstan");
    assertThat(chromium.script("return document.querySelector(':target').textContent"))
        .isEqualTo("signed");
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  @Order(4)
  void nothingBarsAnybody() throws IOException {
    for (boolean dark : new boolean[] {false, true}) {
      chromium.dark(dark);
      for (String page :
          new String[] {
            "/following",
            "/unsubscribe/none",
            "/search?q=Japan",
            "/actors/KAZ",
            "/help/api",
            "/account"
          }) {
        chromium.go(page);
        keep(page.replaceAll("\\W+", "-") + (dark ? "-dark" : "") + ".png", chromium.picture());
        assertThat(chromium.barriers()).as(page + (dark ? " dark" : " light")).isEmpty();
      }
    }
    chromium.dark(false);
    chromium.size(390, 800);
    for (String page : new String[] {"/following", "/help/api", "/account"}) {
      chromium.go(page);
      keep(page.replaceAll("\\W+", "-") + "-phone.png", chromium.picture());
      assertThat(chromium.script("return document.documentElement.scrollWidth"))
          .as(page)
          .isEqualTo(390L);
    }
  }

  /** For looking at, where a folder is named. */
  private static void keep(String name, byte[] bytes) throws IOException {
    String kept = System.getProperty("demarche.pictures");
    if (kept != null) {
      Files.createDirectories(Path.of(kept));
      Files.write(Path.of(kept, name), bytes);
    }
  }
}
