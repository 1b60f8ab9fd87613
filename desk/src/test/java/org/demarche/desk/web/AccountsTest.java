package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetupTest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.desk.account.Attempts;
import org.demarche.desk.account.Role;
import org.demarche.desk.mail.MailSettings;
import org.demarche.desk.start.RunningDesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Getting in, and staying out. */
class AccountsTest {
  @RegisterExtension
  static final GreenMailExtension MAIL = new GreenMailExtension(ServerSetupTest.SMTP.dynamicPort());

  @TempDir Path folder;
  private RunningDesk desk;

  @BeforeEach
  void open() {
    desk = start();
  }

  private RunningDesk start() {
    return RunningDesk.start(
        folder.resolve("accounts.db"),
        false,
        Optional.of(
            new MailSettings(
                "localhost",
                MAIL.getSmtp().getPort(),
                "",
                "",
                MailSettings.Tls.NONE,
                "desk@example.org")));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  private Browser browser() {
    return new Browser(desk.address());
  }

  private Browser founded() {
    return browser()
        .get("/")
        .submit(
            "/setup",
            Map.of(
                "name", "Chief", "email", "chief@example.org", "password", RunningDesk.PASSWORD));
  }

  @Test
  void theFirstVisitorAdministersAndTheSecondDoesNot() {
    assertThat(browser().get("/article/1").path()).isEqualTo("/setup");
    Browser late = browser().get("/setup");
    Browser chief = founded();
    assertThat(chief.get("/admin").status()).isEqualTo(200);

    late.submit(
        "/setup",
        Map.of("name", "Late", "email", "late@example.org", "password", RunningDesk.PASSWORD));
    assertThat(late.status()).isEqualTo(422);
    assertThat(late.get("/setup").path()).isEqualTo("/");
  }

  @Test
  void aWrongFormSaysWhatIsWrong() {
    Browser browser =
        browser()
            .get("/setup")
            .submit("/setup", Map.of("name", "<b>", "email", "none", "password", "short"));
    assertThat(browser.status()).isEqualTo(422);
    assertThat(browser.page().select(".note.bad li")).hasSize(3);
    assertThat(browser.page().select("main b")).isEmpty();
  }

  @Test
  void registrationIsByInvitationUntilItIsOpened() throws Exception {
    Browser chief = founded();
    assertThat(browser().get("/register").page().select("main form")).isEmpty();

    chief.get("/admin").submit("/admin/invitations", Map.of("role", "ANALYST"));
    String link = chief.page().selectFirst(".secret").text();
    Browser guest = browser().get(link);
    guest.submit(
        java.net.URI.create(link).getPath(),
        Map.of("name", "Guest", "email", "g@example.org", "password", RunningDesk.PASSWORD));
    assertThat(guest.get("/gold.jsonl").status()).isEqualTo(200);
    assertThat(browser().get(link).page().select("main form")).isEmpty();

    chief.get("/admin").submit("/admin/settings", Map.of("registering", "OPEN"));
    Browser reader =
        browser()
            .get("/register")
            .submit(
                "/register",
                Map.of(
                    "name", "Reader", "email", "r@example.org", "password", RunningDesk.PASSWORD));
    assertThat(reader.get("/account").path()).as("not before it is confirmed").isEqualTo("/login");
    reader.logIn("Reader", RunningDesk.PASSWORD);
    assertThat(reader.status()).isEqualTo(422);
    // One letter when registering, another when trying to log in; each link works.
    assertThat(MAIL.waitForIncomingEmail(10_000, 2)).isTrue();
    String confirm = link("/confirm/[\\w-]+", 1);
    assertThat(browser().get(confirm).page().select("main form")).isNotEmpty();
    reader.get(confirm).submit(confirm, Map.of());
    assertThat(reader.get("/account").status()).isEqualTo(200);
    assertThat(browser().get(confirm).page().select("main form")).isEmpty();
    assertThat(browser().logIn("Reader", RunningDesk.PASSWORD).path()).isEqualTo("/");
    assertThat(reader.get("/gold.jsonl").status()).isEqualTo(403);
    assertThat(
            browser()
                .get("/register")
                .submit(
                    "/register",
                    Map.of(
                        "name",
                        "READER",
                        "email",
                        "x@example.org",
                        "password",
                        RunningDesk.PASSWORD))
                .page()
                .select(".note.bad li"))
        .hasSize(1);
  }

  @Test
  void theLastAdministratorStays() {
    Browser chief = founded();
    chief.get("/admin").submit("/admin/accounts/1", Map.of("role", "READER"));
    assertThat(chief.path()).isEqualTo("/admin");
    assertThat(chief.status()).isEqualTo(200);
  }

  @Test
  void sessionsSurviveARestartAndLoggingOutEndsThem() {
    Browser chief = founded();
    String cookie =
        chief.cookies().getCookieStore().getCookies().stream()
            .filter(c -> c.getName().equals("demarche"))
            .findFirst()
            .orElseThrow()
            .getValue();
    desk.close();
    desk = start();
    assertThat(withCookie(cookie).statusCode()).isEqualTo(200);

    Browser again = browser().logIn("chief@example.org", RunningDesk.PASSWORD);
    assertThat(again.get("/account").status()).isEqualTo(200);
    again.submit("/logout", Map.of());
    assertThat(again.get("/account").path()).isEqualTo("/login");
    assertThat(withCookie(cookie).statusCode()).as("the other session").isEqualTo(200);
  }

  private HttpResponse<String> withCookie(String cookie) {
    Browser browser = browser();
    return browser.raw(browser.request("/account").header("Cookie", "demarche=" + cookie).GET());
  }

  @Test
  void whoIsShutOutIsOutAtOnce() {
    Browser chief = founded();
    desk.account("Reader", Role.READER);
    Browser reader = browser().logIn("Reader", RunningDesk.PASSWORD);
    assertThat(reader.get("/account").status()).isEqualTo(200);
    chief.get("/admin").submit("/admin/accounts/2", Map.of("role", "READER", "disabled", "true"));
    assertThat(reader.get("/account").path()).isEqualTo("/login");
    reader.logIn("Reader", RunningDesk.PASSWORD);
    assertThat(reader.status()).isEqualTo(422);
  }

  @Test
  void afterTooManyWrongPasswordsTheRightOneDoesNotHelp() {
    founded();
    Browser guesser = browser();
    for (int i = 0; i < Attempts.PER_NAME; i++) {
      guesser.logIn("Chief", "wrong password " + i);
      assertThat(guesser.status()).isEqualTo(422);
    }
    guesser.logIn("chief", RunningDesk.PASSWORD);
    assertThat(guesser.status()).isEqualTo(429);
  }

  @Test
  void logsInToWhereOneWantedToGoButNowhereElse() {
    founded();
    Browser browser = browser().get("/account");
    assertThat(browser.path()).isEqualTo("/login");
    browser.submit("/login", Map.of("name", "Chief", "password", RunningDesk.PASSWORD));
    assertThat(browser.path()).isEqualTo("/account");
    for (String elsewhere :
        new String[] {"//example.org", "https://example.org", "/\\example.org", "javascript:x"}) {
      Browser other = browser().get("/login");
      other.submit(
          "/login", Map.of("name", "Chief", "password", RunningDesk.PASSWORD, "next", elsewhere));
      assertThat(other.path()).as(elsewhere).isEqualTo("/");
    }
  }

  @Test
  void aForgottenPasswordIsResetByMailOnce() throws Exception {
    founded();
    browser().get("/reset").submit("/reset", Map.of("email", "nobody@example.org"));
    Browser forgetful =
        browser().get("/reset").submit("/reset", Map.of("email", "Chief@example.org"));
    assertThat(forgetful.page().select(".note.good")).isNotEmpty();
    assertThat(MAIL.waitForIncomingEmail(10_000, 1)).isTrue();
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    assertThat(MAIL.getReceivedMessages()[0].getAllRecipients()[0])
        .hasToString("chief@example.org");
    Matcher link =
        Pattern.compile("/reset/[\\w-]+")
            .matcher(
                GreenMailUtil.getBody(MAIL.getReceivedMessages()[0])
                    .replace("=\r\n", "")
                    .replace("=3D", "="));
    assertThat(link.find()).isTrue();

    Browser browser = browser().get(link.group());
    browser.submit(link.group(), Map.of("password", "quite another password"));
    assertThat(browser.path()).isEqualTo("/account");
    assertThat(browser().get(link.group()).page().select("main form")).isEmpty();
    assertThat(browser().logIn("Chief", RunningDesk.PASSWORD).status()).isEqualTo(422);
    assertThat(browser().logIn("Chief", "quite another password").path()).isEqualTo("/");
  }

  /** The first link of this form in a letter. */
  private static String link(String form, int letter) throws Exception {
    Matcher link =
        Pattern.compile(form)
            .matcher(
                GreenMailUtil.getBody(MAIL.getReceivedMessages()[letter])
                    .replace("=\r\n", "")
                    .replace("=3D", "="));
    assertThat(link.find()).isTrue();
    return link.group();
  }

  @Test
  void aTokenActsForItsOwnerUntilItIsRevoked() {
    Browser chief = founded();
    chief.get("/account").submit("/account/tokens", Map.of("name", "script"));
    String token = chief.page().selectFirst(".secret").text();
    HttpResponse<String> me = withToken(token);
    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(me.body()).contains("\"Chief\"");
    assertThat(withToken(token + "x").statusCode()).isEqualTo(401);

    chief.get("/account").submit("/account/tokens/1/revoke", Map.of());
    assertThat(withToken(token).statusCode()).isEqualTo(401);
  }

  private HttpResponse<String> withToken(String token) {
    Browser browser = browser();
    return browser.raw(browser.request("/api/me").header("Authorization", "Bearer " + token).GET());
  }

  @Test
  void theInterfaceSpeaksWhatTheBrowserOrTheAccountAsksFor() {
    Browser browser = browser();
    browser.raw(browser.request("/help").header("Accept-Language", "ru-RU,ru;q=0.9").GET());
    assertThat(browser.page().selectFirst("html").attr("lang")).isEqualTo("ru");
    Browser chief = founded();
    assertThat(chief.get("/account").page().selectFirst("html").attr("lang")).isEqualTo("en");
    chief.submit("/account/preferences", Map.of("language", "ru", "zone", "Asia/Almaty"));
    assertThat(chief.get("/").page().selectFirst("html").attr("lang")).isEqualTo("ru");
  }
}
