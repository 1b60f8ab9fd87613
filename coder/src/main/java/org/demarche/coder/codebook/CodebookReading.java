package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
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

  /** Frames whose specificities differ by no more say about as much. */
  private static final int CLOSE = 2;

  final Codebook codebook;
  final Clauses clauses;
  final PhraseConditions conditions;
  private final Map<Integer, Optional<Match>> known = new HashMap<>();
  private final Map<Integer, List<Match>> fitting = new HashMap<>();
  private final Set<Integer> open = new HashSet<>();
  private final Set<Integer> contested = new HashSet<>();
  private final List<Attempt> attempts = new ArrayList<>();
  private final boolean tracing;
  private final Optional<SentenceWords> words;

  /**
   * @param tracing whether to try rules that lack a word too, and say so in {@link #attempts}
   */
  public CodebookReading(
      Codebook codebook, Clauses clauses, SentenceActors actors, boolean tracing) {
    this.codebook = codebook;
    this.clauses = clauses;
    this.tracing = tracing;
    this.words = tracing ? Optional.empty() : Optional.of(words(codebook, clauses));
    this.conditions = new PhraseConditions(clauses, actors, this::typeOfNoun);
  }

  private static SentenceWords words(Codebook codebook, Clauses clauses) {
    SentenceWords words = new SentenceWords(codebook.vocabulary());
    for (int i = 0; i < clauses.size(); i++) {
      words.add(
          SentenceWords.ids(codebook.vocabulary(), clauses.form(i), List.of(clauses.lemma(i))));
    }
    return words;
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

  /**
   * What else fits the predicate of a match, with the same type and embedded act, best first: where
   * the best rule finds no parties another may know where they stand.
   */
  public List<Match> alternatives(Match match) {
    return fitting.getOrDefault(match.carrier().head(), List.of()).stream()
        .filter(f -> f.rule().type().equals(match.rule().type()))
        .filter(f -> f.act().equals(match.act()))
        .filter(f -> !f.equals(match) && !f.rule().lastResort() && !f.rule().givesWay())
        .sorted(CodebookReading::order)
        .toList();
  }

  private static int order(Match a, Match b) {
    return better(a, b) ? -1 : better(b, a) ? 1 : 0;
  }

  /** Whether a rule of another type fits the predicate of a match nearly as specifically. */
  public boolean contested(Match match) {
    return contested.contains(match.carrier().head());
  }

  /** Why a rule did not fire, put into words only where somebody reads them. */
  String said(Supplier<String> why) {
    return tracing ? why.get() : "not as asked";
  }

  /** The rules tried that did not fire, in the order tried; none without tracing. */
  public List<Attempt> attempts() {
    return List.copyOf(attempts);
  }

  /**
   * For a clause that no rule fits: the rule that comes nearest, some of what it asks of nouns
   * missing. With light verbs more of the rule's nouns must stand there than are missing.
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
      FrameTest test = new FrameTest(this, clause, clause);
      test.lenient = true;
      boolean near = !entry.rule().givesWay() && test.run(entry) == null;
      if (near && (test.lexical > test.missed || !LIGHT.contains(clause.lemma()))) {
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
    Optional<Match> best = best(fits.stream()).map(m -> plain(m, fits));
    fitting.put(clause.head(), fits);
    if (best.filter(b -> fits.stream().anyMatch(f -> contests(f, b))).isPresent()) {
      contested.add(clause.head());
    }
    return best;
  }

  /** Whether a rule of another type fits nearly as well. */
  private static boolean contests(Match fit, Match best) {
    return !fit.rule().type().equals(best.rule().type())
        && fit.rule().lastResort() == best.rule().lastResort()
        && fit.specificity() >= best.specificity() - CLOSE;
  }

  /**
   * A rule that gives way settles the type; another rule of that type, where one fits, says better
   * what it is.
   */
  private static Match plain(Match best, List<Match> fits) {
    if (!best.rule().givesWay()) {
      return best;
    }
    return best(fits.stream()
            .filter(f -> f.rule().type().equals(best.rule().type()))
            .filter(f -> !f.rule().givesWay() && !f.rule().lastResort()))
        .orElse(best);
  }

  private static Optional<Match> best(Stream<Match> fits) {
    return fits.reduce((a, b) -> better(b, a) ? b : a);
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
              merged.add(merge(verb, noun, !slot.equals(Clause.OBJECT)));
            }
          }
        }
      }
    }
    return merged;
  }

  private Clause merge(Clause verb, int noun, boolean prepositional) {
    Set<Argument> arguments = new LinkedHashSet<>();
    for (Argument a : verb.arguments()) {
      boolean itself = a.head() == noun || conditions.candidates(a.head()).contains(noun);
      if (itself) {
        continue;
      }
      if (a.slot().equals(Clause.INDIRECT)) {
        arguments.add(new Argument("to", a.head(), a.through()));
      } else if (!a.slot().equals(Clause.OBJECT)) {
        arguments.add(a);
      } else if (verb.passive() && !verb.has(Clause.SUBJECT) && prepositional) {
        // "were engaged in cleansing": the surface's subject is who does it
        arguments.add(new Argument(Clause.SUBJECT, a.head(), a.through()));
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
    if (words.isPresent() && !words.get().meets(entry.requirement())) {
      return Optional.empty();
    }
    FrameTest test = new FrameTest(this, clause, carrier);
    String why = test.run(entry);
    if (why != null) {
      if (tracing) {
        attempts.add(new Attempt(clause.head(), entry.rule(), why));
      }
      return Optional.empty();
    }
    return Optional.of(match(entry, clause, carrier, test));
  }

  private Match match(Entry entry, Clause clause, Clause carrier, FrameTest test) {
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
  boolean phrase(Clause clause, List<String> words, Set<Integer> used) {
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
}
