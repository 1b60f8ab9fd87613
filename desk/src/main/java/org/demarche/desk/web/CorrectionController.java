package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Corrections;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.event.Status;
import org.demarche.coder.text.CharSpan;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Permission;
import org.demarche.desk.article.ArticlePages;
import org.demarche.desk.correct.EventForm;
import org.demarche.desk.correct.Gold;
import org.demarche.desk.correct.Proposal;
import org.demarche.desk.correct.Proposals;
import org.demarche.desk.correct.Quality;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says of the machine's events what is right and what is not. */
@Controller
final class CorrectionController {
  private static final int LONGEST_NOTE = 2000;

  private final Archive archive;
  private final ArticlePages pages;
  private final Corrections corrections;
  private final Proposals proposals;
  private final Quality quality;
  private final Gold gold;

  CorrectionController(
      Archive archive,
      ArticlePages pages,
      Corrections corrections,
      Proposals proposals,
      Quality quality,
      Gold gold) {
    this.archive = archive;
    this.pages = pages;
    this.corrections = corrections;
    this.proposals = proposals;
    this.quality = quality;
    this.gold = gold;
  }

  @PostMapping("/event/{id}/confirm")
  @Requires(Permission.CORRECT)
  String confirm(@PathVariable long id, @RequestParam(defaultValue = "") String note) {
    StoredEvent event = event(id);
    corrections.confirm(id, author(), note(note));
    return back(event, "confirmed");
  }

  @PostMapping("/event/{id}/reject")
  @Requires(Permission.CORRECT)
  String reject(@PathVariable long id, @RequestParam(defaultValue = "") String note) {
    StoredEvent event = event(id);
    corrections.reject(id, author(), note(note));
    return back(event, "rejected");
  }

  @PostMapping("/event/{id}/withdraw")
  @Requires(Permission.CORRECT)
  String withdraw(@PathVariable long id, @RequestParam(defaultValue = "") String note) {
    StoredEvent event = event(id);
    corrections.withdraw(id, author(), note(note));
    return back(event, "withdrawn");
  }

  @GetMapping("/event/{id}/change")
  @Requires(Permission.CORRECT)
  String changeForm(@PathVariable long id, Model model) {
    StoredEvent event = event(id);
    return form(
        model,
        "/event/" + id + "/change",
        article(event.article().id()),
        EventForm.of(event.event()));
  }

  @PostMapping("/event/{id}/change")
  @Requires(Permission.CORRECT)
  String change(
      @PathVariable long id,
      @ModelAttribute EventForm form,
      Model model,
      HttpServletResponse response) {
    StoredEvent event = event(id);
    StoredArticle article = article(event.article().id());
    return propose(form, article, Optional.of(event))
        .fold(
            sound -> {
              corrections.change(id, sound.event(), author(), note(form.note()));
              return Redirects.done("/article/" + article.head().id() + "#events", "changed");
            },
            flawed -> again(model, response, flawed, "/event/" + id + "/change", article, form));
  }

  /**
   * @param start where the words that tell the event begin, in characters of the article's text
   */
  @GetMapping("/article/{id}/events/new")
  @Requires(Permission.CORRECT)
  String addForm(
      @PathVariable long id, @RequestParam int start, @RequestParam int end, Model model) {
    StoredArticle article = article(id);
    int length = article.page().article().text().length();
    if (start < 0 || end <= start || end > length) {
      throw new NotFoundException("characters " + start + " to " + end);
    }
    return form(
        model, "/article/" + id + "/events", article, EventForm.empty(new CharSpan(start, end)));
  }

  @PostMapping("/article/{id}/events")
  @Requires(Permission.CORRECT)
  String add(
      @PathVariable long id,
      @ModelAttribute EventForm form,
      Model model,
      HttpServletResponse response) {
    StoredArticle article = article(id);
    return propose(form, article, Optional.empty())
        .fold(
            sound -> {
              corrections.add(id, sound.event(), author(), note(form.note()));
              return Redirects.done("/article/" + id + "#events", "added");
            },
            flawed -> again(model, response, flawed, "/article/" + id + "/events", article, form));
  }

  /** How often the machine was right. */
  @GetMapping("/quality")
  @Requires(Permission.READ)
  String quality(Model model) {
    model.addAttribute("overall", quality.overall());
    model.addAttribute("types", quality.byType());
    model.addAttribute("added", quality.added());
    return "quality";
  }

  /** What people have said, as a gold file. */
  @GetMapping("/gold.jsonl")
  @Requires(Permission.EXPORT)
  void gold(@RequestParam(defaultValue = "false") boolean rejected, HttpServletResponse response)
      throws IOException {
    response.setContentType("application/jsonl");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"gold.jsonl\"");
    gold.write(response.getOutputStream(), rejected);
  }

  private Proposal propose(EventForm form, StoredArticle article, Optional<StoredEvent> before) {
    return proposals.propose(
        form,
        article,
        archive.mentions(article.versionId()),
        archive.sentences(article.versionId()),
        before.map(StoredEvent::event));
  }

  private String again(
      Model model,
      HttpServletResponse response,
      Proposal.Flawed flawed,
      String action,
      StoredArticle article,
      EventForm form) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problems", flawed.reasons());
    return form(model, action, article, form);
  }

  private String form(Model model, String action, StoredArticle article, EventForm form) {
    String text = article.page().article().text();
    boolean inText = form.start() >= 0 && form.start() < form.end() && form.end() <= text.length();
    model.addAttribute("action", action);
    model.addAttribute("article", article);
    model.addAttribute("form", form);
    model.addAttribute("words", inText ? text.substring(form.start(), form.end()) : "");
    model.addAttribute("types", Proposals.types());
    model.addAttribute("statuses", List.of(Status.values()));
    model.addAttribute(
        "named",
        archive.mentions(article.versionId()).stream()
            .filter(m -> !m.party().code().isEmpty())
            .map(m -> new Choice(m.party().code(), m.party().name()))
            .distinct()
            .toList());
    return "event-form";
  }

  /** Somebody whom the article names, for choosing. */
  public record Choice(String code, String name) {}

  private StoredArticle article(long id) {
    return archive.article(id).orElseThrow(() -> new NotFoundException("article " + id));
  }

  private StoredEvent event(long id) {
    return pages.event(id).orElseThrow(() -> new NotFoundException("event " + id));
  }

  private static Corrections.Author author() {
    Account account = Visitor.known();
    return new Corrections.Author(account.name(), Optional.of(account.id()));
  }

  private static String note(String note) {
    String stripped = note.strip();
    return stripped.substring(0, Math.min(stripped.length(), LONGEST_NOTE));
  }

  private static String back(StoredEvent event, String done) {
    return Redirects.done(
        "/article/" + event.article().id() + "?event=" + event.id() + "#panel", done);
  }
}
