package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;
import org.demarche.desk.account.Permission;
import org.demarche.desk.article.ArticleLinks;
import org.demarche.desk.article.ArticlePages;
import org.demarche.desk.web.NotFoundException;
import org.demarche.desk.web.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Articles. */
@RestController
final class ArticleApi {
  private final Archive archive;
  private final Search search;
  private final ArticlePages pages;
  private final ArticleLinks links;
  private final Changes changes;
  private final Asked asked;
  private final ArchiveJson json;
  private final Answers answers;

  ArticleApi(
      Archive archive,
      Search search,
      ArticlePages pages,
      ArticleLinks links,
      Changes changes,
      Asked asked,
      ArchiveJson json,
      Answers answers) {
    this.archive = archive;
    this.search = search;
    this.pages = pages;
    this.links = links;
    this.changes = changes;
    this.asked = asked;
    this.json = json;
    this.answers = answers;
  }

  @GetMapping("/api/articles")
  @Requires(Permission.READ)
  @Describe(
      value =
          "Articles: those published last first or, with changed_after, in the order in which they"
              + " changed. Changed is an article that came in, was coded or corrected since.",
      answers = "ArticlePage")
  ResponseEntity<byte[]> articles(
      @RequestParam(defaultValue = "")
          @Describe(value = "Query language of the search page", example = "party:KAZ")
          String q,
      @RequestParam(required = false) @Describe(value = "Field source of the query language")
          String source,
      @RequestParam(required = false) @Describe("Field via of the query language") String via,
      @RequestParam(required = false) @Describe("Field lang of the query language") String lang,
      @RequestParam(required = false) @Describe("Field published of the query language")
          String published,
      @RequestParam(name = "changed_after", required = false)
          @Describe(value = "Only what changed after this moment", format = "date-time")
          String changedAfter,
      @RequestParam(defaultValue = "50") @Describe("Items in an answer, 1 to 500") int limit,
      @RequestParam(required = false) @Describe("The next of the answer before") String cursor,
      WebRequest request) {
    Query query =
        asked.query(q, filters("source", source, "via", via, "lang", lang, "published", published));
    int most = Asked.limit(limit);
    if (changedAfter != null) {
      Changes.Page page =
          changes.articles(
              search.articlesWhere(query),
              Asked.moment("changed_after", changedAfter),
              most,
              cursor);
      return answers.page(heads(page.ids()), page.next(), changes.until(), request);
    }
    Search.Page<Search.ArticleHit> page;
    try {
      page = search.articles(query, most, Cursor.after("articles", cursor));
    } catch (IllegalArgumentException e) {
      throw Cursor.wrong();
    }
    return answers.page(
        heads(page.found().stream().map(h -> h.article().id()).toList()),
        page.next().map(n -> new Cursor("articles", n)),
        request);
  }

  /** Only what is asked for, as a map that may hold null. */
  static Map<String, String> filters(String... namesAndValues) {
    Map<String, String> filters = new java.util.LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      filters.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return filters;
  }

  private List<ObjectNode> heads(List<Long> ids) {
    Map<Long, Long> events = changes.eventsOf(ids);
    return ids.stream()
        .flatMap(id -> archive.article(id).stream())
        .map(a -> json.head(a, events.getOrDefault(a.head().id(), 0L)))
        .toList();
  }

  @GetMapping("/api/articles/{id}")
  @Requires(Permission.READ)
  @Describe(
      value =
          "One article: its text, its way from outlet to outlet with the rights, its sentences and"
              + " what became of each.",
      answers = "Article")
  ResponseEntity<byte[]> article(
      @PathVariable @Describe("Its number") long id, WebRequest request) {
    StoredArticle article = stored(id);
    return answers.json(
        json.article(
            article,
            changes.eventsOf(List.of(id)).getOrDefault(id, 0L),
            archive.sentences(article.versionId()),
            links.of(id)),
        request);
  }

  @GetMapping("/api/articles/{id}/events")
  @Requires(Permission.READ)
  @Describe(
      value =
          "The events of an article in the order of its text: those that count and, with current ="
              + " false, those that people rejected.",
      answers = "EventPage")
  ResponseEntity<byte[]> events(
      @PathVariable @Describe("The article's number") long id, WebRequest request) {
    List<StoredEvent> events = pages.events(stored(id));
    return answers.page(json.events(events), Optional.empty(), request);
  }

  @GetMapping("/api/articles/{id}/mentions")
  @Requires(Permission.READ)
  @Describe(
      value = "Who is named in an article, in the order of its text.",
      answers = "MentionPage")
  ResponseEntity<byte[]> mentions(
      @PathVariable @Describe("The article's number") long id, WebRequest request) {
    StoredArticle article = stored(id);
    String text = article.page().article().text();
    return answers.page(
        archive.mentions(article.versionId()).stream().map(m -> json.mention(m, text)).toList(),
        Optional.empty(),
        request);
  }

  private StoredArticle stored(long id) {
    return archive.article(id).orElseThrow(() -> new NotFoundException("article " + id));
  }
}
