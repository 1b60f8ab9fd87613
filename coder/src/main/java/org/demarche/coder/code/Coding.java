package org.demarche.coder.code;

import java.util.List;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.event.Vote;
import org.demarche.coder.syntax.Sentence;

/**
 * What an article was coded to.
 *
 * @param outcomes one for each sentence, in order
 */
public record Coding(List<Sentence> sentences, List<Outcome> outcomes, Run run) {
  public Coding {
    sentences = List.copyOf(sentences);
    outcomes = List.copyOf(outcomes);
  }

  public List<Event> events() {
    return outcomes.stream()
        .flatMap(
            o ->
                o.<List<Event>>fold(Outcome.Coded::events, n -> List.of(), f -> List.of()).stream())
        .toList();
  }

  public List<Vote> votes() {
    return outcomes.stream()
        .flatMap(
            o -> o.<List<Vote>>fold(Outcome.Coded::votes, n -> List.of(), f -> List.of()).stream())
        .toList();
  }

  /** The sentences that could not be read. */
  public List<Outcome.Failed> failures() {
    return outcomes.stream()
        .flatMap(
            o ->
                o
                    .<List<Outcome.Failed>>fold(c -> List.of(), n -> List.of(), f -> List.of(f))
                    .stream())
        .toList();
  }
}
