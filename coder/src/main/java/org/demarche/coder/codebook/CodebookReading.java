package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Codebook.Entry;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.Argument;
import org.demarche.coder.syntax.Clause.Complement;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.Clause.Satellite;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/** The codebook read against one sentence: for each clause the rule that fits it best. */
public final class CodebookReading {
  private static final List<String> VERB_RECIPIENTS =
      List.of(
          "indirect",
          "object",
          "to",
          "with",
          "against",
          "on",
          "from",
          "for",
          "of",
          "at",
          "toward",
          "in",
          "into",
          "over",
          "about",
          "between",
          "upon",
          "near",
          "outside",
          "among",
          "if");
  private static final List<String> ACT_RECIPIENTS =
      List.of(
          "indirect",
          "object",
          "to",
          "on",
          "with",
          "from",
          "for",
          "against",
          "act.subject",
          "act.recipient",
          "if");
  private static final List<String> NOUN_ACTORS = List.of("subject", "by", "possessor", "from");
  private static final List<String> NOUN_RECIPIENTS =
      List.of(
          "object", "of", "against", "on", "with", "to", "into", "in", "for", "at", "over",
          "between");
  private static final List<String> ACT_PREPOSITIONS =
      List.of(
          "for", "of", "on", "about", "to", "from", "with", "against", "over", "in", "at", "into",
          "as", "by");

  /** Verbs that say nothing without their object. */
  private static final Set<String> LIGHT =
      Set.of(
          "be",
          "have",
          "say",
          "make",
          "take",
          "give",
          "get",
          "go",
          "come",
          "put",
          "set",
          "hold",
          "keep",
          "tell",
          "do",
          "bring",
          "see",
          "begin",
          "start",
          "continue",
          "announce",
          "show",
          "carry",
          "place",
          "lead",
          "use",
          "find",
          "leave",
          "move",
          "run",
          "issue",
          "add",
          "become",
          "remain",
          "include",
          "stand",
          "call",
          "want",
          "plan",
          "seek",
          "know",
          "believe");

  private final Codebook codebook;
  private final Clauses clauses;
  private final PhraseConditions conditions;
  private final Map<Integer, Optional<Match>> known = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private final List<Attempt> attempts = new ArrayList<>();

  public CodebookReading(Codebook codebook, Clauses clauses, SentenceActors actors) {
    this.codebook = codebook;
    this.clauses = clauses;
    this.conditions = new PhraseConditions(clauses, actors, this::typeOfNoun);
  }

  /** The rule that reads the clause at a predicate token best. */
  public Optional<Match> match(int predicate) {
    Optional<Match> found = known.get(predicate);
    if (found != null) {
      return found;
    }
    Optional<Clause> clause = clauses.clause(predicate);
    if (clause.isEmpty() || !open.add(predicate)) {
      return Optional.empty();
    }
    Optional<Match> best = best(clause.get());
    open.remove(predicate);
    known.put(predicate, best);
    return best;
  }

