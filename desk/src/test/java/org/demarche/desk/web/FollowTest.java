package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetupTest;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.demarche.archive.store.Corrections;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Coding;
import org.demarche.coder.code.Run;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Role;
import org.demarche.desk.follow.DigestRun;
import org.demarche.desk.mail.MailSettings;
import org.demarche.desk.start.RunningDesk;
import org.demarche.desk.start.SetClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Following: what is saved, the feed, and letters that arrive at a real mail server. */
class FollowTest {
  @RegisterExtension
  static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

  private static final Coder CODER = Coder.create();

  @TempDir Path folder;
  private final SetClock clock = new SetClock("2022-05-16T12:00:00Z");
  private RunningDesk desk;

  @BeforeEach
  void open() {
    desk = start(folder.resolve("follow.db"), MAIL.getSmtp().getPort());
    desk.account("Reader", Role.READER);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private RunningDesk start(Path file, int port) {
    return RunningDesk.start(
        file.toString(),
        false,
        Optional.of(
            new MailSettings("localhost", port, "", "", MailSettings.Tls.NONE, "desk@example.org")),
        clock);
  }

  private Browser reader() {
    return new Browser(desk.address()).logIn("Reader", RunningDesk.PASSWORD);
  }

  private static Article article(String id, String outlet, String text) {
    return new Article(
        id,
        "Title of " + id,
        "",
        "en",
        Optional.of(LocalDate.of(2022, 5, 16)),
        text,
        new Provenance(
            List.of(
                new Provenance.Hop(
                    outlet,
                    Optional.of("https://news.example.org/" + id),
                    Optional.of("2022-05-16"),
                    outlet.isEmpty() ? Optional.empty() : Optional.of("© " + outlet)))),
        List.of());
  }

  private void add(Article article) {
    desk.archive().add(Entry.of(article, CODER.code(article)));
  }

  private void treaty(String id, String outlet) {
    add(article(id, outlet, "Kazakhstan signed a trade agreement with Japan on Monday."));
  }

  private Browser follow(String name, String query) {
    Browser browser = reader().get("/following");
    browser.submit("/following", Map.of("q", query, "name", name));
    assertThat(browser.status()).as(browser.body()).isEqualTo(200);
    return browser;
  }

  private Browser withLetters(String name, String query, int hour, String zone) {
    Browser browser = follow(name, query);
    browser.submit("/following/1/digest", Map.of("hour", Integer.toString(hour), "zone", zone));
    assertThat(browser.page().select(".note.good")).isNotEmpty();
    clock.pass(Duration.ofSeconds(1));
    return browser;
  }

  private MimeMessage[] letters() {
    desk.bean(DigestRun.class).sendDue();
    return MAIL.getReceivedMessages();
  }

  /** The two parts of a letter: text and HTML. */
  private static List<String> parts(MimeMessage letter) throws Exception {
    Object content = letter.getContent();
    while (content instanceof MimeMultipart parts
        && !parts.getContentType().startsWith("multipart/alternative")) {
      content = parts.getBodyPart(0).getContent();
    }
    MimeMultipart alternative = (MimeMultipart) content;
    assertThat(alternative.getContentType()).startsWith("multipart/alternative");
    assertThat(alternative.getCount()).isEqualTo(2);
    BodyPart text = alternative.getBodyPart(0);
    assertThat(text.getContentType()).startsWith("text/plain");
    BodyPart html = alternative.getBodyPart(1);
    assertThat(html.getContentType()).startsWith("text/html");
    return List.of(text.getContent().toString(), html.getContent().toString());
  }

  @Test
  void searchesAreSavedRenamedAndDeletedByTheirOwnerAlone() {
    Browser browser = follow("Treaties", "type:SUPPORT");
    assertThat(browser.page().select(".followed h2").eachText()).containsExactly("Treaties");
    browser.submit("/following", Map.of("q", "type:NONE"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.page().selectFirst(".note.bad").text()).contains("NONE").contains("^");
    browser.get("/following").submit("/following", Map.of("q", "oil", "name", "Treaties"));
    assertThat(browser.status()).isEqualTo(422);
    browser.get("/following").submit("/following/1", Map.of("name", "Договоры"));
    assertThat(browser.page().select(".followed h2").eachText()).containsExactly("Договоры");

    desk.account("Other", Role.ADMINISTRATOR);
    Browser other = new Browser(desk.address()).logIn("Other", RunningDesk.PASSWORD);
    other.get("/following");
    assertThat(other.page().select(".followed")).isEmpty();
    String csrf = other.csrf();
    for (String deed : List.of("", "/delete", "/feed", "/feed/end", "/digest/end")) {
      assertThat(other.post("/following/1" + deed, Map.of("_csrf", csrf, "name", "Mine")).status())
          .isEqualTo(404);
    }
    browser.get("/following").submit("/following/1/delete", Map.of());
    assertThat(browser.page().select(".followed")).isEmpty();
  }

  @Test
  void aFeedIsReadByItsAddressAloneUntilThatIsRevoked() throws Exception {
    treaty("one", "Example Wire");
    clock.pass(Duration.ofMinutes(5));
    add(article("two", "", "Chile <closed> its border. Chile expelled Bolivia's ambassador."));
    Browser browser = follow("Everything & more", "status:happened");
    browser.submit("/following/1/feed", Map.of());
    String address = browser.page().selectFirst(".secret").text();
    HttpResponse<String> feed = get(address, Map.of());
    assertThat(feed.statusCode()).isEqualTo(200);
    assertThat(feed.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/atom+xml");
    AtomRules.check(feed.body());
    SyndFeed read = new SyndFeedInput().build(new StringReader(feed.body()));
    assertThat(read.getFeedType()).isEqualTo("atom_1.0");
    assertThat(read.getTitle()).isEqualTo("Everything & more");
    assertThat(read.getEntries()).hasSizeGreaterThanOrEqualTo(2);
    SyndEntry treaty =
        read.getEntries().stream()
            .filter(e -> e.getTitle().startsWith("SUPPORT"))
            .findFirst()
            .orElseThrow();
    assertThat(treaty.getAuthors().get(0).getName()).isEqualTo("Example Wire");
    assertThat(feed.body()).contains("<rights>© Example Wire</rights>");
    Browser nobody = new Browser(desk.address()).get(treaty.getLink());
    assertThat(nobody.page().selectFirst("#panel .event").text()).contains("SUPPORT");
    assertThat(nobody.page().getElementById(URI.create(treaty.getLink()).getFragment()))
        .isNotNull();

    String tag = feed.headers().firstValue("ETag").orElseThrow();
    assertThat(get(address, Map.of("If-None-Match", tag)).statusCode()).isEqualTo(304);
    // Coded anew by another run, nothing is new.
    clock.pass(Duration.ofHours(5));
    recode("one");
    assertThat(get(address, Map.of("If-None-Match", tag)).body())
        .satisfiesAnyOf(
            body -> assertThat(body).isEmpty(),
            body -> assertThat(ids(body)).containsExactlyInAnyOrderElementsOf(ids(feed.body())));
    assertThat(updates(get(address, Map.of()).body()))
        .containsExactlyInAnyOrderElementsOf(updates(feed.body()));

    browser.get("/following").submit("/following/1/feed", Map.of());
    assertThat(get(address, Map.of()).statusCode()).isEqualTo(404);
    String another = browser.page().selectFirst(".secret").text();
    assertThat(get(another, Map.of()).statusCode()).isEqualTo(200);
    browser.get("/following").submit("/following/1/feed/end", Map.of());
    assertThat(get(another, Map.of()).statusCode()).isEqualTo(404);
  }

  private static List<String> ids(String feed) {
    return Jsoup.parse(feed, "", org.jsoup.parser.Parser.xmlParser())
        .select("entry > id")
        .eachText();
  }

  private static List<String> updates(String feed) {
    return Jsoup.parse(feed, "", org.jsoup.parser.Parser.xmlParser())
        .select("entry > updated")
        .eachText();
  }

  private void recode(String id) {
    Article article =
        article(id, "Example Wire", "Kazakhstan signed a trade agreement with Japan on Monday.");
    Coding coding = CODER.code(article);
    Run run = new Run("later", coding.run().codebook(), coding.run().parser());
    desk.archive().add(Entry.of(article, new Coding(coding.sentences(), coding.outcomes(), run)));
  }

  private HttpResponse<String> get(String address, Map<String, String> headers) {
    Browser browser = new Browser(desk.address());
    HttpRequest.Builder request = browser.request(URI.create(address).getPath()).GET();
    headers.forEach(request::header);
    return browser.raw(request);
  }

  @Test
  void aLetterTellsWhatIsNewOnceADayInBothParts() throws Exception {
    treaty("before", "Old Wire");
    Browser browser = withLetters("Treaties", "type:SUPPORT", 7, "Asia/Almaty");
    clock.set("2022-05-16T20:00:00Z");
    treaty("one", "Example Wire");
    treaty("two", "Second Wire");
    add(
        article(
            "three",
            "Example Wire",
            "Chile signed a trade agreement with Peru in “Île Réunion” on Monday."));
    assertThat(letters()).isEmpty();
    clock.set("2022-05-17T01:00:01Z");
    assertThat(letters()).hasSize(1);

    MimeMessage letter = letters()[0];
    assertThat(letter.getSubject()).startsWith("Treaties: ").contains("new events");
    assertThat(letter.getAllRecipients()[0]).hasToString("reader@example.org");
    for (String part : parts(letter)) {
      assertThat(part)
          .contains("Kazakhstan", "Example Wire", "© Example Wire", "Second Wire", "“")
          .contains("Title of one", "/article/", "7:00")
          .doesNotContain("Old Wire");
    }
    Document html = Jsoup.parse(parts(letter).get(1));
    assertThat(html.select("script, link, img, form")).isEmpty();
    String link = html.selectFirst("a[href*=/article/]").attr("href");
    assertThat(new Browser(desk.address()).get(link).page().selectFirst("#panel .event").text())
        .contains("SUPPORT");
    assertThat(html.text().split("© Example Wire", -1)).as("both reports of one story").hasSize(3);

    // The next day brings nothing, the day after one event.
    clock.set("2022-05-18T01:00:01Z");
    assertThat(letters()).hasSize(1);
    recode("one");
    clock.set("2022-05-19T01:00:01Z");
    assertThat(letters()).as("coded anew is not new").hasSize(1);
    add(article("four", "Example Wire", "Ghana signed a trade agreement with Togo on Monday."));
    clock.set("2022-05-20T01:00:01Z");
    assertThat(letters()).hasSize(2);
    assertThat(parts(letters()[1]).get(0)).contains("Ghana").doesNotContain("Kazakhstan");
    assertThat(browser.get("/following").page().text()).contains("last sent");
  }

  @Test
  void theLetterSpeaksTheReadersLanguage() throws Exception {
    Account account = desk.bean(Accounts.class).byEmail("reader@example.org").orElseThrow();
    withLetters("Договоры «мира»", "type:SUPPORT", 7, "UTC");
    desk.bean(Accounts.class).preferences(account, "ru", account.zone());
    treaty("one", "Пример");
    clock.set("2022-05-17T07:00:00Z");
    MimeMessage letter = letters()[0];
    assertThat(letter.getSubject()).isEqualTo("Договоры «мира»: новых событий — " + count(letter));
    for (String part : parts(letter)) {
      assertThat(part).contains("17 мая 2022", "Отписаться", "© Пример", "произошло");
    }
  }

  private static String count(MimeMessage letter) throws Exception {
    String subject = letter.getSubject();
    return subject.substring(subject.lastIndexOf(' ') + 1);
  }

  @Test
  void oneClickEndsTheLettersAndALookDoesNot() throws Exception {
    withLetters("Treaties", "type:SUPPORT", 7, "UTC");
    treaty("one", "Example Wire");
    clock.set("2022-05-17T07:00:00Z");
    MimeMessage letter = letters()[0];
    assertThat(letter.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    String header = letter.getHeader("List-Unsubscribe")[0].replaceAll("\\s", "");
    assertThat(header).startsWith("<http").endsWith(">");
    String address = URI.create(header.substring(1, header.length() - 1)).getPath();
    assertThat(parts(letter).get(0)).contains(address);

    Browser nobody = new Browser(desk.address()).get(address);
    assertThat(nobody.page().selectFirst("main form button").attr("value")).isEqualTo("One-Click");
    assertThat(reader().get("/following").page().text()).contains("No more letters");
    HttpResponse<String> posted =
        new Browser(desk.address())
            .raw(
                nobody
                    .request(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString("List-Unsubscribe=One-Click")));
    assertThat(posted.statusCode()).isEqualTo(200);
    assertThat(posted.headers().allValues("Set-Cookie")).noneMatch(c -> c.startsWith("demarche="));
    add(article("two", "Example Wire", "Ghana signed a trade agreement with Togo on Monday."));
    clock.set("2022-05-18T07:00:00Z");
    assertThat(letters()).hasSize(1);
    assertThat(new Browser(desk.address()).get(address).page().select(".note.good")).isNotEmpty();
    assertThat(new Browser(desk.address()).get("/unsubscribe/none").status()).isEqualTo(404);
  }

  @Test
  void aMailServerThatIsDownIsTriedAgainAndNothingIsLost() throws Exception {
    Browser browser = withLetters("Treaties", "type:SUPPORT", 7, "UTC");
    treaty("one", "Example Wire");
    clock.set("2022-05-17T07:00:00Z");
    MAIL.stop();
    desk.bean(DigestRun.class).sendDue();
    assertThat(browser.get("/following").page().selectFirst(".followed .note.bad").text())
        .contains("could not be sent")
        .contains("7:05");
    clock.set("2022-05-17T07:04:00Z");
    desk.bean(DigestRun.class).sendDue();
    clock.set("2022-05-17T07:05:00Z");
    desk.bean(DigestRun.class).sendDue();
    assertThat(browser.get("/following").page().selectFirst(".followed .note.bad").text())
        .contains("7:15");
    MAIL.start();
    desk.close();
    desk = start(folder.resolve("follow.db"), MAIL.getSmtp().getPort());
    clock.set("2022-05-17T07:15:00Z");
    assertThat(letters()).hasSize(1);
    assertThat(parts(letters()[0]).get(0)).contains("Kazakhstan");
    browser = reader().get("/following");
    assertThat(browser.page().select(".followed .note.bad")).isEmpty();
    clock.set("2022-05-18T07:00:00Z");
    assertThat(letters()).hasSize(1);
  }

  @Test
  void whatADeskThatWasKilledWasSendingIsNotSentAgain() throws Exception {
    withLetters("Treaties", "type:SUPPORT", 7, "UTC");
    treaty("one", "Example Wire");
    desk.close();
    CountDownLatch called = new CountDownLatch(1);
    CountDownLatch killed = new CountDownLatch(1);
    // A mail server that takes the call and says nothing more.
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getByName("localhost"))) {
      Thread server = new Thread(() -> accept(silent, called, killed), "silent");
      server.setDaemon(true);
      server.start();
      desk = start(folder.resolve("follow.db"), silent.getLocalPort());
      clock.set("2022-05-17T07:00:00Z");
      Thread sending = new Thread(desk.bean(DigestRun.class)::sendDue, "sending");
      sending.start();
      assertThat(called.await(20, TimeUnit.SECONDS)).isTrue();
      // What would be on the disk if the desk were killed now.
      copy("follow", "killed");
      killed.countDown();
      sending.join();
    }
    desk.close();
    desk = start(folder.resolve("killed.db"), MAIL.getSmtp().getPort());
    assertThat(letters()).isEmpty();
    clock.pass(Duration.ofMinutes(20));
    assertThat(letters()).isEmpty();
    assertThat(reader().get("/following").page().selectFirst(".followed .note").text())
        .contains("may not have reached you");
    add(article("two", "Example Wire", "Ghana signed a trade agreement with Togo on Monday."));
    clock.set("2022-05-18T07:00:00Z");
    assertThat(letters()).hasSize(1);
    assertThat(parts(letters()[0]).get(0)).contains("Ghana").doesNotContain("Kazakhstan");
    assertThat(reader().get("/following").page().select(".followed .note")).isEmpty();
  }

  private static void accept(ServerSocket server, CountDownLatch called, CountDownLatch killed) {
    try (Socket socket = server.accept()) {
      assertThat(socket.isConnected()).isTrue();
      called.countDown();
      assertThat(killed.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private void copy(String from, String to) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith(from + ".db")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName().toString().replace(from, to)));
      }
    }
  }

