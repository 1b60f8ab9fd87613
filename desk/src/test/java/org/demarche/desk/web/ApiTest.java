package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.swagger.v3.oas.models.SpecVersion;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.demarche.archive.export.Format;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.text.Article;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.ApiTokens;
import org.demarche.desk.account.Role;
import org.demarche.desk.start.RunningDesk;
import org.demarche.desk.start.SetClock;
import org.demarche.press.page.PressArticle;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The API as programs use it, on the samples. */
class ApiTest {
  @TempDir static Path folder;
  private static final SetClock CLOCK = new SetClock("2024-04-16T06:00:00Z");
  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();
  private static RunningDesk desk;
  private static JsonNode document;
  private static SchemaRegistry registry;

  @BeforeAll
  static void open() throws Exception {
    desk = RunningDesk.start(folder.resolve("api.db").toString(), true, Optional.empty(), CLOCK);
    desk.account("Analyst", Role.ANALYST);
    desk.account("Reader", Role.READER);
    document = JSON.readTree(send(get("/api/openapi.json")).body());
    registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            b -> b.schemas(Map.of("https://desk.example.org/openapi", document.toString())));
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @BeforeEach
  void anotherMinute() {
    CLOCK.pass(Duration.ofMinutes(1));
  }

  private static HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(desk.address().resolve(path)).GET();
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String token(String name, ApiTokens.Scope scope) {
    Account account =
        desk.bean(Accounts.class)
            .byEmail(name.toLowerCase(java.util.Locale.ROOT) + "@example.org")
            .orElseThrow();
    return desk.bean(ApiTokens.class)
        .make(account, "test", scope, Optional.of(Duration.ofDays(30)));
  }

  private static HttpRequest.Builder with(HttpRequest.Builder request, String token) {
    return request.header("Authorization", "Bearer " + token);
  }

  /** What a route answers, which must be as the document describes it. */
  private static JsonNode ask(String path, String schema) {
    return ask(get(path), 200, schema);
  }

