package org.demarche.evaluation;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.demarche.coder.code.Explanation;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;

/** Why a relation is wrong, as far as the rules that fired tell. */
public enum ErrorClass implements ErrorKind {
  NOTHING_FITS("no answer: no rule fires"),
  UNTIED("no answer: a rule fires, but is not taken to tie the two parties"),
  SHIFTED("wrong: a rule of the gold's type answered, a plan or negation made it another type"),
  OUTRANKED("wrong: a rule of the gold's type fires too, another one was preferred"),
  SAME_QUAD("wrong: only rules of other types fire, the quad class is right"),
  OTHER_TYPE("wrong: only rules of other types fire, the quad class is wrong too");

  private final String label;

  ErrorClass(String label) {
    this.label = label;
  }

  @Override
  public String label() {
    return label;
  }

  /** The class of a wrong case, by how its sentences were read. */
  static ErrorClass of(RelationScore.Case wrong, List<Explanation> reading) {
    boolean fires = reading.stream().anyMatch(e -> !e.matches().isEmpty());
    Optional<Event> event = wrong.event();
    if (event.isEmpty()) {
      return fires ? UNTIED : NOTHING_FITS;
    }
    List<Rule> fired =
        reading.stream()
            .flatMap(e -> e.matches().stream())
            .map(m -> m.rule())
            .filter(r -> wrong.isOfGoldType(r.type()))
            .toList();
    if (fired.stream().anyMatch(r -> r.name().equals(event.get().evidence().rule()))) {
      return SHIFTED;
    }
    if (!fired.isEmpty()) {
      return OUTRANKED;
    }
    return wrong.quad().equals(OptionalInt.of(wrong.gold().quad())) ? SAME_QUAD : OTHER_TYPE;
  }

  /** How many wrong cases each class has; classes without any are left out. */
  public static Map<ErrorClass, Integer> count(
      RelationScore.Report report, Function<Article, List<Explanation>> explain) {
    Map<ErrorClass, Integer> counts = new EnumMap<>(ErrorClass.class);
    report.wrong().stream()
        .map(wrong -> of(wrong, reading(wrong.gold().article(), explain)))
        .forEach(c -> counts.merge(c, 1, Integer::sum));
    return counts;
  }

  private static List<Explanation> reading(
      Article article, Function<Article, List<Explanation>> explain) {
    try {
      return explain.apply(article);
    } catch (RuntimeException e) {
      return List.of(); // the case names the failure as its reason
    }
  }
}
