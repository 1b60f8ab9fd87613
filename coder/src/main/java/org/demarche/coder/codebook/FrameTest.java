package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.codebook.Codebook.Entry;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.Argument;
import org.demarche.coder.syntax.Clause.Complement;
import org.demarche.coder.syntax.Clause.ComplementKind;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.Clause.Satellite;
import org.demarche.coder.syntax.Clauses;

/** The test of one frame on one clause; {@link #run} gives what was missing, or null. */
final class FrameTest {
  private static final List<String> ACT_PREPOSITIONS =
      List.of(
          "for", "of", "on", "about", "to", "from", "with", "against", "over", "in", "at", "into",
          "as", "by");

  private final CodebookReading reading;
  private final Codebook codebook;
  private final Clauses clauses;
  private final PhraseConditions conditions;
  private boolean agreeing;
  private final Clause clause;
  private final Clause carrier;
  final Set<Integer> used = new HashSet<>();
  int score;
  Integer act;
  boolean lenient;
  int missed;
  int lexical;

  /** What a rule excludes with <em>act</em> is a clause, not the event noun it is about. */
  private boolean clausesOnly;

  FrameTest(CodebookReading reading, Clause clause, Clause carrier) {
    this.reading = reading;
    this.clauses = reading.clauses;
    this.conditions = reading.conditions;
    this.codebook = reading.codebook;
    this.clause = clause;
    this.carrier = carrier;
  }

  String run(Entry entry) {
    agreeing = entry.rule().type().equals("AGREE");
    if (!predicate(entry.words())) {
      return reading.said(() -> "no '" + String.join(" ", entry.words()) + "'");
    }
    score += 2 * (entry.words().size() - 1);
    return frame(entry.frame(), phrasal(entry.words()));
  }

  private boolean predicate(List<String> words) {
    return clause.kind() == Kind.NOUN
        ? conditions.lemma(clause.head(), words)
        : reading.phrase(clause, words, used);
  }

  /** The preposition that ends a phrasal verb: what it governs may be asked as the object. */
  private String phrasal(List<String> words) {
    String last = words.get(words.size() - 1);
    return words.size() > 1 && CodebookReader.PREPOSITIONS.contains(last) ? last : "";
  }

  String frame(Frame frame, String phrasal) {
    if (frame.negated().isPresent() && frame.negated().get() != carrier.negated()) {
      return carrier.negated() ? "negated" : "not negated";
    }
    score += frame.negated().isPresent() ? 2 : 0;
    if (!frame.modals().isEmpty()) {
      if (frame.modals().stream().noneMatch(m -> modal(m))) {
        return reading.said(() -> "no modal of " + frame.modals());
      }
      score += 2;
    }
    if (frame.passive().isPresent()) {
      if (frame.passive().get() != carrier.passive()) {
        return "voice";
      }
      score += 2;
    }
    for (Map.Entry<String, List<NounCondition>> condition : frame.conditions().entrySet()) {
      String why = condition(condition.getKey(), condition.getValue(), phrasal);
      if (why != null) {
        return why;
      }
    }
    if (!frame.modifiers().isEmpty()) {
      if (!modified(frame.modifiers())) {
        return reading.said(() -> "no modifier of " + frame.modifiers());
      }
      score += 2;
    }
    if (frame.act().isPresent()) {
      String why = act(frame.act().get());
      if (why != null) {
        return why;
      }
    }
    if (frame.without().isPresent()) {
      FrameTest other = new FrameTest(reading, clause, carrier);
      other.clausesOnly = true;
      Frame without = frame.without().get();
      boolean named =
          !without.namesPredicate()
              || Stream.of(without.verbs(), without.nouns(), without.adjectives())
                  .flatMap(List::stream)
                  .anyMatch(w -> conditions.word(clause.head(), w.get(0)) && other.predicate(w));
      if (named && other.frame(without, phrasal) == null) {
        return "has what the rule excludes";
      }
    }
    return null;
  }

