package org.demarche.desk.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;
import org.demarche.desk.account.Permission;
import org.demarche.desk.article.ArticlePages;
import org.demarche.desk.web.NotFoundException;
import org.demarche.desk.web.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Events and votes. */
@RestController
final class EventApi {
  private final Archive archive;
  private final Search search;
  private final ArticlePages pages;
  private final Changes changes;
  private final Asked asked;
  private final ArchiveJson json;
  private final Answers answers;

  EventApi(
      Archive archive,
      Search search,
      ArticlePages pages,
      Changes changes,
      Asked asked,
      ArchiveJson json,
      Answers answers) {
    this.archive = archive;
    this.search = search;
    this.pages = pages;
    this.changes = changes;
    this.asked = asked;
    this.json = json;
    this.answers = answers;
  }

  @GetMapping("/api/events")
  @Requires(Permission.READ)
  @Describe(
      value =
          "Events that count: those of the latest days first or, with changed_after, those of articles"
              + " that changed since, in that order. To keep a copy, replace all events of an article"
              + " that changed.",
      answers = "EventPage")
  ResponseEntity<byte[]> events(
      @RequestParam(defaultValue = "")
          @Describe(value = "Query language of the search page", example = "party:KAZ date:2022")
          String q,
      @RequestParam(required = false) @Describe(value = "Field actor", example = "KAZ")
          String actor,
      @RequestParam(required = false) @Describe("Field recipient") String recipient,
      @RequestParam(required = false) @Describe("Field party: actor or recipient") String party,
      @RequestParam(required = false) @Describe(value = "Field type", example = "AGREE,CONSULT")
          String type,
      @RequestParam(required = false) @Describe("Field mode") String mode,
      @RequestParam(required = false) @Describe("Field context") String context,
      @RequestParam(required = false) @Describe(value = "Field quad", example = "conflict")
          String quad,
      @RequestParam(required = false) @Describe(value = "Field status", example = "facts")
          String status,
      @RequestParam(required = false) @Describe(value = "Field date", example = "2022-03..2022-05")
          String date,
      @RequestParam(required = false) @Describe("Field published") String published,
      @RequestParam(required = false) @Describe("Field place") String place,
      @RequestParam(required = false) @Describe("Field source") String source,
      @RequestParam(required = false) @Describe("Field verdict") String verdict,
      @RequestParam(name = "changed_after", required = false)
          @Describe(value = "Only those of articles that changed after this", format = "date-time")
          String changedAfter,
      @RequestParam(defaultValue = "50") @Describe("Items in an answer, 1 to 500") int limit,
      @RequestParam(required = false) @Describe("The next of the answer before") String cursor,
      WebRequest request) {
    Query query =
        asked.query(
            q,
            ArticleApi.filters(
                "actor",
                actor,
                "recipient",
                recipient,
                "party",
                party,
                "type",
                type,
                "mode",
                mode,
                "context",
                context,
                "quad",
                quad,
                "status",
                status,
                "date",
                date,
                "published",
                published,
                "place",
                place,
                "source",
                source,
                "verdict",
                verdict));
    int most = Asked.limit(limit);
    if (changedAfter != null) {
      Changes.Page page =
          changes.events(
              search.events(query), Asked.moment("changed_after", changedAfter), most, cursor);
      return answers.page(json.events(byNumber(page.ids())), page.next(), changes.until(), request);
    }
    Search.Page<StoredEvent> page;
    try {
      page = search.events(query, most, Cursor.after("events", cursor));
    } catch (IllegalArgumentException e) {
      throw Cursor.wrong();
    }
    return answers.page(
        json.events(page.found()), page.next().map(n -> new Cursor("events", n)), request);
  }

  private List<StoredEvent> byNumber(List<Long> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    String marks = ids.stream().map(id -> "?").collect(Collectors.joining(","));
    Map<Long, StoredEvent> events =
        archive.events(new Filter("e.id IN (" + marks + ")", new ArrayList<Object>(ids))).stream()
            .collect(Collectors.toMap(StoredEvent::id, Function.identity()));
    return ids.stream().map(events::get).toList();
  }

  @GetMapping("/api/events/{id}")
  @Requires(Permission.READ)
  @Describe(value = "One event, whether it counts or not.", answers = "Event")
  ResponseEntity<byte[]> event(@PathVariable @Describe("Its number") long id, WebRequest request) {
    StoredEvent event = pages.event(id).orElseThrow(() -> new NotFoundException("event " + id));
    return answers.json(json.events(List.of(event)).get(0), request);
  }

  @GetMapping("/api/votes")
  @Requires(Permission.READ)
  @Describe(value = "Positions in votes, those of the latest days first.", answers = "VotePage")
  ResponseEntity<byte[]> votes(
      @RequestParam(defaultValue = "") @Describe("Query language of the search page") String q,
      @RequestParam(defaultValue = "50") @Describe("Items in an answer, 1 to 500") int limit,
      @RequestParam(required = false) @Describe("The next of the answer before") String cursor,
      WebRequest request) {
    Search.Page<StoredVote> page;
    try {
      page =
          search.votes(asked.query(q, Map.of()), Asked.limit(limit), Cursor.after("votes", cursor));
    } catch (IllegalArgumentException e) {
      throw Cursor.wrong();
    }
    return answers.page(
        json.votes(page.found()), page.next().map(n -> new Cursor("votes", n)), request);
  }
}
