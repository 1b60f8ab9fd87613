package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.desk.account.Policy;
import org.demarche.desk.account.Role;
import org.demarche.desk.start.RunningDesk;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route as everybody: who may not, is sent away before anything is done. */
class RoutesTest {
  /** The lowest role that may use a route; a new route is written down here, or the test fails. */
  private static final Map<String, String> LOWEST = new TreeMap<>();

  static {
    for (String line :
        """
        GET / nobody
        GET /account reader
        POST /account/password reader
        POST /account/preferences reader
        POST /account/tokens reader
        POST /account/tokens/{id}/revoke reader
        GET /admin administrator
        POST /admin/accounts/{id} administrator
        POST /admin/invitations administrator
        POST /admin/settings administrator
        GET /api/me reader
        GET /article/{id} nobody
        POST /article/{id}/comments reader
        GET /article/{id}/event/{event} nobody
        POST /article/{id}/events analyst
        GET /article/{id}/events/new analyst
        POST /article/{id}/rating reader
        GET /articles nobody
        POST /comment/{id} reader
        POST /comment/{id}/delete reader
        GET /comment/{id}/edit reader
        GET /discussions nobody
        GET /event/{id}/change analyst
        POST /event/{id}/change analyst
        POST /event/{id}/confirm analyst
        POST /event/{id}/reject analyst
        POST /event/{id}/withdraw analyst
        GET /failures editor
        POST /failures/retry editor
        POST /failures/{id}/forget editor
        POST /failures/{id}/retry editor
        GET /feeds editor
        POST /feeds editor
        GET /feeds.opml editor
        POST /feeds/opml editor
        GET /feeds/progress editor
        POST /feeds/{id} editor
        POST /feeds/{id}/pull editor
        POST /feeds/{id}/remove editor
        GET /gold.jsonl analyst
        GET /help everybody
        GET /invitation/{token} everybody
        POST /invitation/{token} everybody
        POST /language everybody
        GET /login everybody
        POST /login everybody
        POST /logout everybody
        GET /quality nobody
        GET /register everybody
        POST /register everybody
        GET /reset everybody
        POST /reset everybody
        GET /reset/{token} everybody
        POST /reset/{token} everybody
        GET /setup everybody
        POST /setup everybody
        GET /following reader
        POST /following reader
        POST /following/{id} reader
        POST /following/{id}/delete reader
        POST /following/{id}/digest reader
        POST /following/{id}/digest/end reader
        POST /following/{id}/feed reader
        POST /following/{id}/feed/end reader
        GET /feed/{token} everybody
        GET /unsubscribe/{token} everybody
        POST /unsubscribe/{token} everybody
        GET /help/api everybody
        GET /api/actors nobody
        GET /api/actors/{code} nobody
        GET /api/articles nobody
        GET /api/articles/{id} nobody
        GET /api/articles/{id}/corrections nobody
        POST /api/articles/{id}/corrections analyst
        GET /api/articles/{id}/events nobody
        GET /api/articles/{id}/mentions nobody
        GET /api/corrections nobody
        GET /api/counts nobody
        GET /api/events nobody
        GET /api/events/{id} nobody
        POST /api/events/{id}/corrections analyst
        GET /api/export nobody
        GET /api/openapi.json everybody
        GET /api/pairs nobody
        GET /api/quality nobody
        GET /api/runs nobody
        GET /api/searches reader
        POST /api/searches reader
        DELETE /api/searches/{id} reader
        GET /api/timeline nobody
        GET /api/votes nobody
        GET /events nobody
        GET /events.{format} nobody
        GET /actors/{code} nobody
        GET /actors/{code}/data.{format} nobody
        GET /map nobody
        GET /map.{format} nobody
        GET /network nobody
        GET /network.{format} nobody
        GET /pairs/{one}/{other} nobody
        GET /pairs/{one}/{other}/data.{format} nobody
        GET /search nobody
        GET /timeline nobody
        GET /timeline.{format} nobody
        """
            .lines()
            .toList()) {
      int last = line.lastIndexOf(' ');
      LOWEST.put(line.substring(0, last), line.substring(last + 1));
    }
  }

  @TempDir static Path folder;
  private static RunningDesk desk;