  /** The rules tried that did not fire, in the order tried. */
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * For a clause that no rule fits: the rule that comes nearest, some of what it asks of nouns
   * missing. Light verbs need a noun that the rule names.
   */
  public Optional<Match> nearest(int predicate) {
    Optional<Clause> found = clauses.clause(predicate);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Clause clause = found.get();
    Map<String, Integer> frames = new HashMap<>();
    Match best = null;
    List<Entry> entries = entries(clause);
    entries.forEach(e -> frames.merge(e.rule().type(), 1, Integer::sum));
    for (Entry entry : entries) {
      Test test = new Test(clause, clause);
      test.lenient = true;
      boolean near = test.run(entry) == null;
      if (near && (test.lexical > 0 || !LIGHT.contains(clause.lemma()))) {
        int share = 3 * frames.getOrDefault(entry.rule().type(), 0) / entries.size();
        test.score += share - 3 * test.missed;
        Match match = match(entry, clause, clause, test);
        if (best == null || better(match, best)) {
          best = match;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  private Optional<String> typeOfNoun(int token) {
    return clauses.isNoun(token) ? match(token).map(m -> m.rule().type()) : Optional.empty();
  }

  private List<Entry> entries(Clause clause) {
    return switch (clause.kind()) {
      case VERB -> codebook.verbs(clause.lemma());
      case NOUN -> codebook.nouns(clause.lemma());
      case ADJECTIVE -> codebook.adjectives(clause.lemma());
    };
  }

  private Optional<Match> best(Clause clause) {
    List<Match> fits = new ArrayList<>();
    for (Entry entry : entries(clause)) {
      attempt(entry, clause, clause).ifPresent(fits::add);
    }
    if (clause.kind() == Kind.ADJECTIVE && clauses.pos(clause.head()).startsWith("VB")) {
      codebook.verbs(clause.lemma()).forEach(e -> attempt(e, clause, clause).ifPresent(fits::add));
    }
    if (clause.kind() == Kind.VERB) {
      for (Clause merged : supported(clause)) {
        for (Entry entry : codebook.nouns(merged.lemma())) {
          attempt(entry, merged, clause).ifPresent(fits::add);
        }
      }
    }
    Match best = null;
    for (Match fit : fits) {
      if (best == null || better(fit, best)) {
        best = fit;
      }
    }
    return Optional.ofNullable(best);
  }

  private static boolean better(Match a, Match b) {
    if (a.rule().lastResort() != b.rule().lastResort()) {
      return b.rule().lastResort();
    }
    if (a.specificity() != b.specificity()) {
      return a.specificity() > b.specificity();
    }
    return a.rule().priority() > b.rule().priority();
  }

  // --- support verbs ---

  /** For <em>launched an attack on</em>: the clause of the noun with the verb's arguments. */
  private List<Clause> supported(Clause verb) {
    List<Clause> merged = new ArrayList<>();
    for (List<String> words : codebook.support()) {
      if (!words.get(0).equals(Spelling.fold(verb.lemma()))) {
        continue;
      }
      String last = words.get(words.size() - 1);
      boolean prepositional = words.size() > 1 && CodebookReader.PREPOSITIONS.contains(last);
      if (words.size() > 1 && !phrase(verb, words, new HashSet<>())) {
        continue;
      }
      String slot = prepositional && !verb.slot(last).toList().isEmpty() ? last : Clause.OBJECT;
      for (Argument argument : verb.arguments()) {
        if (argument.slot().equals(slot)) {
          for (int noun : conditions.candidates(argument.head())) {
            if (codebook.isEventNoun(clauses.lemma(noun)) && clauses.isNoun(noun)) {
              merged.add(merge(verb, noun));
            }
          }
        }
      }
    }
    return merged;
  }

  private Clause merge(Clause verb, int noun) {
    Set<Argument> arguments = new LinkedHashSet<>();
    for (Argument a : verb.arguments()) {
      boolean itself = a.head() == noun || conditions.candidates(a.head()).contains(noun);
      if (!itself && !a.slot().equals(Clause.OBJECT)) {
        arguments.add(
            a.slot().equals(Clause.INDIRECT) ? new Argument("to", a.head(), a.through()) : a);
      }
    }
    Optional<Clause> own = clauses.clause(noun);
    own.ifPresent(o -> arguments.addAll(o.arguments()));
    List<Complement> complements = new ArrayList<>(verb.complements());
    own.ifPresent(o -> complements.addAll(o.complements()));
    return new Clause(
        noun,
        Kind.NOUN,
        clauses.lemma(noun),
        verb.satellites(),
        List.copyOf(arguments),
        complements,
        verb.modals(),
        verb.negated(),
        verb.passive(),
        verb.form(),
        verb.link());
  }

  // --- one frame on one clause ---

  private Optional<Match> attempt(Entry entry, Clause clause, Clause carrier) {
    Test test = new Test(clause, carrier);
    String why = test.run(entry);
    if (why != null) {
      attempts.add(new Attempt(clause.head(), entry.rule(), why));
      return Optional.empty();
    }
    return Optional.of(match(entry, clause, carrier, test));
  }

  private Match match(Entry entry, Clause clause, Clause carrier, Test test) {
    boolean noun = clause.kind() == Kind.NOUN;
    Frame frame = entry.frame();
    List<String> actor = frame.actor().orElse(noun ? NOUN_ACTORS : List.of("subject"));
    List<String> recipients =
        frame
            .recipient()
            .orElse(
                frame.act().isPresent()
                    ? ACT_RECIPIENTS
                    : noun ? NOUN_RECIPIENTS : VERB_RECIPIENTS);
    int score = test.score + (carrier.equals(clause) ? 0 : 2);
    return new Match(
        entry.rule(),
        clause,
        carrier,
        score,
        Optional.ofNullable(test.act),
        test.used,
        actor,
        recipients,
        frame.negated().orElse(false));
  }

  /** Whether all words of a multiword predicate stand around the verb. */
  private boolean phrase(Clause clause, List<String> words, Set<Integer> used) {
    for (String word : words.subList(1, words.size())) {
      Optional<Integer> token = wordOf(clause, word);
      if (token.isEmpty()) {
        return false;
      }
      used.add(token.get());
    }
    return true;
  }

  /** Whether a preposition governs but a date: who <em>called on Monday</em> called on nobody. */
  private boolean dateOnly(Clause clause, String preposition) {
    List<Integer> governed = clause.slot(preposition).toList();
    return !governed.isEmpty() && governed.stream().allMatch(conditions::date);
  }

  private Optional<Integer> wordOf(Clause clause, String word) {
    for (Satellite satellite : clause.satellites()) {
      if (Spelling.fold(satellite.lemma()).equals(word) && !dateOnly(clause, word)) {
        return Optional.of(satellite.token());
      }
    }
    for (Argument argument : clause.arguments()) {
      if (argument.slot().equals(word) && !dateOnly(clause, word)) {
        return Optional.of(argument.head());
      }
      if (!argument.slot().equals(Clause.SUBJECT) && conditions.word(argument.head(), word)) {
        return Optional.of(argument.head());
      }
      Optional<Phrase> phrase = clauses.phrase(argument.head());
      if (!argument.slot().equals(Clause.SUBJECT) && phrase.isPresent()) {
        for (int modifier : phrase.get().modifiers()) {
          if (conditions.word(modifier, word)) {
            return Optional.of(modifier);
          }
        }
      }
    }
    for (Complement complement : clause.complements()) {
      if (complement.mark().equals(word)) {
        return Optional.of(complement.head());
      }
    }
    return Optional.empty();
  }

  /** The test of one frame; {@link #run} gives what was missing, or null. */
  private final class Test {
    private final Clause clause;
    private final Clause carrier;
    private final Set<Integer> used = new HashSet<>();
    private int score;
    private Integer act;
    private boolean lenient;
    private int missed;
    private int lexical;

    /** What a rule excludes with <em>act</em> is a clause, not the event noun it is about. */
    private boolean clausesOnly;

    Test(Clause clause, Clause carrier) {
      this.clause = clause;
      this.carrier = carrier;
    }

    String run(Entry entry) {
      if (!predicate(entry.words())) {
        return "no '" + String.join(" ", entry.words()) + "'";
      }
      score += 2 * (entry.words().size() - 1);
      return frame(entry.frame(), phrasal(entry.words()));
    }

    private boolean predicate(List<String> words) {
      return clause.kind() == Kind.NOUN
          ? conditions.lemma(clause.head(), words)
          : phrase(clause, words, used);
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
          return "no modal of " + frame.modals();
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
          return "no modifier of " + frame.modifiers();
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
        Test other = new Test(clause, carrier);
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
      int best = 0;
      int token = -1;
      for (Argument argument : clause.arguments()) {
        if (slots.contains(argument.slot())) {
          for (NounCondition condition : alternatives) {
            Optional<Integer> met = conditions.meets(argument.head(), condition);
            if (met.isPresent() && condition.weight() > best) {
              best = condition.weight();
              token = met.get();
            }
          }
        }
      }
      if (token < 0) {
        missed++;
        return lenient ? null : slot + " is none of " + shown(alternatives);
      }
      lexical += best > 2 ? 1 : 0;
      used.add(token);
      score += best;
      return null;
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
      if (wanted instanceof ActCondition.Types types) {
        return match(candidate).filter(m -> types.types().contains(m.rule().type())).isPresent();
      }
      if (wanted instanceof ActCondition.Framed framed) {
        Optional<Clause> inner = clauses.clause(candidate);
        return inner.isPresent() && framed(inner.get(), framed.frame());
      }
      return true;
    }

    private boolean framed(Clause inner, Frame frame) {
      List<List<String>> predicates =
          switch (inner.kind()) {
            case VERB -> frame.verbs();
            case NOUN -> frame.nouns();
            case ADJECTIVE -> frame.adjectives();
          };
      if (!frame.namesPredicate()) {
        return new Test(inner, inner).frame(frame, "") == null;
      }
      for (List<String> words : predicates) {
        String key = inner.kind() == Kind.NOUN ? Codebook.nounHead(words) : words.get(0);
        if (conditions.word(inner.head(), key)) {
          Test test = new Test(inner, inner);
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
        if (argument.through().filter(t -> clauses.isNoun(t) && match(t).isPresent()).isPresent()) {
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
        }
      }
      return List.copyOf(found);
    }

    private void descend(int head, Set<Integer> into, int depth) {
      into.add(head);
      Optional<Clause> inner = clauses.clause(head);
      if (depth < 3 && inner.isPresent() && match(head).isEmpty()) {
        inner.get().complements().forEach(c -> descend(c.head(), into, depth + 1));
      }
    }
  }
}