  private static JsonNode ask(HttpRequest.Builder request, int status, String schema) {
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).as(answer.uri() + "\n" + answer.body()).isEqualTo(status);
    Schema described =
        registry.getSchema(
            SchemaLocation.of("https://desk.example.org/openapi#/components/schemas/" + schema));
    List<Error> errors = described.validate(answer.body(), InputFormat.JSON);
    assertThat(errors).as(answer.uri() + " as " + schema).isEmpty();
    try {
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new AssertionError(answer.body(), e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void everyRouteAnswersAsDescribed() {
    JsonNode articles = ask("/api/articles?q=" + encode("party:KAZ"), "ArticlePage");
    JsonNode head =
        StreamSupport.stream(articles.get("items").spliterator(), false)
            .filter(a -> a.get("events").asLong() > 0)
            .findFirst()
            .orElseThrow();
    String article = "/api/articles/" + head.get("id").asLong();
    assertThat(ask(article, "Article").get("text").asText()).isNotBlank();
    JsonNode events = ask(article + "/events", "EventPage").get("items");
    assertThat(events).hasSize(head.get("events").asInt());
    assertThat(events.get(0).get("rights")).isEqualTo(head.get("rights")).isNotEmpty();
    assertThat(ask(article + "/mentions", "MentionPage").get("items")).isNotEmpty();
    long event = events.get(0).get("archive").get("event").asLong();
    assertThat(ask("/api/events/" + event, "Event")).isEqualTo(events.get(0));
    ask("/api/votes", "VotePage");
    assertThat(ask("/api/actors?name=kazakh", "ActorPage").get("items").findValuesAsText("code"))
        .contains("KAZ");
    JsonNode actor = ask("/api/actors/KAZ?date=2020-01-01", "Actor");
    assertThat(actor.get("member_of").toString()).contains("CSTO");
    assertThat(actor.get("offices").toString()).contains("Tokayev");
    assertThat(ask("/api/counts?by=actor", "CountPage").get("items")).isNotEmpty();
    assertThat(ask("/api/pairs", "PairPage").get("items").get(0).get("events").asLong())
        .isPositive();
    assertThat(ask("/api/timeline?by=year", "TimelinePage").get("items")).isNotEmpty();
    assertThat(ask("/api/runs", "RunPage").get("items")).hasSize(1);
    ask("/api/quality", "Quality");
    ask("/api/corrections", "CorrectionPage");
    ask(article + "/corrections", "CorrectionPage");
    assertThat(
            ask(with(get("/api/me"), token("Reader", ApiTokens.Scope.READ)), 200, "Me")
                .get("may_write")
                .asBoolean())
        .isFalse();
  }

  @Test
  void pagesHandOutEachItemOnceWhateverComesInMeanwhile() {
    for (String list : List.of("/api/articles", "/api/events")) {
      Set<Long> whole = numbers(ask(list + "?limit=500", page(list)));
      List<Long> paged = new ArrayList<>();
      String cursor = "";
      int round = 0;
      do {
        JsonNode page = ask(list + "?limit=7" + cursor, page(list));
        paged.addAll(numbers(page));
        cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asText();
        Article late =
            Article.of(list + round++, "Tokyo waited.").published(LocalDate.of(2099, 1, 1));
        desk.archive().add(new Entry(PressArticle.of(late), Optional.empty()));
      } while (!cursor.isEmpty());
      assertThat(paged).as(list).doesNotHaveDuplicates().containsExactlyElementsOf(whole);
    }
    ask(get("/api/events?cursor=rubbish"), 400, "Problem");
    String other = ask("/api/articles?limit=1", "ArticlePage").get("next").asText();
    ask(get("/api/events?cursor=" + other), 400, "Problem");
  }

  private static String page(String list) {
    return list.equals("/api/articles") ? "ArticlePage" : "EventPage";
  }

  private static Set<Long> numbers(JsonNode page) {
    Set<Long> numbers = new LinkedHashSet<>();
    page.get("items")
        .forEach(
            i ->
                numbers.add(
                    i.has("archive")
                        ? i.get("archive").get("event").asLong()
                        : i.get("id").asLong()));
    return numbers;
  }

  @Test
  void whatChangedSinceComesInThatOrder() {
    String before = CLOCK.instant().toString();
    CLOCK.pass(Duration.ofMinutes(10));
    List<Long> added = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Article article = Article.of("changed" + i, "Tokyo waited " + i);
      added.add(
          desk.archive().add(new Entry(PressArticle.of(article), Optional.empty())).article());
    }
    JsonNode first = ask("/api/articles?limit=2&changed_after=" + before, "ArticlePage");
    JsonNode second =
        ask(
            "/api/articles?limit=2&changed_after="
                + before
                + "&cursor="
                + first.get("next").asText(),
            "ArticlePage");
    List<Long> all = new ArrayList<>(numbers(first));
    all.addAll(numbers(second));
    assertThat(all).containsExactlyElementsOf(added);
    assertThat(first.get("until").asText()).isLessThan(CLOCK.instant().toString());
    assertThat(ask("/api/events?changed_after=" + before, "EventPage").get("items")).isEmpty();
    assertThat(ask("/api/events?limit=3&changed_after=2024-01-01", "EventPage").get("items"))
        .hasSize(3);
    ask(get("/api/events?changed_after=yesterday"), 400, "Problem");
  }

  @Test
  void whatTheCallerHasIsNotSentAgain() {
    HttpResponse<String> first = send(get("/api/counts"));
    String tag = first.headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = send(get("/api/counts").header("If-None-Match", tag));
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(send(get("/api/counts?by=actor").header("If-None-Match", tag)).statusCode())
        .isEqualTo(200);
    assertThat(send(get("/api/events?limit=1")).headers().firstValue("Link").orElseThrow())
        .contains("cursor=")
        .contains("rel=\"next\"");
  }

  @Test
  void problemsPointAtWhatIsWrong() {
    JsonNode mistake = ask(get("/api/events?q=" + encode("party:KAZ type:NONE")), 400, "Problem");
    assertThat(mistake.get("at").asInt()).isEqualTo(15);
    assertThat(mistake.get("parameter").asText()).isEqualTo("q");
    assertThat(mistake.get("pointing").asText()).contains("^");
    assertThat(ask(get("/api/events?type=NONE"), 400, "Problem").get("parameter").asText())
        .isEqualTo("type");
    for (String path :
        List.of(
            "/api/events/987654321",
            "/api/articles/987654321",
            "/api/articles/987654321/corrections",
            "/api/actors/NOBODY",
            "/api/nothing")) {
      ask(get(path), 404, "Problem");
    }
    for (String path :
        List.of(
            "/api/articles/x",
            "/api/events?limit=0",
            "/api/events?limit=many",
            "/api/counts?by=colour",
            "/api/timeline?by=week",
            "/api/export?format=xls",
            "/api/actors/KAZ?date=soon")) {
      ask(get(path), 400, "Problem");
    }
    assertThat(send(get("/api/nothing")).headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/problem+json");
  }

  @Test
  void tokensDoWhatTheirScopeAndTheirOwnersRoleAllow() {
    StoredEvent event = desk.archive().events(Filter.current()).get(5);
    String path = "/api/events/" + event.id() + "/corrections";
    String body = "{\"action\": \"confirm\", \"note\": \"Ja – «да»\"}";
    String analyst = token("Analyst", ApiTokens.Scope.WRITE);
    ask(post(path, body), 403, "Problem");
    ask(with(post(path, body), analyst + "x"), 401, "Problem");
    ask(with(get("/api/events"), analyst + "x"), 401, "Problem");
    ask(with(post(path, body), token("Reader", ApiTokens.Scope.WRITE)), 403, "Problem");
    ask(with(post(path, body), token("Analyst", ApiTokens.Scope.READ)), 403, "Problem");
    JsonNode said = ask(with(post(path, body), analyst), 201, "Correction");
    assertThat(said.get("note").asText()).isEqualTo("Ja – «да»");
    assertThat(ask("/api/events/" + event.id(), "Event").get("archive").get("verdict").asText())
        .isEqualTo("confirmed");
    JsonNode all = ask("/api/corrections", "CorrectionPage").get("items");
    assertThat(all.get(all.size() - 1)).isEqualTo(said);

    CLOCK.pass(Duration.ofDays(31));
    ask(with(get("/api/events"), analyst), 401, "Problem");
  }

  @Test
  void analystsChangeAndAddEvents() {
    String analyst = token("Analyst", ApiTokens.Scope.WRITE);
    StoredEvent event = desk.archive().events(Filter.current()).get(8);
    String events = "/api/events/" + event.id() + "/corrections";
    JsonNode changed =
        ask(
            with(post(events, "{\"action\":\"change\",\"event\":{\"type\":\"CONSULT\"}}"), analyst),
            201,
            "Correction");
    assertThat(changed.get("after").get("type").asText()).isEqualTo("CONSULT");
    assertThat(changed.get("after").get("actor").get("code"))
        .isEqualTo(changed.get("before").get("actor").get("code"));
    String articles = "/api/articles/" + event.article().id() + "/corrections";
    JsonNode read = ask("/api/events/" + event.id(), "Event");
    ObjectNode said = JSON.createObjectNode();
    said.putObject("event")
        .put("start", read.at("/evidence/start").asInt())
        .put("end", read.at("/evidence/end").asInt())
        .put("type", "AID")
        .putObject("actor")
        .put("text", read.at("/actor/text").asText());
    JsonNode added = ask(with(post(articles, said.toString()), analyst), 201, "Correction");
    assertThat(added.get("action").asText()).isEqualTo("add");
    for (String wrong :
        List.of("{\"event\":{\"start\":0,\"end\":99999999,\"type\":\"AID\"}}", "{\"event\":{}}")) {
      ask(with(post(articles, wrong), analyst), 422, "Problem");
    }
    ask(with(post(events, "{\"action\":\"praise\"}"), analyst), 422, "Problem");
    ask(with(post(events, "[1]"), analyst), 400, "Problem");
    ask(with(post(events, "{"), analyst), 400, "Problem");
  }

  @Test
  void searchesAreSavedAndDeletedByTheirOwner() {
    String reader = token("Reader", ApiTokens.Scope.WRITE);
    JsonNode saved =
        ask(
            with(post("/api/searches", "{\"query\":\"party:KAZ\",\"name\":\"K\"}"), reader),
            201,
            "SavedSearch");
    ask(with(post("/api/searches", "{\"query\":\"party:\"}"), reader), 422, "Problem");
    assertThat(ask(with(get("/api/searches"), reader), 200, "SavedSearchPage").get("items"))
        .hasSize(1);
    String path = "/api/searches/" + saved.get("id").asLong();
    HttpRequest.Builder delete = HttpRequest.newBuilder(desk.address().resolve(path)).DELETE();
    ask(with(delete.copy(), token("Analyst", ApiTokens.Scope.WRITE)), 404, "Problem");
    assertThat(send(with(delete, reader)).statusCode()).isEqualTo(204);
    ask(get("/api/searches"), 401, "Problem");
  }

  @ParameterizedTest
  @EnumSource
  void everythingIsExported(Format format) {
    HttpResponse<String> all = send(get("/api/export?format=" + format.label()));
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body()).isNotBlank();
    assertThat(all.headers().firstValue("Content-Disposition").orElseThrow())
        .startsWith("attachment; filename=\"events.");
    long events = desk.archive().events(Filter.current()).size();
    switch (format) {
      case JSONL -> assertThat(all.body().lines()).hasSize((int) events);
      case PARQUET -> assertThat(all.body()).startsWith("PAR1").endsWith("PAR1");
      case BRAT -> assertThat(all.body()).startsWith("PK");
      case GRAPHML -> assertThat(all.body()).contains("</graphml>");
      default -> assertThat(all.body().lines().count()).isGreaterThan(10);
    }
    if (format == Format.JSONL) {
      assertThat(send(get("/api/export?q=party%3AKAZ")).body().lines().count())
          .isBetween(1L, events - 1);
    }
  }

  @Test
  void whoAsksTooOftenWaits() {
    for (int i = 0; i < 600; i++) {
      assertThat(send(get("/api/nothing")).statusCode()).isEqualTo(404);
    }
    HttpResponse<String> answer = send(get("/api/runs"));
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(Integer.parseInt(answer.headers().firstValue("Retry-After").orElseThrow()))
        .isBetween(1, 60);
    ask(with(get("/api/me"), token("Reader", ApiTokens.Scope.READ)), 200, "Me");
    CLOCK.pass(Duration.ofMinutes(1));
    ask("/api/runs", "RunPage");
  }

  @Test
  void theDocumentIsSoundAndHasEveryRouteAndParameter() {
    SwaggerParseResult parsed =
        new OpenAPIV3Parser().readContents(document.toString(), null, new ParseOptions());
    assertThat(parsed.getMessages()).isEmpty();
    assertThat(parsed.getOpenAPI().getSpecVersion()).isEqualTo(SpecVersion.V31);
    Map<String, Set<String>> described = new TreeMap<>();
    parsed
        .getOpenAPI()
        .getPaths()
        .forEach(
            (path, item) ->
                item.readOperationsMap()
                    .forEach(
                        (verb, operation) ->
                            described.put(
                                verb + " " + path,
                                operation.getParameters() == null
                                    ? Set.of()
                                    : operation.getParameters().stream()
                                        .map(p -> p.getIn() + " " + p.getName())
                                        .collect(Collectors.toSet()))));
    Map<String, Set<String>> routes = new TreeMap<>();
    desk.bean(RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, method) -> {
              String path = info.getPatternValues().iterator().next();
              if (path.startsWith("/api/")) {
                info.getMethodsCondition()
                    .getMethods()
                    .forEach(verb -> routes.put(verb + " " + path, parameters(method.getMethod())));
              }
            });
    assertThat(described).isEqualTo(routes);
    assertThat(
            Pattern.compile("\"\\$ref\":\"#/components/schemas/(\\w+)\"")
                .matcher(document.toString())
                .results()
                .map(r -> r.group(1)))
        .allMatch(name -> document.at("/components/schemas/" + name).isObject());
  }

