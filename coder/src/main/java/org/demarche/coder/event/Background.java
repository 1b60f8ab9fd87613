package org.demarche.coder.event;

import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.demarche.coder.actor.Party;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.event.Dyads.Dyad;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/**
 * Tells what stands beside politics: matches, novels and museums, companies among themselves,
 * truths about soldiers at large. Its words are sets of the codebook.
 */
final class Background {
  /** So many different words of sport make a sentence one about a match. */
  private static final int ENOUGH = 2;

  private static final Set<String> POWER =
      Set.of(
          "GOV", "MIL", "COP", "SPY", "LEG", "JUD", "OPP", "REB", "UAF", "PTY", "PRO", "CRM",
          "REF");

  private static final Set<String> PRIVATE = Set.of("BUS", "MNC", "MED", "JRN", "EDU", "HLH");
  private static final Set<String> PEACEFUL =
      Set.of("REL", "CVL", "CHR", "MOS", "BUD", "HIN", "JEW");

  /** What a team does to a team in the words of war and diplomacy. */
  private static final Set<String> PLAYED =
      Set.of(
          "ASSAULT",
          "COERCE",
          "CONSULT",
          "MOBILIZE",
          "RETREAT",
          "CONCEDE",
          "THREATEN",
          "AGREE",
          "ACCUSE",
          "REQUEST",
          "SUPPORT",
          "REJECT");

  private static final Set<String> CONFLICT =
      Set.of("ASSAULT", "COERCE", "PROTEST", "THREATEN", "SANCTION", "MOBILIZE");

  private final Clauses clauses;
  private final Codebook codebook;
  private final boolean staged;
  private final BitSet titles;

  Background(Clauses clauses, Codebook codebook) {
    this.clauses = clauses;
    this.codebook = codebook;
    this.staged = about("sport") || about("culture");
    this.titles = titles();
  }

  /** The tokens of titles: quoted words of which each long one has a capital. */
  private BitSet titles() {
    BitSet titles = new BitSet();
    int open = -1;
    for (int i = 0; i < clauses.size(); i++) {
      if (!Set.of("\"", "“", "”", "``", "''").contains(clauses.form(i))) {
        continue;
      }
      if (open >= 0 && isTitle(open + 1, i)) {
        titles.set(open + 1, i);
      }
      open = open < 0 ? i : -1;
    }
    return titles;
  }

  private boolean isTitle(int from, int to) {
    return to - from >= 2
        && IntStream.range(from, to)
            .mapToObj(clauses::form)
            .filter(w -> w.length() > 3)
            .allMatch(w -> Character.isUpperCase(w.charAt(0)));
  }

  /** Whether words of a set are so many that the sentence is about that. */
  private boolean about(String set) {
    Set<List<String>> found = new HashSet<>();
    for (List<String> words : codebook.background(set)) {
      for (int i = 0; i + words.size() <= clauses.size(); i++) {
        if (at(i, words) && clauses.isNoun(i + words.size() - 1)) {
          found.add(words);
        }
      }
    }
    return found.size() >= ENOUGH;
  }

  private boolean at(int token, List<String> words) {
    for (int k = 0; k < words.size(); k++) {
      if (!clauses.lemma(token + k).equals(words.get(k))) {
        return false;
      }
    }
    return true;
  }

  /** Whether a noun, with the words before it, is of a set. */
  private boolean is(int noun, String set) {
    return codebook.background(set).stream()
        .anyMatch(words -> noun + 1 >= words.size() && at(noun + 1 - words.size(), words));
  }

  /**
   * Whether a thing or person, though a state's, is none of its organs: <em>Indian batsmen, a
   * Swedish pop group</em>.
   */
  boolean isPrivate(int noun) {
    return is(noun, "private");
  }

  /** Why an event of this type between these two is none of politics; empty where it may be. */
  Optional<String> against(Match match, String type, Dyad dyad) {
    List<Participant> ends =
        Stream.of(dyad.actor(), dyad.recipient()).flatMap(Optional::stream).toList();
    boolean crime =
        ends.stream().anyMatch(e -> isPrivate(e.party(), type))
            && ends.stream().allMatch(e -> isPrivate(e.party(), "CONSULT"));
    if (crime || ends.stream().noneMatch(e -> political(e, type, ends))) {
      return Optional.of("neither party is a political actor");
    }
    if (dyad.actor().filter(this::natural).isPresent()) {
      return Optional.of("an act of nature");
    }
    if (staged && PLAYED.contains(type) && ends.stream().noneMatch(this::powerful)) {
      return Optional.of("tells of sport or the arts");
    }
    if (match.carrier().form() == Clause.Form.PRESENT
        && match.carrier().kind() == Clause.Kind.VERB
        && match.carrier().link().tie() != Clause.Tie.COMPLEMENT
        && ends.stream().allMatch(e -> e.party().code().isEmpty() && anybody(e))) {
      return Optional.of("said of anybody");
    }
    return Optional.empty();
  }

