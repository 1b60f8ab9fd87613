package org.demarche.desk.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Correction;
import org.demarche.archive.store.Corrections;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Permission;
import org.demarche.desk.article.ArticlePages;
import org.demarche.desk.correct.EventForm;
import org.demarche.desk.correct.Proposal;
import org.demarche.desk.correct.Proposals;
import org.demarche.desk.web.NotFoundException;
import org.demarche.desk.web.Requires;
import org.demarche.desk.web.Visitor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** What people say of events. */
@RestController
final class CorrectionApi {
  private static final int LONGEST_NOTE = 2000;

  private final Archive archive;
  private final ArticlePages pages;
  private final Corrections corrections;
  private final Proposals proposals;
  private final MessageSource messages;
  private final ArchiveJson json;
  private final Answers answers;

  CorrectionApi(
      Archive archive,
      ArticlePages pages,
      Corrections corrections,
      Proposals proposals,
      MessageSource messages,
      ArchiveJson json,
      Answers answers) {
    this.archive = archive;
    this.pages = pages;
    this.corrections = corrections;
    this.proposals = proposals;
    this.messages = messages;
    this.json = json;
    this.answers = answers;
  }

  @GetMapping("/api/corrections")
  @Requires(Permission.READ)
  @Describe(value = "All that was said of events, the oldest first.", answers = "CorrectionPage")
  ResponseEntity<byte[]> all(
      @RequestParam(defaultValue = "50") @Describe("Items in an answer, 1 to 500") int limit,
      @RequestParam(required = false) @Describe("The next of the answer before") String cursor,
      WebRequest request) {
    String after = Cursor.after("corrections", cursor).orElse("0");
    if (!after.matches("\\d{1,18}")) {
      throw Cursor.wrong();
    }
    int most = Asked.limit(limit);
    List<Correction> found = corrections.after(Long.parseLong(after), most);
    Optional<Cursor> next =
        found.size() < most
            ? Optional.empty()
            : Optional.of(new Cursor("corrections", Long.toString(found.get(most - 1).id())));
    return answers.page(found.stream().map(json::correction).toList(), next, request);
  }

  @GetMapping("/api/articles/{id}/corrections")
  @Requires(Permission.READ)
  @Describe(
      value = "What was said of an article's events, the oldest first.",
      answers = "CorrectionPage")
  ResponseEntity<byte[]> of(
      @PathVariable @Describe("The article's number") long id, WebRequest request) {
    article(id);
    return answers.page(
        corrections.history(id).stream().map(json::correction).toList(), Optional.empty(), request);
  }

  @PostMapping("/api/events/{id}/corrections")
  @Requires(Permission.CORRECT)
  @Describe(
      value = "Confirms, rejects or changes an event, or takes back what was said of it.",
      takes = "Judgement",
      answers = "Correction",
      status = 201)
  ResponseEntity<byte[]> judge(
      @PathVariable @Describe("The event's number") long id, @RequestBody byte[] body) {
    StoredEvent event = pages.event(id).orElseThrow(() -> new NotFoundException("event " + id));
    ObjectNode said = answers.read(body);
    String note = note(said);
    Correction correction =
        switch (said.path("action").asText()) {
          case "confirm" -> corrections.confirm(id, author(), note);
          case "reject" -> corrections.reject(id, author(), note);
          case "withdraw" -> corrections.withdraw(id, author(), note);
          case "change" -> {
            StoredArticle article = article(event.article().id());
            EventForm form = form(said.path("event"), EventForm.of(event.event()));
            yield sound(
                    proposals.propose(
                        form,
                        article,
                        mentions(article),
                        sentences(article),
                        Optional.of(event.event())))
                .map(e -> corrections.change(id, e, author(), note))
                .orElseThrow();
          }
          default -> throw unusable("action is confirm, reject, change or withdraw");
        };
    return answers.made(json.correction(correction));
  }

  @PostMapping("/api/articles/{id}/corrections")
  @Requires(Permission.CORRECT)
  @Describe(
      value = "Adds an event that was missed to its words.",
      takes = "Addition",
      answers = "Correction",
      status = 201)
  ResponseEntity<byte[]> add(
      @PathVariable @Describe("The article's number") long id, @RequestBody byte[] body) {
    StoredArticle article = article(id);
    ObjectNode said = answers.read(body);
    EventForm form = form(said.path("event"), null);
    return sound(
            proposals.propose(
                form, article, mentions(article), sentences(article), Optional.empty()))
        .map(e -> answers.made(json.correction(corrections.add(id, e, author(), note(said)))))
        .orElseThrow();
  }

  private Optional<org.demarche.coder.event.Event> sound(Proposal proposal) {
    return proposal.fold(
        sound -> Optional.of(sound.event()),
        flawed -> {
          throw unusable(
              String.join(
                  " ",
                  flawed.reasons().stream()
                      .map(r -> messages.getMessage(r, null, java.util.Locale.ENGLISH))
                      .toList()));
        });
  }

  private static ProblemException unusable(String detail) {
    return ProblemException.of(
        HttpStatus.UNPROCESSABLE_CONTENT, "That cannot be said of an event", detail);
  }

  /** What is not given stays as it was. */
  private static EventForm form(JsonNode event, EventForm before) {
    EventForm was =
        before != null
            ? before
            : new EventForm(-1, -1, "", "", "", "happened", "", "", "", "", "", "", "", "");
    return new EventForm(
        event.path("start").asInt(was.start()),
        event.path("end").asInt(was.end()),
        event.path("type").asText(was.type()),
        event.path("mode").asText(was.mode()),
        words(event.path("contexts"), was.contexts()),
        event.path("status").asText(was.status()),
        event.path("actor").path("text").asText(was.actor()),
        event.path("actor").path("code").asText(was.actorCode()),
        words(event.path("actor").path("sectors"), was.actorSectors()),
        event.path("recipient").path("text").asText(was.recipient()),
        event.path("recipient").path("code").asText(was.recipientCode()),
        words(event.path("recipient").path("sectors"), was.recipientSectors()),
        event.path("date").asText(was.date()),
        "");
  }

  private static String words(JsonNode array, String otherwise) {
    if (!array.isArray()) {
      return otherwise;
    }
    StringBuilder words = new StringBuilder();
    array.forEach(w -> words.append(w.asText()).append(' '));
    return words.toString().strip();
  }

  private static String note(ObjectNode said) {
    String note = said.path("note").asText("").strip();
    return note.substring(0, Math.min(note.length(), LONGEST_NOTE));
  }

  private static Corrections.Author author() {
    Account account = Visitor.known();
    return new Corrections.Author(account.name(), Optional.of(account.id()));
  }

  private StoredArticle article(long id) {
    return archive.article(id).orElseThrow(() -> new NotFoundException("article " + id));
  }

  private List<org.demarche.archive.store.StoredMention> mentions(StoredArticle article) {
    return archive.mentions(article.versionId());
  }

  private List<org.demarche.archive.store.StoredSentence> sentences(StoredArticle article) {
    return archive.sentences(article.versionId());
  }
}