  private boolean modal(String modal) {
    return carrier.modals().contains(modal)
        || (Set.of("must", "need").contains(modal)
            && clauses.form(carrier.head()).equals("has")
            && carrier.complements().size() == 1
            && !carrier.has(Clause.OBJECT));
  }

  private String condition(String slot, List<NounCondition> alternatives, String phrasal) {
    List<String> slots = new ArrayList<>(List.of(slot));
    if (slot.equals("object")) {
      if (!phrasal.isEmpty()) {
        slots.add(phrasal);
      }
      if (clause.kind() == Kind.NOUN) {
        slots.addAll(List.of("of", "on", "against"));
      }
    }
    if (slot.equals("subject") && clause.kind() == Kind.NOUN) {
      slots.addAll(List.of("by", "possessor", "of"));
    }
    if (slot.equals("to")) {
      slots.add("indirect");
    }
    Optional<Met> met = met(slots, alternatives);
    if (met.isEmpty()) {
      missed++;
      return lenient ? null : reading.said(() -> slot + " is none of " + shown(alternatives));
    }
    int weight = met.get().weight();
    lexical += weight > 2 ? 1 : 0;
    used.add(met.get().token());
    score += weight;
    return null;
  }

  /** A token that meets a condition, and how much that adds to the score. */
  private record Met(int token, int weight) {}

