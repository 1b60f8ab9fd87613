package org.demarche.coder.codebook;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.demarche.coder.syntax.Negation;

/**
 * Words without which a frame cannot fit, whatever the syntax: cheap to test, never too strict.
 *
 * @param words numbers of words that must all stand in the sentence
 * @param groups numbers of groups of which one word each must stand there
 * @param orAct the same, unless another rule reads an act within
 * @param dependent whether the frame fits only where another rule reads an act within: then that
 *     rule's own requirement tells
 */
record Requirement(
    List<Integer> words, List<Integer> groups, List<Integer> orAct, boolean dependent) {
  Requirement {
    words = List.copyOf(words);
    groups = List.copyOf(groups);
    orAct = List.copyOf(orAct);
  }

  /**
   * Slots that clauses may have without the word in the text: a dative is <em>to</em>, what
   * somebody is called stands <em>as</em> it, an agent <em>by</em>.
   */
  private static final Set<String> WORDLESS = Set.of("to", "as", "by");

  /** The words that may stand for one asked for under another name. */
  private static final Map<String, Set<String>> FORMS =
      Map.of(
          "toward", Set.of("toward", "towards"),
          "will", Set.of("will", "'ll", "shall", "wo"),
          "would", Set.of("would", "'d"),
          "can", Set.of("can", "ca"),
          "must", Set.of("must", "has"),
          "need", Set.of("need", "has"));

  /** What a frame asks beside its predicate. */
  static Requirement of(Frame frame, Vocabulary vocabulary) {
    Set<Integer> groups = new TreeSet<>();
    Set<Integer> orAct = new TreeSet<>();
    boolean dependent = collect(frame, vocabulary, groups, orAct);
    return new Requirement(List.of(), List.copyOf(groups), List.copyOf(orAct), dependent);
  }

  /** The same for one of the frame's predicates. */
  Requirement with(List<String> predicate, String key, Vocabulary vocabulary) {
    List<Integer> all =
        predicate.stream()
            .filter(w -> !w.equals(key) && !WORDLESS.contains(w) && !FORMS.containsKey(w))
            .map(vocabulary::add)
            .distinct()
            .sorted()
            .toList();
    return all.isEmpty() ? this : new Requirement(all, groups, orAct, dependent);
  }

  private static boolean collect(
      Frame frame, Vocabulary vocabulary, Set<Integer> groups, Set<Integer> orAct) {
    boolean dependent = false;
    for (Map.Entry<String, List<NounCondition>> condition : frame.conditions().entrySet()) {
      String slot = condition.getKey();
      if (CodebookReader.PREPOSITIONS.contains(slot) && !WORDLESS.contains(slot)) {
        group(Stream.of(slot), vocabulary, groups);
      }
      dependent |= collect(condition.getValue(), vocabulary, groups, orAct);
    }
    if (frame.negated().filter(n -> n).isPresent()) {
      group(Negation.WORDS.stream(), vocabulary, groups);
    }
    if (!frame.modals().isEmpty()) {
      group(frame.modals().stream(), vocabulary, groups);
    }
    if (!frame.modifiers().isEmpty()) {
      group(frame.modifiers().stream().map(w -> w.get(0)), vocabulary, groups);
    }
    if (frame.act().isPresent()) {
      ActCondition act = frame.act().get();
      dependent |= act instanceof ActCondition.Types;
      if (act instanceof ActCondition.Framed framed) {
        Frame inner = framed.frame();
        if (inner.namesPredicate()) {
          group(
              Stream.of(
                      inner.verbs().stream().map(Requirement::telling),
                      inner.nouns().stream().map(Codebook::nounHead),
                      inner.adjectives().stream().map(Requirement::telling))
                  .flatMap(s -> s),
              vocabulary,
              groups);
        }
        dependent |= collect(inner, vocabulary, groups, orAct);
      }
    }
    return dependent;
  }

  /** An act among the alternatives is read by a rule of its own, and that rule's words tell. */
  private static boolean collect(
      List<NounCondition> alternatives,
      Vocabulary vocabulary,
      Set<Integer> groups,
      Set<Integer> orAct) {
    boolean words =
        alternatives.stream()
            .allMatch(a -> a instanceof NounCondition.Lemma || a instanceof NounCondition.Act);
    if (!words) {
      return false;
    }
    Stream<List<String>> lemmas =
        alternatives.stream()
            .flatMap(a -> a instanceof NounCondition.Lemma l ? Stream.of(l.words()) : null);
    Set<String> heads = new HashSet<>(lemmas.map(Codebook::nounHead).toList());
    if (heads.isEmpty()) {
      return true;
    }
    boolean act = alternatives.stream().anyMatch(a -> a instanceof NounCondition.Act);
    (act ? orAct : groups).add(vocabulary.addGroup(heads));
    return false;
  }

  /** Of several words that must all stand there, the one that is least often found elsewhere. */
  private static String telling(List<String> words) {
    return words.stream()
        .filter(w -> !WORDLESS.contains(w))
        .max(Comparator.comparing(String::length))
        .orElse(words.get(0));
  }

  /** One of these words, in any of its forms. */
  private static void group(Stream<String> words, Vocabulary vocabulary, Set<Integer> groups) {
    groups.add(
        vocabulary.addGroup(
            new HashSet<>(words.flatMap(w -> FORMS.getOrDefault(w, Set.of(w)).stream()).toList())));
  }
}