  @BeforeAll
  static void open() {
    desk = RunningDesk.start(folder.resolve("routes.db"), false, Optional.empty());
    for (Role role : Role.values()) {
      desk.account(role.label(), role);
    }
    // One that stays, when the walk takes the other's rights.
    desk.account("second administrator", Role.ADMINISTRATOR);
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  private static Map<String, RequestMappingInfo> routes() {
    Map<String, RequestMappingInfo> routes = new TreeMap<>();
    desk.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              if (method.getBeanType().getName().startsWith("org.demarche.")) {
                for (RequestMethod verb : info.getMethodsCondition().getMethods()) {
                  info.getPatternValues().forEach(p -> routes.put(verb + " " + p, info));
                }
              }
            });
    return routes;
  }

  @Test
  void everyRouteIsWrittenDown() {
    assertThat(routes().keySet()).containsExactlyElementsOf(LOWEST.keySet());
  }

  @Test
  void nobodyPassesWithoutTheRightToIt() {
    List<String> wrong = new ArrayList<>();
    walk(true, wrong);
    assertThat(wrong).isEmpty();
  }

  @Test
  void whereOnlyMembersReadNobodyElseDoes() {
    Policy policy = desk.bean(Policy.class);
    policy.openToRead(false);
    List<String> wrong = new ArrayList<>();
    try {
      walk(false, wrong);
    } finally {
      policy.openToRead(true);
    }
    assertThat(wrong).isEmpty();
  }

  private static void walk(boolean openToRead, List<String> wrong) {
    Map<String, Optional<Role>> visitors = new LinkedHashMap<>();
    visitors.put("nobody", Optional.empty());
    for (Role role : Role.values()) {
      visitors.put(role.label(), Optional.of(role));
    }
    visitors.forEach(
        (name, role) -> {
          Browser browser = new Browser(desk.address());
          logIn(browser, name, role);
          LOWEST.forEach(
              (route, lowest) -> {
                boolean passed = passes(browser, route);
                if (route.equals("POST /logout")) {
                  logIn(browser, name, role);
                }
                boolean may = may(role, lowest, openToRead);
                if (passed != may) {
                  wrong.add(route + " as " + name + ": " + browser.status());
                }
              });
        });
  }

  private static void logIn(Browser browser, String name, Optional<Role> role) {
    if (role.isPresent()) {
      assertThat(browser.logIn(name, RunningDesk.PASSWORD).get("/account").status()).isEqualTo(200);
    }
  }

  private static boolean may(Optional<Role> role, String lowest, boolean openToRead) {
    return switch (lowest) {
      case "everybody" -> true;
      case "nobody" -> openToRead || role.isPresent();
      default -> role.filter(r -> r.compareTo(Role.of(lowest)) >= 0).isPresent();
    };
  }

  /** Whether the route did anything but send away; what is asked for need not be there. */
  private static boolean passes(Browser browser, String route) {
    int blank = route.indexOf(' ');
    String path =
        route.substring(blank + 1).replace("{token}", "none").replaceAll("\\{\\w+\\}", "987654321");
    if (route.startsWith("DELETE")) {
      browser.get("/help");
      browser.raw(browser.request(path).header("X-XSRF-TOKEN", browser.csrf()).DELETE());
    } else if (route.startsWith("GET")) {
      browser.raw(browser.request(path).GET());
    } else {
      browser.get("/help");
      String csrf = browser.csrf();
      browser.raw(
          browser
              .request(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(java.net.http.HttpRequest.BodyPublishers.ofString("_csrf=" + csrf)));
    }
    int status = browser.status();
    boolean toLogIn =
        status == 302
            && browser
                .response()
                .headers()
                .firstValue("Location")
                .filter(l -> l.contains("/login"))
                .isPresent();
    assertThat(status).as(route).isNotEqualTo(500);
    return status != 401 && status != 403 && !toLogIn;
  }

  @Test
  void withoutItsTokenNoFormIsTaken() {
    Browser browser = new Browser(desk.address()).logIn("administrator", RunningDesk.PASSWORD);
    for (String route : LOWEST.keySet()) {
      // The secret in its address is the right to it (RFC 8058).
      if (route.startsWith("POST") && !route.equals("POST /unsubscribe/{token}")) {
        String path = route.substring(5).replace("{token}", "none").replaceAll("\\{\\w+\\}", "1");
        assertThat(browser.post(path, Map.of("name", "x")).status()).as(route).isEqualTo(403);
      }
    }
  }

  @Test
  void everyPageForbidsScriptsInIt() {
    Browser browser = new Browser(desk.address()).logIn("administrator", RunningDesk.PASSWORD);
    for (String path :
        List.of(
            "/",
            "/search",
            "/timeline",
            "/network",
            "/map",
            "/account",
            "/admin",
            "/help",
            "/login",
            "/no")) {
      browser.get(path);
      assertThat(browser.response().headers().firstValue("Content-Security-Policy"))
          .as(path)
          .hasValueSatisfying(
              p -> assertThat(p).contains("default-src 'none'").doesNotContain("unsafe"));
      assertThat(browser.page().select("script:not([src]), style, [style], [onclick], [onload]"))
          .as(path)
          .isEmpty();
    }
  }
}
