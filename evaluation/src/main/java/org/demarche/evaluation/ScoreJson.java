package org.demarche.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;

/** Scores as JSON, for machines. */
public final class ScoreJson {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ScoreJson() {}

  /** Relation scores, with the wrong cases where asked for. */
  public static ObjectNode of(RelationScore.Report report, boolean errors) {
    ObjectNode json = measures(report.measures());
    json.put("records", report.cases().size());
    json.set("types", labels(report.types()));
    json.set("quads", labels(report.quads()));
    json.set("confusion", matrix(report.types()));
    json.set("confidence", confidence(Judged.of(report), report.thresholds()));
    if (errors) {
      ArrayNode list = json.putArray("errors");
      for (RelationScore.Case wrong : report.wrong()) {
        ObjectNode error = list.addObject();
        error.put("id", wrong.gold().id());
        error.put("line", wrong.gold().line());
        error.put("gold", wrong.gold().type());
        error.put("coded", wrong.type().orElse(null));
        error.put("text", wrong.gold().text());
        wrong.event().ifPresent(e -> error.set("event", event(e, wrong.gold().text())));
        texts(error.putArray("reasons"), wrong.reasons());
      }
    }
    return json;
  }

  /** Event scores, with the wrong sentences where asked for. */
  public static ObjectNode of(EventScore.Report report, boolean errors) {
    ObjectNode json = measures(report.measures());
    json.put("records", report.typeRight().gold());
    json.put("sentences", report.cases().size());
    ObjectNode sentences = json.putObject("by_sentence");
    sentences.set("types", counts(report.types()));
    sentences.set("dyads", counts(report.dyads()));
    sentences.set("dyads_with_type", counts(report.typedDyads()));
    json.set("types", labels(report.confusion()));
    json.set("confusion", matrix(report.confusion()));
    json.set("confidence", confidence(Judged.of(report), report.thresholds()));
    if (errors) {
      ArrayNode list = json.putArray("errors");
      for (EventScore.Case wrong : report.wrong()) {
        String text = wrong.gold().get(0).text();
        ObjectNode error = list.addObject();
        texts(error.putArray("ids"), wrong.gold().stream().map(EventGold::id).toList());
        error.put("text", text);
        texts(error.putArray("missing"), wrong.missing());
        texts(error.putArray("too_many"), wrong.extra());
        ArrayNode events = error.putArray("events");
        wrong.coded().forEach(c -> events.add(event(c.event(), text)));
        texts(error.putArray("reasons"), wrong.reasons());
      }
    }
    return json;
  }

  /** The page scores, all extractors; with {@code errors} each page of ours that is not perfect. */
  public static ObjectNode of(PageScore.Report report, boolean errors) {
    ObjectNode json = measures(report.measures());
    json.put("records", report.rows().get(0).pages().size());
    ArrayNode extractors = json.putArray("extractors");
    for (PageScore.Row row : report.rows()) {
      extractors
          .addObject()
          .put("name", row.name())
          .put("precision", row.precision())
          .put("recall", row.recall())
          .put("f1", row.f1());
    }
    if (errors) {
      ArrayNode list = json.putArray("errors");
      for (PageScore.Page page : report.rows().get(0).imperfect()) {
        list.addObject()
            .put("id", page.gold().id())
            .put("url", page.gold().url())
            .put("precision", page.precision())
            .put("recall", page.recall());
      }
    }
    return json;
  }

  /** Date scores, with the mistakes where asked for. */
  public static ObjectNode of(DateScore.Report report, boolean errors) {
    ObjectNode json = measures(DateMeasures.of(report));
    json.put("records", report.total().gold());
    ArrayNode files = json.putArray("files");
    for (DateScore.Row row : report.rows()) {
      files
          .addObject()
          .put("file", row.name())
          .put("gold", row.gold())
          .put("coded", row.system())
          .put("strict", row.strict())
          .put("relaxed", row.relaxed())
          .put("values", row.values());
    }
    if (errors) {
      ArrayNode list = json.putArray("errors");
      for (DateScore.Mistake mistake : report.mistakes()) {
        list.addObject()
            .put("file", mistake.file())
            .put("start", mistake.span().start())
            .put("end", mistake.span().end())
            .put("gold", mistake.gold())
            .put("gold_value", mistake.goldValue())
            .put("coded", mistake.system())
            .put("coded_value", mistake.systemValue());
      }
    }
    return json;
  }