  private static Set<String> parameters(Method method) {
    Set<String> parameters = new HashSet<>();
    for (Parameter parameter : method.getParameters()) {
      RequestParam asked = parameter.getAnnotation(RequestParam.class);
      if (asked != null) {
        parameters.add("query " + (asked.name().isEmpty() ? parameter.getName() : asked.name()));
      } else if (parameter.getAnnotation(PathVariable.class) != null) {
        parameters.add("path " + parameter.getName());
      }
    }
    return parameters;
  }

  @Test
  void theExamplesOfTheHelpPageWork() throws Exception {
    assumeTrue(runs("curl", "--version"), "no curl here: the examples are not run");
    Document page = Jsoup.parse(send(get("/help/api")).body());
    List<String> scripts = new ArrayList<>();
    page.select("pre.curl")
        .forEach(
            p ->
                scripts.add(
                    p.wholeText().replace("dem_…", token("Analyst", ApiTokens.Scope.WRITE))));
    assertThat(scripts).hasSize(7);
    String token = scripts.get(0).lines().findFirst().orElseThrow();
    List<String> said = new ArrayList<>();
    for (String script : scripts) {
      said.add(run("sh", "-c", token + "\n" + script.replace("curl -s", "curl -sS")));
    }
    assertThat(said.get(0)).contains("\"Analyst\"");
    assertThat(JSON.readTree(said.get(1)).get("items")).hasSize(2);
    assertThat(JSON.readTree(said.get(2)).get("items")).hasSize(2);
    assertThat(said.get(3).strip()).isEqualTo("304");
    assertThat(folder.resolve("events.csv")).isNotEmptyFile();
    assertThat(folder.resolve("events.parquet")).isNotEmptyFile();
    assertThat(JSON.readTree(said.get(5)).get("action").asText()).isEqualTo("confirm");
    assertThat(JSON.readTree(said.get(6)).get("at").asInt()).isEqualTo(15);
    if (runs("python3", "--version")) {
      assertThat(run("python3", "-c", page.selectFirst("pre.python").wholeText()).lines().count())
          .isGreaterThan(3);
    }
  }

  private static boolean runs(String... command) {
    try {
      return new ProcessBuilder(command).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String run(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(String.join(" ", command) + "\n" + said).isZero();
    return said;
  }

  private static HttpRequest.Builder post(String path, String body) {
    return HttpRequest.newBuilder(desk.address().resolve(path))
        .header("Content-Type", "application/json")
        .POST(HttpRequest.BodyPublishers.ofString(body));
  }
}