  /** Whether somebody holds power, and not only a role on a stage: a judge, a king, a captain. */
  private boolean powerful(Participant participant) {
    Party party = participant.party();
    String noun = participant.text().toLowerCase(Locale.ROOT);
    boolean stage =
        party.kind() == Party.Kind.ROLE
            && codebook.background("stage").stream()
                .map(w -> String.join(" ", w))
                .anyMatch(w -> noun.equals(w) || noun.endsWith(" " + w) || noun.endsWith(w + "s"));
    return !stage && party.sectors().stream().anyMatch(POWER::contains);
  }

  /** <em>Hurricane Marta</em>. */
  private boolean natural(Participant actor) {
    String name = actor.text().toLowerCase(Locale.ROOT) + " ";
    return actor.party().code().isEmpty()
        && codebook.background("nature").stream()
            .anyMatch(w -> name.startsWith(String.join(" ", w) + " "));
  }

  /** Bare plurals: <em>rebels attack at dawn</em>. */
  private boolean anybody(Participant participant) {
    return participant.party().kind() == Party.Kind.ROLE
        && clauses.phrases().stream()
            .filter(
                p -> clauses.sentence().tokens().get(p.head()).span().overlaps(participant.span()))
            .allMatch(p -> p.determiner().isEmpty() || p.determiner().equals("a"));
  }

  /**
   * <em>The Taiwanese</em> rival, <em>the Hong Kong</em> arm: what a thing that acts belongs to.
   */
  private boolean owner(Participant end) {
    return clauses.sentence().tokens().stream()
        .filter(t -> t.span().overlaps(end.span()) && t.span().end() == end.span().end())
        .map(t -> clauses.governor(t.index()))
        .anyMatch(
            g ->
                g >= 0
                    && clauses.isNoun(g)
                    && clauses.clause(g).isEmpty()
                    && clauses.sentence().tokens().get(g).span().start() >= end.span().end()
                    && clauses.phrase(g).filter(p -> p.possessor().isEmpty()).isPresent());
  }

  private boolean political(Participant end, String type, List<Participant> ends) {
    Party party = end.party();
    if (party.sectors().stream().anyMatch(s -> POWER.contains(s) || s.equals("IGO"))) {
      return true;
    }
    if (party.code().isEmpty() || isPrivate(party, type)) {
      return false;
    }
    // a company's Taiwanese rival is not Taiwan
    return !owner(end)
        || ends.stream().noneMatch(e -> !e.equals(end) && isPrivate(e.party(), type));
  }

  private static boolean isPrivate(Party party, String type) {
    return !type.equals("PROTEST")
        && !party.sectors().isEmpty()
        && party.sectors().stream()
            .allMatch(
                s -> PRIVATE.contains(s) || (!CONFLICT.contains(type) && PEACEFUL.contains(s)));
  }

  /** Whether a clause is told by a novel, a museum or a play, not by the paper. */
  boolean depicted(Clause clause) {
    if (titles.get(clause.head())) {
      return true;
    }
    if (clause.kind() == Clause.Kind.NOUN && ofWork(clause.head())) {
      return true;
    }
    Optional<Clause> at = Optional.of(clause);
    for (int depth = 0; depth < 8 && at.isPresent(); depth++) {
      Clause here = at.get();
      if (here.slot("in").anyMatch(n -> is(n, "fiction"))) {
        return true;
      }
      boolean tells =
          depth > 0
              && codebook.background("depicting").stream()
                  .anyMatch(w -> w.get(0).equals(here.lemma()))
              && here.slot(Clause.SUBJECT).anyMatch(n -> is(n, "work") || is(n, "fiction"));
      if (tells) {
        return true;
      }
      at = here.link().parent().flatMap(clauses::clause);
    }
    return false;
  }

  /** <em>A chronicle of the invasion, the anniversary of the siege</em>. */
  private boolean ofWork(int noun) {
    int governor = clauses.governor(noun);
    for (int depth = 0; depth < 4 && governor >= 0 && clauses.isNoun(governor); depth++) {
      if (is(governor, "work") || is(governor, "fiction")) {
        return true;
      }
      governor = clauses.governor(governor);
    }
    Optional<Phrase> phrase = clauses.phrase(noun);
    return phrase.isPresent()
        && phrase.get().appositions().stream().anyMatch(a -> is(a, "fiction"));
  }
}
