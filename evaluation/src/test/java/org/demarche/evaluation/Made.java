package org.demarche.evaluation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.demarche.coder.actor.Party;
import org.demarche.coder.code.Coding;
import org.demarche.coder.code.Run;
import org.demarche.coder.data.Source;
import org.demarche.coder.event.Confidence;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Evidence;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.coder.text.CharSpan;

/** Events and codings made by hand. */
final class Made {
  private static final Ontology ONTOLOGY = new Ontology();

  private Made() {}

  /** An event; an empty code leaves the side out. */
  static Event event(String type, String actor, String recipient) {
    OptionalInt quad = ONTOLOGY.quad(type);
    return new Event(
        "a",
        0,
        type,
        "",
        List.of(),
        quad,
        "",
        Optional.empty(),
        Status.HAPPENED,
        Confidence.of(0.9),
        side(actor),
        side(recipient),
        new When.Unstated(),
        new Where.Unstated(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Evidence(
            new CharSpan(0, 1), "x", new CharSpan(0, 1), "made", new Source("made.yaml", 3)));
  }

  private static Optional<Participant> side(String code) {
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Participant(
                code,
                new CharSpan(0, 1),
                new Party(code.equals("?") ? "" : code, List.of(), code, Party.Kind.STATE),
                "made"));
  }

  static Coding coding(Event... events) {
    Outcome outcome =
        events.length == 0
            ? new Outcome.NoEvent("nothing made")
            : new Outcome.Coded(List.of(events), List.of());
    return new Coding(List.of(), List.of(outcome), new Run("test", "hash", "none"));
  }
}
