package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Permission;
import org.demarche.desk.correct.Quality;
import org.demarche.desk.web.Requires;
import org.demarche.desk.web.Visitor;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Counts of events, and what is known of the archive as a whole. */
@RestController
final class SummaryApi {
  /** Cooperation is quad classes 1 and 2, conflict 3 and 4. */
  private static final String MEASURES =
      "count(*) AS events, sum(CASE WHEN e.quad IN (1, 2) THEN 1 ELSE 0 END) AS cooperation,"
          + " sum(CASE WHEN e.quad IN (3, 4) THEN 1 ELSE 0 END) AS conflict,"
          + " avg(e.goldstein) AS goldstein FROM event e WHERE ";

  private final Archive archive;
  private final Search search;
  private final Quality quality;
  private final Asked asked;
  private final Answers answers;

  SummaryApi(Archive archive, Search search, Quality quality, Asked asked, Answers answers) {
    this.archive = archive;
    this.search = search;
    this.quality = quality;
    this.asked = asked;
    this.answers = answers;
  }

  @GetMapping("/api/me")
  @Requires(Permission.OWN)
  @Describe(value = "For whom a token acts.", answers = "Me")
  ResponseEntity<byte[]> me(WebRequest request) {
    Account account = Visitor.known();
    return answers.json(
        Answers.object()
            .put("name", account.name())
            .put("role", account.role().label())
            .put("may_write", Visitor.mayWrite()),
        request);
  }

  @GetMapping("/api/counts")
  @Requires(Permission.READ)
  @Describe(
      value = "The most frequent values among the events found, the most frequent first.",
      answers = "CountPage")
  ResponseEntity<byte[]> counts(
      @RequestParam(defaultValue = "") @Describe("Query language of the search page") String q,
      @RequestParam(defaultValue = "type")
          @Describe(
              value = "What is counted",
              oneOf = {"type", "quad", "status", "actor", "recipient", "country", "rule"})
          String by,
      @RequestParam(defaultValue = "50") @Describe("Values in the answer, 1 to 500") int limit,
      WebRequest request) {
    Search.Facet facet;
    try {
      facet = Search.Facet.valueOf(by.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Asked.mistyped("by", "type, quad, status, actor, recipient, country or rule");
    }
    return answers.page(
        search.counts(asked.query(q, Map.of()), facet, Asked.limit(limit)).stream()
            .map(c -> Answers.object().put("value", c.value()).put("events", c.events()))
            .toList(),
        Optional.empty(),
        request);
  }

  @GetMapping("/api/pairs")
  @Requires(Permission.READ)
  @Describe(
      value =
          "Who acts towards whom, the most frequent first, with how many of the events are"
              + " cooperation and conflict and the mean Goldstein value.",
      answers = "PairPage")
  ResponseEntity<byte[]> pairs(
      @RequestParam(defaultValue = "") @Describe("Query language of the search page") String q,
      @RequestParam(defaultValue = "50") @Describe("Pairs in the answer, 1 to 500") int limit,
      WebRequest request) {
    Filter filter =
        search
            .events(asked.query(q, Map.of()))
            .and(new Filter("e.actor <> '' AND e.recipient <> ''", List.of()));
    return answers.page(
        rows(
            "e.actor, e.recipient",
            filter,
            " GROUP BY e.actor, e.recipient ORDER BY events DESC, e.actor, e.recipient LIMIT "
                + Asked.limit(limit)),
        Optional.empty(),
        request);
  }

  @GetMapping("/api/timeline")
  @Requires(Permission.READ)
  @Describe(
      value = "Events by time, the earliest first; those of which no day is known are left out.",
      answers = "TimelinePage")
  ResponseEntity<byte[]> timeline(
      @RequestParam(defaultValue = "") @Describe("Query language of the search page") String q,
      @RequestParam(defaultValue = "month")
          @Describe(
              value = "How long the periods are",
              oneOf = {"day", "month", "year"})
          String by,
      WebRequest request) {
    int length =
        switch (by) {
          case "day" -> 10;
          case "month" -> 7;
          case "year" -> 4;
          default -> throw Asked.mistyped("by", "day, month or year");
        };
    Filter filter =
        search.events(asked.query(q, Map.of())).and(new Filter("e.first_day <> ''", List.of()));
    return answers.page(
        rows("substr(e.first_day, 1, " + length + ") AS period", filter, " GROUP BY 1 ORDER BY 1"),
        Optional.empty(),
        request);
  }

  private List<ObjectNode> rows(String by, Filter filter, String rest) {
    return archive
        .database()
        .read(
            h ->
                filter
                    .bind(h.createQuery("SELECT " + by + ", " + MEASURES + filter.sql() + rest))
                    .map((rs, c) -> row(rs))
                    .list());
  }

  private static ObjectNode row(ResultSet rs) throws SQLException {
    ObjectNode json = Answers.object();
    int keys = rs.getMetaData().getColumnCount() - 4;
    for (int i = 1; i <= keys; i++) {
      json.put(rs.getMetaData().getColumnLabel(i), rs.getString(i));
    }
    double goldstein = rs.getDouble("goldstein");
    boolean none = rs.wasNull();
    json.put("events", rs.getLong("events"))
        .put("cooperation", rs.getLong("cooperation"))
        .put("conflict", rs.getLong("conflict"));
    return none
        ? json.putNull("goldstein")
        : json.put("goldstein", Math.round(goldstein * 1000) / 1000.0);
  }

  @GetMapping("/api/runs")
  @Requires(Permission.READ)
  @Describe(
      value = "What has coded the archive's articles, the first one first.",
      answers = "RunPage")
  ResponseEntity<byte[]> runs(WebRequest request) {
    return answers.page(
        archive.runs().stream()
            .map(
                r ->
                    Answers.object()
                        .put("id", r.id())
                        .put("coder", r.run().coder())
                        .put("codebook", r.run().codebook())
                        .put("parser", r.run().parser())
                        .put("first_used", r.firstUsed().toString())
                        .put("articles", r.articles()))
            .toList(),
        Optional.empty(),
        request);
  }

  @GetMapping("/api/quality")
  @Requires(Permission.READ)
  @Describe(
      value =
          "How often the machine was right, by what analysts said: the part of judged events that"
              + " were right as they stood, with its 95 % interval (Wilson).",
      answers = "Quality")
  ResponseEntity<byte[]> quality(WebRequest request) {
    ObjectNode json = measured(quality.overall());
    json.remove("type");
    json.put("added", quality.added());
    json.putArray("types").addAll(quality.byType().stream().map(SummaryApi::measured).toList());
    return answers.json(json, request);
  }

  private static ObjectNode measured(Quality.Measured measured) {
    ObjectNode json =
        Answers.object()
            .put("type", measured.type())
            .put("judged", measured.judged())
            .put("confirmed", measured.confirmed())
            .put("rejected", measured.rejected())
            .put("changed", measured.changed());
    return measured.judged() == 0
        ? json.putNull("precision").putNull("low").putNull("high")
        : json.put("precision", measured.precision())
            .put("low", measured.low())
            .put("high", measured.high());
  }
}
