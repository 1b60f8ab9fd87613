package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.demarche.desk.account.Permission;
import org.demarche.desk.follow.SavedSearch;
import org.demarche.desk.follow.SavedSearches;
import org.demarche.desk.web.NotFoundException;
import org.demarche.desk.web.Requires;
import org.demarche.desk.web.Visitor;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** One's own saved searches. */
@RestController
final class SavedSearchApi {
  private final SavedSearches searches;
  private final MessageSource messages;
  private final Answers answers;

  SavedSearchApi(SavedSearches searches, MessageSource messages, Answers answers) {
    this.searches = searches;
    this.messages = messages;
    this.answers = answers;
  }

  @GetMapping("/api/searches")
  @Requires(Permission.OWN)
  @Describe(value = "One's own saved searches, by name.", answers = "SavedSearchPage")
  ResponseEntity<byte[]> all(WebRequest request) {
    return answers.page(
        searches.of(Visitor.known()).stream().map(SavedSearchApi::json).toList(),
        Optional.empty(),
        request);
  }

  private static ObjectNode json(SavedSearch saved) {
    ObjectNode json =
        Answers.object()
            .put("id", saved.id())
            .put("name", saved.name())
            .put("query", saved.query())
            .put("created", saved.created().toString())
            .put("feed", saved.hasFeed());
    saved
        .digest()
        .ifPresentOrElse(
            d ->
                json.putObject("digest")
                    .put("hour", d.hour())
                    .put("zone", d.zone().getId())
                    .put("next_due", d.nextDue().toString())
                    .put("last_sent", d.lastSent().map(Object::toString).orElse(null))
                    .put("last_error", d.lastError().orElse(null)),
            () -> json.putNull("digest"));
    return json;
  }

  @PostMapping("/api/searches")
  @Requires(Permission.OWN)
  @Describe(value = "Saves a search.", takes = "NewSearch", answers = "SavedSearch", status = 201)
  ResponseEntity<byte[]> save(@RequestBody byte[] body) {
    ObjectNode said = answers.read(body);
    return searches
        .save(Visitor.known(), said.path("name").asText(""), said.path("query").asText(""))
        .fold(
            saved -> answers.made(json(saved.search())),
            refused -> {
              throw ProblemException.of(
                  HttpStatus.UNPROCESSABLE_CONTENT,
                  "The search cannot be saved",
                  messages.getMessage(refused.reason(), null, java.util.Locale.ENGLISH)
                      + (refused.detail().isEmpty() ? "" : " " + refused.detail()));
            });
  }

  @DeleteMapping("/api/searches/{id}")
  @Requires(Permission.OWN)
  @Describe(value = "Deletes a saved search, with its feed and its letters.", status = 204)
  ResponseEntity<byte[]> delete(@PathVariable @Describe("Its number") long id) {
    searches.delete(
        searches
            .of(Visitor.known(), id)
            .orElseThrow(() -> new NotFoundException("saved search " + id)));
    return ResponseEntity.noContent().build();
  }
}
