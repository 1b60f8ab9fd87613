package org.demarche.desk.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.desk.account.Permission;
import org.demarche.desk.correct.Books;
import org.demarche.desk.web.NotFoundException;
import org.demarche.desk.web.Requires;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** The actor book: who is who on a day. */
@RestController
final class ActorApi {
  private final Books books;
  private final Clock clock;
  private final Answers answers;

  ActorApi(Books books, Clock clock, Answers answers) {
    this.books = books;
    this.clock = clock;
    this.answers = answers;
  }

  @GetMapping("/api/actors")
  @Requires(Permission.READ)
  @Describe(value = "Entries of the actor book, in its order.", answers = "ActorPage")
  ResponseEntity<byte[]> actors(
      @RequestParam(defaultValue = "")
          @Describe(value = "A part of a name, or a code", example = "kazakh")
          String name,
      @RequestParam(defaultValue = "50") @Describe("Items in an answer, 1 to 500") int limit,
      @RequestParam(required = false) @Describe("The next of the answer before") String cursor,
      WebRequest request) {
    String wanted = name.strip().toLowerCase(Locale.ROOT);
    int most = Asked.limit(limit);
    String after = Cursor.after("actors", cursor).orElse("");
    List<ActorEntry> found =
        books.actors().entries().stream()
            .filter(e -> named(e, wanted))
            .dropWhile(e -> !after.isEmpty() && !e.code().equals(after))
            .skip(after.isEmpty() ? 0 : 1)
            .limit(most + 1L)
            .toList();
    List<ActorEntry> shown = found.subList(0, Math.min(found.size(), most));
    return answers.page(
        shown.stream().map(ActorApi::head).toList(),
        found.size() > most
            ? Optional.of(new Cursor("actors", shown.get(most - 1).code()))
            : Optional.empty(),
        request);
  }

  private static boolean named(ActorEntry entry, String wanted) {
    return wanted.isEmpty()
        || Stream.of(
                Stream.of(entry.code(), entry.name()),
                entry.names().stream(),
                entry.adjectives().stream(),
                entry.capitals().stream())
            .flatMap(s -> s)
            .anyMatch(n -> n.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static ObjectNode head(ActorEntry entry) {
    ObjectNode json =
        Answers.object()
            .put("code", entry.code())
            .put("name", entry.name())
            .put("kind", entry.kind().name().toLowerCase(Locale.ROOT))
            .put("part_of", entry.partOf().orElse(null));
    json.set("sectors", Answers.strings(entry.sectors()));
    return json;
  }

  @GetMapping("/api/actors/{code}")
  @Requires(Permission.READ)
  @Describe(
      value =
          "An entry of the actor book as it is on a day: who holds its offices, its memberships.",
      answers = "Actor")
  ResponseEntity<byte[]> actor(
      @PathVariable @Describe(value = "Its code", example = "KAZ") String code,
      @RequestParam(required = false)
          @Describe(value = "The day; today where none is given", format = "date")
          String date,
      WebRequest request) {
    LocalDate day = date == null ? LocalDate.now(clock) : Asked.day("date", date);
    ActorBook book = books.actors();
    ActorEntry entry =
        book.entry(code.toUpperCase(Locale.ROOT))
            .orElseThrow(() -> new NotFoundException("actor " + code));
    ObjectNode json = head(entry).put("date", day.toString());
    json.set("names", Answers.strings(entry.names()));
    json.set("adjectives", Answers.strings(entry.adjectives()));
    json.set("capitals", Answers.strings(entry.capitals()));
    json.put("exists", entry.existence().holds(day));
    json.putArray("offices").addAll(entry.offices().stream().map(o -> office(o, day)).toList());
    json.set("members", Answers.strings(book.members(entry.code(), day)));
    json.set(
        "member_of",
        Answers.strings(
            book.entries().stream()
                .filter(o -> book.members(o.code(), day).contains(entry.code()))
                .map(ActorEntry::code)
                .toList()));
    return answers.json(json, request);
  }

  private static ObjectNode office(ActorEntry.Office office, LocalDate day) {
    ObjectNode json = Answers.object().put("office", office.office());
    json.set("sectors", Answers.strings(office.sectors()));
    json.putArray("holders")
        .addAll(
            office.terms().stream()
                .filter(t -> t.period().holds(day))
                .map(
                    t ->
                        Answers.object()
                            .put("name", t.name())
                            .put("from", t.period().from().map(LocalDate::toString).orElse(null))
                            .put("until", t.period().until().map(LocalDate::toString).orElse(null)))
                .toList());
    return json;
  }
}
