package org.demarche.desk.correct;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.StoredEvent;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.text.CharSpan;
import org.springframework.stereotype.Component;

/**
 * What people have confirmed or written, as gold: JSON lines that {@code demarche evaluate events}
 * reads, one event a line. What they rejected is a line without a type, only when asked for.
 * Thread-safe.
 */
@Component
public final class Gold {
  private final Archive archive;
  private final JsonMapper json = new JsonMapper();

  public Gold(Archive archive) {
    this.archive = archive;
  }

  /** Writes all, one by one; the stream is flushed and stays open. */
  public void write(OutputStream out, boolean rejected) throws IOException {
    JsonGenerator generator =
        json.getFactory()
            .createGenerator(out)
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .setRootValueSeparator(new com.fasterxml.jackson.core.io.SerializedString("\n"));
    String judged =
        "(e.current = 1 AND (e.by_person = 1 OR e.verdict = 'confirmed'))"
            + (rejected ? " OR (e.verdict = 'rejected' AND e.by_person = 0)" : "");
    Sentences sentences = new Sentences(archive);
    archive.eachEvent(
        new Filter(judged, java.util.List.of()),
        event -> {
          try {
            line(generator, event, sentences);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
    generator.flush();
    if (sentences.any()) {
      out.write('\n');
    }
    out.flush();
  }

  private static void line(JsonGenerator json, StoredEvent stored, Sentences sentences)
      throws IOException {
    Event event = stored.event();
    boolean wrong = stored.verdict() == org.demarche.archive.store.Verdict.REJECTED;
    json.writeStartObject();
    json.writeStringField("id", "desk-" + stored.key());
    json.writeStringField("text", sentences.text(stored));
    Optional<String> published = stored.article().published().map(Object::toString);
    if (published.isPresent()) {
      json.writeStringField("date", published.get());
    }
    json.writeStringField(wrong ? "rejected" : "type", event.type());
    json.writeStringField("mode", event.mode());
    json.writeStringField("status", event.status().label());
    side(json, "actors", event.actor());
    side(json, "recipients", event.recipient());
    json.writeStringField("evidence", event.evidence().text());
    json.writeStringField(
        "judged", wrong ? "rejected" : stored.byPerson() ? "written" : "confirmed");
    json.writeStringField("article", stored.article().key());
    json.writeEndObject();
  }

  private static void side(JsonGenerator json, String name, Optional<Participant> participant)
      throws IOException {
    json.writeArrayFieldStart(name);
    if (participant.isPresent()) {
      Participant p = participant.get();
      json.writeStartObject();
      json.writeStringField("text", p.text());
      json.writeStringField("code", p.party().code());
      if (p.party().sectors().isEmpty()) {
        json.writeNullField("sector");
      } else {
        json.writeStringField("sector", p.party().sectors().get(0));
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  /** Finds the sentence around an event; keeps the last article, since events come in its order. */
  private static final class Sentences {
    private final Archive archive;
    private long article = -1;
    private String text = "";
    private java.util.List<CharSpan> spans = java.util.List.of();

    Sentences(Archive archive) {
      this.archive = archive;
    }

    boolean any() {
      return article >= 0;
    }

    String text(StoredEvent event) {
      if (event.article().id() != article) {
        article = event.article().id();
        var version =
            archive.versions(article).stream()
                .filter(v -> v.head().version() == event.article().version())
                .findFirst()
                .orElseThrow();
        text = version.page().article().text();
        spans = archive.sentences(version.versionId()).stream().map(s -> s.span()).toList();
      }
      CharSpan words = event.event().evidence().span();
      return spans.stream()
          .filter(s -> s.start() <= words.start() && words.start() < s.end())
          .findFirst()
          .orElse(words)
          .of(text);
    }
  }
}
