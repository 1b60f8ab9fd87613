package org.demarche.archive.export;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;
import org.demarche.archive.store.ArticleHead;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Act;
import org.demarche.coder.event.Amount;
import org.demarche.coder.event.Attribution;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Vote;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.coder.place.Place;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;

/**
 * The JSON form of an event: the order of keys is part of the format, and every key is always
 * there. What is not known is null.
 */
public final class EventJson {
  private final JsonGenerator json;

  public EventJson(JsonGenerator json) {
    this.json = json;
  }

  public void event(Event e, Optional<Run> run, Optional<Provenance> provenance)
      throws IOException {
    json.writeStartObject();
    fields(e, run);
    provenance(provenance);
    json.writeEndObject();
  }

  /** An event with the run and what is said of the rights in its article. */
  void exported(Report report) throws IOException {
    json.writeStartObject();
    fields(report.event(), Optional.of(report.run()));
    json.writeArrayFieldStart("rights");
    for (String notice : report.piece().rights()) {
      json.writeString(notice);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** An event of the archive: the same keys, the run, and under {@code archive} what it adds. */
  public void stored(StoredEvent stored) throws IOException {
    json.writeStartObject();
    fields(stored.event(), Optional.of(stored.run()));
    json.writeObjectFieldStart("archive");
    json.writeNumberField("event", stored.id());
    json.writeStringField("key", stored.key());
    json.writeNumberField("story", stored.story());
    json.writeStringField("verdict", stored.verdict().label());
    article(stored.article());
    json.writeEndObject();
    json.writeEndObject();
  }

  /** A position in a vote of the archive, likewise. */
  public void stored(StoredVote stored) throws IOException {
    json.writeStartObject();
    fields(stored.vote(), Optional.of(stored.run()));
    json.writeObjectFieldStart("archive");
    json.writeNumberField("vote", stored.id());
    article(stored.article());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void article(ArticleHead article) throws IOException {
    json.writeNumberField("article", article.id());
    json.writeNumberField("version", article.version());
    string("title", article.title());
    string("url", article.url().orElse(""));
    string("published", article.published().map(Object::toString).orElse(""));
    string("source", article.source());
    json.writeArrayFieldStart("via");
    for (String via : article.via()) {
      json.writeString(via);
    }
    json.writeEndArray();
  }

  private void fields(Event e, Optional<Run> run) throws IOException {
    json.writeStringField("article", e.article());
    json.writeNumberField("sentence", e.sentence());
    json.writeStringField("type", e.type());
    string("mode", e.mode());
    json.writeArrayFieldStart("contexts");
    for (String context : e.contexts()) {
      json.writeString(context);
    }
    json.writeEndArray();
    json.writeFieldName("quad");
    if (e.quad().isPresent()) {
      json.writeNumber(e.quad().getAsInt());
    } else {
      json.writeNull();
    }
    string("cameo", e.cameo());
    json.writeFieldName("goldstein");
    if (e.goldstein().isPresent()) {
      json.writeNumber(e.goldstein().get());
    } else {
      json.writeNull();
    }
    json.writeStringField("status", e.status().label());
    json.writeFieldName("confidence");
    json.writeNumber(e.confidence().value());
    participant("actor", e.actor());
    participant("recipient", e.recipient());
    date(e.date());
    place(e.place());
    attribution(e.attribution());
    evidence(
        e.evidence().span(),
        e.evidence().text(),
        e.evidence().rule(),
        e.evidence().source().toString());
    act(e.act());
    amount(e.amount());
    run(run);
  }

  public void vote(Vote v, Optional<Run> run, Optional<Provenance> provenance) throws IOException {
    json.writeStartObject();
    fields(v, run);
    provenance(provenance);
    json.writeEndObject();
  }

  private void fields(Vote v, Optional<Run> run) throws IOException {
    json.writeStringField("article", v.article());
    json.writeNumberField("sentence", v.sentence());
    json.writeStringField("type", "VOTE");
    json.writeStringField("mode", v.position().label());
    json.writeArrayFieldStart("contexts");
    json.writeEndArray();
    json.writeNullField("quad");
    json.writeNullField("cameo");
    json.writeNullField("goldstein");
    json.writeStringField("status", "happened");
    json.writeNullField("confidence");
    participant("actor", Optional.of(v.voter()));
    participant("recipient", v.against());
    date(v.date());
    place(new Where.Unstated());
    attribution(Optional.empty());
    evidence(v.span(), v.text(), "", "");
    act(Optional.empty());
    amount(Optional.empty());
    string("on", v.on());
    string("body", v.body());
    run(run);
  }

  private void participant(String key, Optional<Participant> participant) throws IOException {
    json.writeFieldName(key);
    if (participant.isEmpty()) {
      json.writeNull();
      return;
    }
    Participant p = participant.get();
    json.writeStartObject();
    json.writeStringField("text", p.text());
    span(p.span());
    string("code", p.party().code());
    json.writeArrayFieldStart("sectors");
    for (String sector : p.party().sectors()) {
      json.writeString(sector);
    }
    json.writeEndArray();
    string("name", p.party().name());
    json.writeEndObject();
  }

  private void date(When when) throws IOException {
    json.writeObjectFieldStart("date");
    string("value", when.date().orElse(""));
    json.writeStringField("basis", when.basis());
    string("text", when.words());
    json.writeEndObject();
  }

  private void place(Where where) throws IOException {
    json.writeObjectFieldStart("place");
    Optional<Place> place = where.place();
    string("name", place.map(Place::name).orElse(""));
    string("kind", place.map(p -> p.kind().label()).orElse(""));
    string("country", place.map(Place::country).orElse(""));
    string("region", place.map(Place::region).orElse(""));
    Optional<Place.Point> point = place.flatMap(Place::point);
    number("latitude", point.map(Place.Point::latitude));
    number("longitude", point.map(Place.Point::longitude));
    number("geonames", place.map(Place::geonames).filter(id -> id > 0));
    json.writeStringField("basis", where.basis());
    if (where.phrase().isPresent()) {
      span(where.phrase().get());
    } else {
      json.writeNullField("start");
      json.writeNullField("end");
    }
    string("text", where.words());
    json.writeEndObject();
  }

  private void number(String key, Optional<? extends Number> value) throws IOException {
    json.writeFieldName(key);
    if (value.isEmpty()) {
      json.writeNull();
    } else {
      json.writeNumber(value.get().toString());
    }
  }

  private void attribution(Optional<Attribution> attribution) throws IOException {
    json.writeFieldName("attribution");
    if (attribution.isEmpty()) {
      json.writeNull();
      return;
    }
    Attribution a = attribution.get();
    json.writeStartObject();
    json.writeStringField("text", a.text());
    span(a.span());
    string("code", a.party().map(Party::code).orElse(""));
    string("name", a.party().map(Party::name).orElse(""));
    string("verb", a.verb());
    json.writeEndObject();
  }

  private void evidence(CharSpan span, String text, String rule, String source) throws IOException {
    json.writeObjectFieldStart("evidence");
    span(span);
    json.writeStringField("text", text);
    string("rule", rule);
    string("source", source);
    json.writeEndObject();
  }

  private void act(Optional<Act> act) throws IOException {
    json.writeFieldName("act");
    if (act.isEmpty()) {
      json.writeNull();
      return;
    }
    Act a = act.get();
    json.writeStartObject();
    json.writeStringField("type", a.type());
    string("mode", a.mode());
    string("cameo", a.cameo());
    json.writeStringField("status", a.status().label());
    json.writeStringField("text", a.text());
    json.writeEndObject();
  }

  private void amount(Optional<Amount> amount) throws IOException {
    json.writeFieldName("amount");
    if (amount.isEmpty()) {
      json.writeNull();
      return;
    }
    Amount a = amount.get();
    json.writeStartObject();
    json.writeFieldName("value");
    json.writeNumber(a.value().toPlainString());
    string("currency", a.currency());
    json.writeStringField("text", a.text());
    json.writeEndObject();
  }

  private void run(Optional<Run> run) throws IOException {
    if (run.isPresent()) {
      json.writeObjectFieldStart("run");
      json.writeStringField("coder", run.get().coder());
      json.writeStringField("codebook", run.get().codebook());
      json.writeStringField("parser", run.get().parser());
      json.writeEndObject();
    }
  }

  private void provenance(Optional<Provenance> provenance) throws IOException {
    if (provenance.isPresent()) {
      json.writeFieldName("provenance");
      hops(json, provenance.get());
    }
  }

  /** The hops of a provenance as an array, the original outlet first. */
  public static void hops(JsonGenerator json, Provenance provenance) throws IOException {
    json.writeStartArray();
    for (Provenance.Hop hop : provenance.hops()) {
      json.writeStartObject();
      json.writeStringField("name", hop.name().isEmpty() ? null : hop.name());
      json.writeStringField("url", hop.url().orElse(null));
      json.writeStringField("date", hop.date().orElse(null));
      json.writeStringField("rights", hop.rights().orElse(null));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void span(CharSpan span) throws IOException {
    json.writeNumberField("start", span.start());
    json.writeNumberField("end", span.end());
  }

  /** Null where there is nothing. */
  private void string(String key, String value) throws IOException {
    if (value.isEmpty()) {
      json.writeNullField(key);
    } else {
      json.writeStringField(key, value);
    }
  }
}
