package org.demarche.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.demarche.coder.event.Confidence;
import org.demarche.coder.event.Event;

/**
 * A coded event with whether gold bears it out.
 *
 * @param sentence what it was read from; events of one sentence are not independent
 */
public record Judged(String sentence, Confidence confidence, boolean right) {

  /** The answers to gold relations: right where the type is. */
  public static List<Judged> of(RelationScore.Report report) {
    List<Judged> judged = new ArrayList<>();
    for (RelationScore.Case c : report.cases()) {
      c.event().ifPresent(e -> judged.add(of(c.gold().text(), e, c.right())));
    }
    return judged;
  }

  /** The events coded in gold sentences: right where a gold record has type and countries. */
  public static List<Judged> of(EventScore.Report report) {
    List<Judged> judged = new ArrayList<>();
    for (EventScore.Case c : report.cases()) {
      Set<CountryDyad> extra = Set.copyOf(c.extra());
      for (EventScore.Coded coded : c.coded()) {
        judged.add(of(c.gold().get(0).text(), coded.event(), !extra.contains(coded.dyad())));
      }
    }
    return judged;
  }

  /** The events read where none is reported: all wrong. */
  public static List<Judged> of(FalseEventRate.Report report) {
    List<Judged> judged = new ArrayList<>();
    for (FalseEventRate.Offence offence : report.offences()) {
      offence.events().forEach(e -> judged.add(of(offence.sentence().text(), e, false)));
    }
    return judged;
  }

  private static Judged of(String sentence, Event event, boolean right) {
    return new Judged(sentence, event.confidence(), right);
  }
}
