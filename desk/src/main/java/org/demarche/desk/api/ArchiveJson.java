package org.demarche.desk.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.export.EventJson;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.Correction;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredMention;
import org.demarche.archive.store.StoredSentence;
import org.demarche.archive.store.StoredVote;
import org.demarche.coder.event.Event;
import org.demarche.desk.article.ArticleLinks;
import org.demarche.desk.article.Rights;
import org.demarche.desk.start.DeskSettings;
import org.demarche.press.page.PressArticle;
import org.springframework.stereotype.Component;

/** What is in the archive as JSON; what is not known is null. Thread-safe. */
@Component
final class ArchiveJson {
  private final JsonMapper mapper = new JsonMapper();
  private final Archive archive;
  private final URI address;

  ArchiveJson(Archive archive, DeskSettings settings) {
    this.archive = archive;
    this.address = settings.address();
  }

  /** An article in a list. */
  ObjectNode head(StoredArticle article, long events) {
    ArticleHead head = article.head();
    ObjectNode json =
        Answers.object()
            .put("id", head.id())
            .put("key", head.key())
            .put("version", head.version())
            .put("added", article.added().toString())
            .put("title", head.title())
            .put("language", head.language())
            .put("published", head.published().map(Object::toString).orElse(null))
            .put("url", head.url().orElse(null))
            .put("source", known(head.source()));
    json.set("via", Answers.strings(head.via()));
    json.set("rights", Answers.strings(Rights.of(article.page())));
    return json.put("events", events)
        .put("link", address.resolve("/article/" + head.id()).toString());
  }

  /** An article with all that is read of it, but for its events. */
  ObjectNode article(
      StoredArticle article,
      long events,
      List<StoredSentence> sentences,
      List<ArticleLinks.Related> related) {
    PressArticle page = article.page();
    ObjectNode json =
        head(article, events)
            .put("byline", known(page.article().byline()))
            .put("lead", known(page.lead()))
            .put("credit", page.credit().orElse(null));
    json.set(
        "provenance", tree(generator -> EventJson.hops(generator, page.article().provenance())));
    json.put("text", page.article().text());
    json.putArray("sentences").addAll(sentences.stream().map(ArchiveJson::sentence).toList());
    json.putArray("related")
        .addAll(
            related.stream()
                .map(r -> Answers.object().put("id", r.article().id()).put("kind", r.kind()))
                .toList());
    return json;
  }

  private static ObjectNode sentence(StoredSentence sentence) {
    return Answers.object()
        .put("start", sentence.span().start())
        .put("end", sentence.span().end())
        .put("outcome", sentence.kind().name().toLowerCase(java.util.Locale.ROOT))
        .put("reason", known(sentence.reason()));
  }

  ObjectNode mention(StoredMention mention, String text) {
    ObjectNode json =
        Answers.object()
            .put("start", mention.span().start())
            .put("end", mention.span().end())
            .put("text", mention.span().end() <= text.length() ? mention.span().of(text) : null)
            .put("code", known(mention.party().code()));
    json.set("sectors", Answers.strings(mention.party().sectors()));
    return json.put("name", known(mention.party().name())).put("how", known(mention.how()));
  }

  /** Events, each with the rights in its article. */
  List<ObjectNode> events(List<StoredEvent> events) {
    Map<Long, List<String>> rights = new HashMap<>();
    return events.stream()
        .map(
            e -> {
              ObjectNode json = (ObjectNode) tree(g -> new EventJson(g).stored(e));
              json.set(
                  "rights",
                  Answers.strings(rights.computeIfAbsent(e.article().id(), this::rights)));
              return json.put("added", e.added().toString())
                  .put("current", e.current())
                  .put(
                      "link",
                      address
                          .resolve("/article/" + e.article().id() + "?event=" + e.id())
                          .toString());
            })
        .toList();
  }

  private List<String> rights(long article) {
    return archive.article(article).map(a -> Rights.of(a.page())).orElse(List.of());
  }

  List<ObjectNode> votes(List<StoredVote> votes) {
    Map<Long, List<String>> rights = new HashMap<>();
    return votes.stream()
        .map(
            v -> {
              ObjectNode json =
                  (ObjectNode)
                      tree(
                          g ->
                              new EventJson(g)
                                  .vote(v.vote(), Optional.of(v.run()), Optional.empty()));
              json.put("id", v.id()).put("article_id", v.article().id());
              json.set(
                  "rights",
                  Answers.strings(rights.computeIfAbsent(v.article().id(), this::rights)));
              return json;
            })
        .toList();
  }

  ObjectNode correction(Correction correction) {
    ObjectNode json =
        Answers.object()
            .put("id", correction.id())
            .put("article", correction.article())
            .put("event_key", correction.eventKey())
            .put("action", correction.action().name().toLowerCase(java.util.Locale.ROOT))
            .put("author", correction.author())
            .put("made", correction.made().toString())
            .put("note", known(correction.note()));
    event(json, "before", correction.before());
    event(json, "after", correction.after());
    return json;
  }

  private void event(ObjectNode json, String key, Optional<Event> event) {
    json.set(
        key,
        event
            .map(e -> tree(g -> new EventJson(g).event(e, Optional.empty(), Optional.empty())))
            .orElse(json.nullNode()));
  }

  private static String known(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Writes JSON. */
  private interface Writing {
    void to(JsonGenerator generator) throws IOException;
  }

  private com.fasterxml.jackson.databind.JsonNode tree(Writing writing) {
    try (TokenBuffer buffer = new TokenBuffer(mapper, false)) {
      writing.to(buffer);
      return mapper.readTree(buffer.asParser());
    } catch (IOException e) {
      throw new UncheckedIOException("JSON could not be written to memory", e);
    }
  }
}
