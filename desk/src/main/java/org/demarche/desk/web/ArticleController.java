package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.demarche.archive.store.Corrections;
import org.demarche.archive.store.StoredEvent;
import org.demarche.desk.account.Permission;
import org.demarche.desk.article.ArticlePages;
import org.demarche.desk.article.Comments;
import org.demarche.desk.article.Reactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page of an article. */
@Controller
final class ArticleController {
  private final ArticlePages pages;
  private final Comments comments;
  private final Reactions reactions;
  private final Corrections corrections;

  ArticleController(
      ArticlePages pages, Comments comments, Reactions reactions, Corrections corrections) {
    this.pages = pages;
    this.comments = comments;
    this.reactions = reactions;
    this.corrections = corrections;
  }

  /**
   * @param event the event shown beside the text
   */
  @GetMapping("/article/{id}")
  @Requires(Permission.READ)
  String article(
      @PathVariable long id,
      @RequestParam(required = false) Long event,
      Model model,
      HttpServletRequest request) {
    ArticlePages.ArticlePage page =
        pages.page(id).orElseThrow(() -> new NotFoundException("article " + id));
    // Coming back after a form, or choosing an event, is not reading it again.
    if (event == null && request.getParameter("done") == null) {
      reactions.viewed(id);
    }
    model.addAttribute("page", page);
    model.addAttribute("counts", reactions.counts(id, Visitor.account()));
    model.addAttribute("comments", comments.of(id));
    model.addAttribute("history", corrections.history(id));
    if (event != null) {
      page.events().stream()
          .filter(e -> e.id() == event)
          .findFirst()
          .ifPresent(e -> select(model, page.events(), e));
    }
    return "article";
  }

  /** What is beside the text when an event is chosen; alone, for htmx. */
  @GetMapping("/article/{id}/event/{event}")
  @Requires(Permission.READ)
  String event(@PathVariable long id, @PathVariable long event, Model model) {
    ArticlePages.ArticlePage page =
        pages.page(id).orElseThrow(() -> new NotFoundException("article " + id));
    StoredEvent chosen =
        page.events().stream()
            .filter(e -> e.id() == event)
            .findFirst()
            .orElseThrow(() -> new NotFoundException("event " + event));
    model.addAttribute("page", page);
    model.addAttribute("history", corrections.history(id));
    select(model, page.events(), chosen);
    return "event :: panel";
  }

  /** An event, and the others that the same words say. */
  private static void select(Model model, List<StoredEvent> events, StoredEvent chosen) {
    model.addAttribute("chosen", chosen);
    model.addAttribute(
        "siblings",
        events.stream()
            .filter(
                e -> e.event().evidence().predicate().equals(chosen.event().evidence().predicate()))
            .toList());
  }

  @PostMapping("/article/{id}/rating")
  @Requires(Permission.REACT)
  String rate(@PathVariable long id, @RequestParam int value) {
    if ((value != 1 && value != -1) || pages.page(id).isEmpty()) {
      throw new NotFoundException("article " + id);
    }
    reactions.rate(id, Visitor.known(), value);
    return Redirects.done("/article/" + id, "rated");
  }
}