  /** How often an event is read where none is reported, with the sentences where asked for. */
  public static ObjectNode of(FalseEventRate.Report report, boolean errors) {
    ObjectNode json = measures(report.measures());
    json.put("sentences", report.total().sentences());
    json.put("false", report.total().offences());
    ObjectNode kinds = json.putObject("kinds");
    report
        .rows()
        .forEach(
            (kind, row) ->
                kinds
                    .putObject(kind)
                    .put("sentences", row.sentences())
                    .put("false", row.offences()));
    if (errors) {
      ArrayNode list = json.putArray("errors");
      for (FalseEventRate.Offence offence : report.offences()) {
        ObjectNode error = list.addObject();
        error.put("kind", offence.sentence().kind()).put("text", offence.sentence().text());
        ArrayNode events = error.putArray("events");
        offence.events().forEach(e -> events.add(event(e, offence.sentence().text())));
      }
    }
    return json;
  }

  private static ObjectNode confidence(List<Judged> judged, Map<Double, Counts> thresholds) {
    ObjectNode json = reliability(Reliability.of(judged));
    ArrayNode list = json.putArray("thresholds");
    thresholds.forEach((least, c) -> list.add(counts(c).put("min_confidence", least)));
    return json;
  }

  /** Bins with what was predicted and observed. */
  public static ObjectNode reliability(Reliability reliability) {
    ObjectNode json = NODES.objectNode();
    json.put("brier", reliability.brier()).put("ece", reliability.expectedError());
    ArrayNode bins = json.putArray("bins");
    for (Reliability.Bin bin : reliability.bins()) {
      bins.addObject()
          .put("from", bin.from())
          .put("events", bin.count())
          .put("predicted", bin.predicted())
          .put("observed", bin.observed());
    }
    return json;
  }

  private static ObjectNode measures(Map<String, Double> measures) {
    ObjectNode json = NODES.objectNode();
    ObjectNode values = json.putObject("measures");
    measures.forEach(values::put);
    return json;
  }

  private static ObjectNode labels(Confusion confusion) {
    ObjectNode json = NODES.objectNode();
    ObjectNode each = json.putObject("labels");
    confusion.labels().forEach(label -> each.set(label, counts(confusion.counts(label))));
    json.putObject("macro")
        .put("precision", confusion.macroPrecision())
        .put("recall", confusion.macroRecall())
        .put("f1", confusion.macroF1());
    json.set("micro", counts(confusion.micro()));
    json.put("accuracy", confusion.accuracy());
    json.put("coverage", confusion.coverage());
    return json;
  }

  private static ObjectNode counts(Counts counts) {
    return NODES
        .objectNode()
        .put("gold", counts.gold())
        .put("coded", counts.coded())
        .put("right", counts.right())
        .put("precision", counts.precision())
        .put("recall", counts.recall())
        .put("f1", counts.f1());
  }

  private static ObjectNode matrix(Confusion confusion) {
    ObjectNode json = NODES.objectNode();
    for (String gold : confusion.labels()) {
      ObjectNode row = json.putObject(gold);
      for (String coded : confusion.coded()) {
        if (confusion.count(gold, coded) > 0) {
          row.put(coded, confusion.count(gold, coded));
        }
      }
    }
    return json;
  }

  private static ObjectNode event(Event event, String text) {
    return NODES
        .objectNode()
        .put("type", event.type())
        .put("actor", event.actor().map(Participant::text).orElse(null))
        .put("recipient", event.recipient().map(Participant::text).orElse(null))
        .put("dyad", event.dyad())
        .put("status", event.status().label())
        .put("confidence", event.confidence().value())
        .put("predicate", ErrorText.predicate(event, text))
        .put("rule", event.evidence().rule())
        .put("source", event.evidence().source().toString());
  }

  private static void texts(ArrayNode into, List<?> values) {
    values.forEach(v -> into.add(v.toString()));
  }
}
