package org.demarche.cli.output;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.export.EventJson;
import org.demarche.archive.recode.Difference;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;

/** What comes out of an archive, one JSON object a line. */
public final class StoredJsonLines implements AutoCloseable {
  private final OutputStream out;
  private final JsonGenerator json;
  private final EventJson events;

  public StoredJsonLines(OutputStream out) throws IOException {
    this.out = out;
    this.json =
        new JsonFactory()
            .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .createGenerator(out, JsonEncoding.UTF8)
            .setPrettyPrinter(new MinimalPrettyPrinter(""));
    this.events = new EventJson(json);
  }

  /** An event with the run and what the archive adds. */
  public void event(StoredEvent event) throws IOException {
    events.stored(event);
    json.writeRaw('\n');
  }

  /** A position in a vote, likewise. */
  public void vote(StoredVote vote) throws IOException {
    events.stored(vote);
    json.writeRaw('\n');
  }

  /** An article. */
  public void article(Search.ArticleHit hit) throws IOException {
    ArticleHead article = hit.article();
    json.writeStartObject();
    json.writeNumberField("article", article.id());
    json.writeNumberField("version", article.version());
    json.writeStringField("title", article.title());
    json.writeStringField("url", article.url().orElse(null));
    json.writeStringField("published", article.published().map(Object::toString).orElse(null));
    json.writeStringField("language", article.language());
    json.writeStringField("source", article.source());
    json.writeArrayFieldStart("via");
    for (String via : article.via()) {
      json.writeString(via);
    }
    json.writeEndArray();
    json.writeNumberField("events", hit.events());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  /** A difference between two runs. */
  public void difference(Difference difference) throws IOException {
    json.writeStartObject();
    json.writeStringField("change", difference.kind().name().toLowerCase(Locale.ROOT));
    json.writeStringField("rule", difference.rule());
    json.writeArrayFieldStart("fields");
    for (String field : difference.fields()) {
      json.writeString(field);
    }
    json.writeEndArray();
    side("before", difference.before());
    side("after", difference.after());
    json.writeEndObject();
    json.writeRaw('\n');
  }

  private void side(String name, Optional<StoredEvent> event) throws IOException {
    json.writeFieldName(name);
    if (event.isPresent()) {
      events.stored(event.get());
    } else {
      json.writeNull();
    }
  }

  @Override
  public void close() throws IOException {
    json.close();
    out.flush();
  }
}
