package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.export.Format;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.desk.account.Permission;
import org.demarche.desk.view.Asked;
import org.demarche.desk.view.EventDownload;
import org.demarche.desk.view.Facets;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What a query finds: events or articles to read, and events as a table. */
@Controller
final class SearchController {
  private static final int PAGE = 30;
  private static final int TABLE = 100;

  private final Views views;
  private final Search search;
  private final Facets facets;
  private final EventDownload download;

  SearchController(Views views, Search search, Facets facets, EventDownload download) {
    this.views = views;
    this.search = search;
    this.facets = facets;
    this.download = download;
  }

  /**
   * The results of a query, with what it can be narrowed to.
   *
   * @param in {@code articles} or {@code votes}, events by default
   */
  @GetMapping("/search")
  @Requires(Permission.READ)
  String search(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String in,
      @RequestParam(required = false) String after,
      Model model,
      Locale locale) {
    boolean others = in.equals("articles") || in.equals("votes");
    String among = others ? in : "";
    Asked asked = views.ask(model, locale, "/search", q, "in", among);
    model.addAttribute("among", among);
    asked
        .query()
        .ifPresent(
            query -> {
              switch (among) {
                case "articles" -> articles(model, asked, query, after, locale);
                case "votes" -> votes(model, query, after);
                default -> events(model, asked, query, after, locale);
              }
            });
    return "search";
  }

  private void articles(Model model, Asked asked, Query query, String after, Locale locale) {
    model.addAttribute("page", page(after, a -> search.articles(query, PAGE, a)));
    model.addAttribute("total", search.countArticles(query));
    model.addAttribute("facets", facets.ofArticles(asked, query, locale));
  }

  private void votes(Model model, Query query, String after) {
    model.addAttribute("page", page(after, a -> search.votes(query, TABLE, a)));
    model.addAttribute("total", search.countVotes(query));
    model.addAttribute("facets", List.of());
  }

  private void events(Model model, Asked asked, Query query, String after, Locale locale) {
    events(model, page(after, a -> search.events(query, PAGE, a)));
    model.addAttribute("total", search.countEvents(query));
    model.addAttribute("facets", facets.ofEvents(asked, query, locale));
  }

  /** The former address of the list of articles. */
  @GetMapping("/articles")
  @Requires(Permission.READ)
  String articles(@RequestParam(defaultValue = "") String q) {
    return "redirect:" + views.ask("/search", q, "in", "articles").here();
  }

  /**
   * Events as a table.
   *
   * @param sort {@code date} for the first days first; the latest first by default
   * @param count {@code acts} leaves out what is denied, conditional or only planned
   */
  @GetMapping("/events")
  @Requires(Permission.READ)
  String events(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String sort,
      @RequestParam(required = false) String count,
      @RequestParam(required = false) String after,
      Model model,
      Locale locale) {
    boolean oldest = "date".equals(sort);
    Asked asked = events(model, locale, q, oldest ? sort : null, count);
    model.addAttribute("oldest", oldest);
    asked
        .query()
        .map(query -> counted(asked, query))
        .ifPresent(
            query -> {
              events(
                  model,
                  page(
                      after,
                      a ->
                          oldest
                              ? search.eventsFromOldest(query, TABLE, a)
                              : search.events(query, TABLE, a)));
              model.addAttribute("total", search.countEvents(query));
            });
    return "events";
  }

  private Asked events(Model model, Locale locale, String q, String sort, String count) {
    return views.ask(
        model, locale, "/events", q, "sort", sort, "count", "acts".equals(count) ? count : null);
  }

  private static Query counted(Asked asked, Query query) {
    return asked.state().containsKey("count") ? Views.counted(asked, query) : query;
  }

  private void events(Model model, Search.Page<StoredEvent> page) {
    model.addAttribute("page", page);
    model.addAttribute(
        "reports", search.reports(page.found().stream().map(StoredEvent::story).toList()));
  }

  /** Asks for a page of a list. */
  private interface Pager<T> {
    Search.Page<T> page(Optional<String> after);
  }

  private static <T> Search.Page<T> page(String after, Pager<T> pager) {
    try {
      return pager.page(Optional.ofNullable(after));
    } catch (IllegalArgumentException e) {
      throw new NotFoundException("page " + after);
    }
  }

  /** All events of a query, in the order they were read. */
  @GetMapping("/events.{format}")
  @Requires(Permission.READ)
  void download(
      @PathVariable String format,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String count,
      HttpServletResponse response)
      throws IOException {
    if (!List.of("csv", "json", "jsonl", "graphml").contains(format)) {
      throw new NotFoundException("events." + format);
    }
    Asked asked = views.ask("/events", q, "count", "acts".equals(count) ? count : null);
    if (asked.query().isEmpty()) {
      Views.mistaken(asked, response);
      return;
    }
    Filter events = search.events(counted(asked, asked.query().get()));
    String type =
        switch (format) {
          case "csv" -> "text/csv";
          case "graphml" -> "application/graphml+xml";
          default -> "application/" + format;
        };
    Views.send(
        "events",
        format,
        type,
        response,
        out -> {
          boolean written =
              format.equals("json")
                  ? download.writeJson(events, out)
                  : download.write(events, Format.valueOf(format.toUpperCase(Locale.ROOT)), out);
          if (!written) {
            response.setHeader("Retry-After", "30");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
          }
        });
  }
}