  @Test
  void onTheDayOfTheClockChangeOneLetterComes() throws Exception {
    clock.set("2022-03-26T12:00:00Z");
    withLetters("Treaties", "type:SUPPORT", 2, "Europe/Berlin");
    treaty("one", "Example Wire");
    clock.set("2022-03-27T00:59:00Z");
    assertThat(letters()).isEmpty();
    clock.set("2022-03-27T01:00:00Z");
    assertThat(letters()).hasSize(1);
    add(article("two", "Example Wire", "Ghana signed a trade agreement with Togo on Monday."));
    clock.set("2022-03-27T23:59:00Z");
    assertThat(letters()).hasSize(1);
    clock.set("2022-03-28T00:00:00Z");
    assertThat(letters()).hasSize(2);
  }

  @Test
  void whatIsWrittenSlowlyIsToldAndWhatAPersonChangesIsNew() throws Exception {
    withLetters("Threats", "type:THREATEN", 7, "UTC");
    clock.set("2022-05-16T13:00:00Z");
    treaty("one", "Example Wire");
    clock.set("2022-05-17T06:59:30Z");
    add(article("slow", "Slow Wire", "Chile threatened to attack Peru."));
    clock.set("2022-05-17T07:00:00Z");
    assertThat(letters()).hasSize(1);
    // One dated before that letter, seen only now.
    clock.set("2022-05-17T06:59:40Z");
    add(article("slower", "Slow Wire", "Ghana threatened to attack Togo."));
    clock.set("2022-05-17T10:00:00Z");
    StoredEvent treaty =
        desk.archive().events(new Filter("e.current = 1 AND e.type = 'SUPPORT'", List.of())).get(0);
    desk.bean(Corrections.class)
        .change(
            treaty.id(), treaty.event(), new Corrections.Author("Analyst", Optional.empty()), "");
    clock.set("2022-05-18T07:00:00Z");
    assertThat(letters()).hasSize(2);
    assertThat(parts(letters()[1]).get(0)).contains("Ghana").doesNotContain("Chile");
  }
}