  /** What meets the weightiest alternative; so actors are asked for only where words do not do. */
  private Optional<Met> met(List<String> slots, List<NounCondition> alternatives) {
    for (int from = 0, to; from < alternatives.size(); from = to) {
      int weight = alternatives.get(from).weight();
      to = from + 1;
      while (to < alternatives.size() && alternatives.get(to).weight() == weight) {
        to++;
      }
      for (Argument argument : clause.arguments()) {
        if (slots.contains(argument.slot())) {
          for (NounCondition condition : alternatives.subList(from, to)) {
            Optional<Integer> token = conditions.meets(argument.head(), condition);
            if (token.isPresent()) {
              return Optional.of(new Met(token.get(), weight));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private String shown(List<NounCondition> alternatives) {
    List<String> words = alternatives.stream().limit(6).map(Object::toString).toList();
    return String.join(", ", words) + (alternatives.size() > 6 ? ", …" : "");
  }

  private boolean modified(List<List<String>> wanted) {
    List<Integer> near = new ArrayList<>();
    for (Satellite satellite : clause.satellites()) {
      near.add(satellite.token());
    }
    Stream.concat(
            Stream.of(clause.head(), carrier.head()),
            clause.arguments().stream()
                .filter(a -> a.slot().equals(Clause.OBJECT))
                .map(Argument::head))
        .forEach(
            head ->
                clauses
                    .phrase(head)
                    .ifPresent(
                        p -> {
                          near.addAll(p.modifiers());
                          p.possessor().ifPresent(near::add);
                        }));
    return wanted.stream()
        .anyMatch(
            words ->
                words.stream().allMatch(w -> near.stream().anyMatch(t -> conditions.word(t, w))));
  }

  // --- embedded acts ---

  private String act(ActCondition wanted) {
    List<Integer> candidates = acts();
    if (candidates.isEmpty()) {
      return "no act as complement";
    }
    for (int candidate : candidates) {
      if (fits(candidate, wanted)) {
        act = candidate;
        used.add(candidate);
        score += wanted.weight();
        return null;
      }
    }
    return "the act is not as asked";
  }

  private boolean fits(int candidate, ActCondition wanted) {
    if (agreeing && denied(candidate)) {
      return false; // who says that he will not help promises nothing
    }
    if (wanted instanceof ActCondition.Infinitive) {
      return clause.complements().stream()
          .anyMatch(c -> c.head() == candidate && c.kind() == ComplementKind.INFINITIVE);
    }
    if (wanted instanceof ActCondition.Others) {
      List<Integer> own = clause.slot(Clause.SUBJECT).toList();
      return clauses
          .clause(candidate)
          .filter(c -> c.kind() == Kind.VERB && c.has(Clause.SUBJECT))
          .filter(c -> c.slot(Clause.SUBJECT).noneMatch(own::contains))
          .isPresent();
    }
    if (wanted instanceof ActCondition.Types types) {
      return reading
          .match(candidate)
          .filter(m -> types.types().contains(m.rule().type()))
          .isPresent();
    }
    if (wanted instanceof ActCondition.Framed framed) {
      Optional<Clause> inner = clauses.clause(candidate);
      return inner.isPresent() && framed(inner.get(), framed.frame());
    }
    return true;
  }

  private boolean denied(int candidate) {
    Optional<Clause> inner = clauses.clause(candidate);
    return inner.isPresent()
        && (inner.get().negated()
            || inner
                .get()
                .link()
                .parent()
                .filter(p -> Set.of("fail", "refuse", "decline").contains(clauses.lemma(p)))
                .isPresent());
  }

  private boolean framed(Clause inner, Frame frame) {
    List<List<String>> predicates =
        switch (inner.kind()) {
          case VERB -> frame.verbs();
          case NOUN -> frame.nouns();
          case ADJECTIVE -> frame.adjectives();
        };
    if (!frame.namesPredicate()) {
      return new FrameTest(reading, inner, inner).frame(frame, "") == null;
    }
    for (List<String> words : predicates) {
      String key = inner.kind() == Kind.NOUN ? Codebook.nounHead(words) : words.get(0);
      if (conditions.word(inner.head(), key)) {
        FrameTest test = new FrameTest(reading, inner, inner);
        if (test.predicate(words) && test.frame(frame, test.phrasal(words)) == null) {
          return true;
        }
      }
    }
    return false;
  }

  /** The predicates that may be the complement act: clauses first, then event nouns. */
  private List<Integer> acts() {
    Set<Integer> found = new LinkedHashSet<>();
    for (Complement complement : clause.complements()) {
      descend(complement.head(), found, 0);
    }
    if (clausesOnly) {
      return List.copyOf(found);
    }
    for (Argument argument : clause.arguments()) {
      boolean object = argument.slot().equals(Clause.OBJECT);
      if (argument
          .through()
          .filter(t -> clauses.isNoun(t) && reading.match(t).isPresent())
          .isPresent()) {
        continue; // "announced a suspension of aid": the act is the suspension
      }
      if (object || ACT_PREPOSITIONS.contains(argument.slot())) {
        for (int noun : conditions.candidates(argument.head())) {
          if (noun != clause.head()
              && codebook.isEventNoun(clauses.lemma(noun))
              && clauses.isNoun(noun)) {
            found.add(noun);
          }
        }
      }
    }
    // "demanded an end to the war", "called for the start of talks": what hangs on the noun
    for (Argument argument : clause.arguments()) {
      if (argument.slot().equals(Clause.OBJECT) || argument.slot().equals("for")) {
        clauses
            .clause(argument.head())
            .ifPresent(c -> c.complements().forEach(x -> descend(x.head(), found, 1)));
        // "a resolution condemning the attack": what the thing voted on says
        clauses.all().stream()
            .filter(c -> c.link().tie() == Clause.Tie.PARTICIPIAL && !c.passive())
            .filter(c -> c.kind() == Kind.VERB && clauses.governor(c.head()) == argument.head())
            .forEach(c -> found.add(c.head()));
      }
    }
    return List.copyOf(found);
  }

  private void descend(int head, Set<Integer> into, int depth) {
    into.add(head);
    Optional<Clause> inner = clauses.clause(head);
    if (depth < 3 && inner.isPresent() && reading.match(head).isEmpty()) {
      inner.get().complements().forEach(c -> descend(c.head(), into, depth + 1));
    }
  }
}
