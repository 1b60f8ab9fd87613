package org.demarche.archive.export;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Run;
import org.demarche.coder.data.Source;
import org.demarche.coder.event.Confidence;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Evidence;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.coder.place.Gazetteer;
import org.demarche.coder.place.Place;
import org.demarche.coder.text.CharSpan;

/** Events made by hand. */
final class Reports {
  static final Run RUN = new Run("1.0", "c0ffee", "a parser");

  /** An astral character, a tab, a line end and quotation marks stand in the way of offsets. */
  static final String TEXT =
      "\ud83d\udd4a Kazakhstan's army, \"it said\",\tattacked\nrebels near Geneva in 2022-03.";

  private static final Ontology ONTOLOGY = new Ontology();

  private Reports() {}

  static Report attack(long id, Status status) {
    Place geneva =
        Gazetteer.builtIn().named("Geneva").stream()
            .filter(p -> p.country().equals("CHE") && p.kind().isTown())
            .findFirst()
            .orElseThrow();
    Event event =
        new Event(
            "a-1",
            0,
            "ASSAULT",
            "armed",
            List.of("military", "territory"),
            ONTOLOGY.quad("ASSAULT"),
            "190",
            ONTOLOGY.goldstein("190"),
            status,
            Confidence.of(0.875),
            Optional.of(
                new Participant(
                    "Kazakhstan's army, \"it said\",\t",
                    new CharSpan(3, 32),
                    new Party("KAZ", List.of("MIL", "GOV"), "Kazakhstan", Party.Kind.STATE),
                    "made")),
            Optional.of(
                new Participant(
                    "rebels",
                    span("rebels"),
                    new Party("", List.of("REB"), "", Party.Kind.ROLE),
                    "made")),
            new When.Stated("2022-03", span("2022-03"), "2022-03"),
            new Where.Stated(geneva, span("Geneva"), "Geneva", "made"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Evidence(
                new CharSpan(3, 53),
                TEXT.substring(3, 53),
                new CharSpan(TEXT.indexOf("attacked"), TEXT.indexOf("rebels") + 6),
                "attack",
                new Source("made.yaml", 3)));
    return new Report(id, event, piece(), RUN);
  }

  private static CharSpan span(String words) {
    int at = TEXT.indexOf(words);
    return new CharSpan(at, at + words.length());
  }

  private static Piece piece() {
    return new Piece(
        "a-1",
        "An \"attack\"",
        "en",
        Optional.of(LocalDate.of(2022, 4, 2)),
        "https://example.org/a",
        "Example Wire",
        List.of("All rights with the Example Wire"),
        TEXT);
  }
}
