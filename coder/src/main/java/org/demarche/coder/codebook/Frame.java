package org.demarche.coder.codebook;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One way in which a rule can be met by a clause.
 *
 * @param verbs multiword lemmas of verbs, each a list of words
 * @param nouns the same for nouns, the head last
 * @param adjectives the same for adjectives, the head first
 * @param conditions what slots must hold, by slot; the alternatives of each
 * @param act what the complement must be
 * @param negated what polarity it must have
 * @param modals one of these must stand, where any are named
 * @param passive what voice it must have
 * @param modifiers one of these must modify the predicate or its object, where any are named
 * @param without what must not hold
 * @param actor the rule's or the frame's own slots for the actor
 * @param recipient likewise for the recipient
 */
public record Frame(
    List<List<String>> verbs,
    List<List<String>> nouns,
    List<List<String>> adjectives,
    Map<String, List<NounCondition>> conditions,
    Optional<ActCondition> act,
    Optional<Boolean> negated,
    Set<String> modals,
    Optional<Boolean> passive,
    List<List<String>> modifiers,
    Optional<Frame> without,
    Optional<List<String>> actor,
    Optional<List<String>> recipient) {
  public Frame {
    verbs = List.copyOf(verbs);
    nouns = List.copyOf(nouns);
    adjectives = List.copyOf(adjectives);
    conditions = inOrder(conditions);
    modals = Set.copyOf(modals);
    modifiers = List.copyOf(modifiers);
  }

  /** What words alone can tell first, then by name; the weightiest alternatives first. */
  private static Map<String, List<NounCondition>> inOrder(
      Map<String, List<NounCondition>> conditions) {
    Map<String, List<NounCondition>> ordered = new LinkedHashMap<>();
    conditions.entrySet().stream()
        .sorted(
            Comparator.comparing(
                    (Map.Entry<String, List<NounCondition>> e) ->
                        e.getValue().stream().anyMatch(NounCondition::asksActors))
                .thenComparing(Map.Entry::getKey))
        .forEach(
            e ->
                ordered.put(
                    e.getKey(),
                    e.getValue().stream()
                        .sorted(Comparator.comparing(NounCondition::weight).reversed())
                        .toList()));
    return Collections.unmodifiableMap(ordered);
  }

  boolean namesPredicate() {
    return !verbs.isEmpty() || !nouns.isEmpty() || !adjectives.isEmpty();
  }
}
