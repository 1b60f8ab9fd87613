package org.demarche.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Outcome;
import org.demarche.coder.text.Article;

/**
 * What the coder made of one article. An exception counts as no answer, so that one fault does not
 * hide all other scores.
 *
 * @param events all events, in order
 * @param reasons why there are none, or what failed; one for each sentence without events
 */
record Answers(List<Event> events, List<String> reasons) {
  Answers {
    events = List.copyOf(events);
    reasons = List.copyOf(reasons);
  }

  static Answers of(Article article, Function<Article, Coding> coder) {
    try {
      Coding coding = coder.apply(article);
      List<String> reasons = new ArrayList<>();
      for (Outcome outcome : coding.outcomes()) {
        String reason =
            outcome.fold(c -> "", n -> n.reason(), f -> "failed at " + f.stage() + ": " + f.why());
        if (!reason.isEmpty()) {
          reasons.add(reason);
        }
      }
      return new Answers(coding.events(), reasons);
    } catch (RuntimeException e) {
      return new Answers(List.of(), List.of("the coder failed: " + e));
    }
  }
}
