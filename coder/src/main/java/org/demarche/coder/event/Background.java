package org.demarche.coder.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private static final int ENOUGH_SPORT = 2;

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
          "REQUEST");

  private static final Set<String> CONFLICT =
      Set.of("ASSAULT", "COERCE", "PROTEST", "THREATEN", "SANCTION", "MOBILIZE");

  private final Clauses clauses;
  private final Codebook codebook;
  private final boolean sport;

  Background(Clauses clauses, Codebook codebook) {
    this.clauses = clauses;
    this.codebook = codebook;
    this.sport = sport();
  }

  private boolean sport() {
    Set<List<String>> found = new HashSet<>();
    for (List<String> words : codebook.background("sport")) {
      for (int i = 0; i + words.size() <= clauses.size(); i++) {
        if (at(i, words) && clauses.isNoun(i + words.size() - 1)) {
          found.add(words);
        }
      }
    }
    return found.size() >= ENOUGH_SPORT;
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
        java.util.stream.Stream.of(dyad.actor(), dyad.recipient())
            .flatMap(Optional::stream)
            .toList();
    if (ends.stream().noneMatch(e -> political(e, type, ends))) {
      return Optional.of("neither party is a political actor");
    }
    if (sport
        && PLAYED.contains(type)
        && ends.stream().allMatch(e -> e.party().sectors().stream().noneMatch(POWER::contains))) {
      return Optional.of("tells of sport");
    }
    if (match.carrier().form() == Clause.Form.PRESENT
        && match.carrier().kind() == Clause.Kind.VERB
        && match.carrier().link().tie() != Clause.Tie.COMPLEMENT
        && ends.stream().allMatch(e -> e.party().code().isEmpty() && anybody(e))) {
      return Optional.of("said of anybody");
    }
    return Optional.empty();
  }

  /** Bare plurals: <em>rebels attack at dawn</em>. */
  private boolean anybody(Participant participant) {
    return participant.party().kind() == Party.Kind.ROLE
        && clauses.phrases().stream()
            .filter(
                p -> clauses.sentence().tokens().get(p.head()).span().overlaps(participant.span()))
            .allMatch(p -> p.determiner().isEmpty() || p.determiner().equals("a"));
  }

  private static boolean political(Participant end, String type, List<Participant> ends) {
    Party party = end.party();
    if (party.sectors().stream().anyMatch(s -> POWER.contains(s) || s.equals("IGO"))) {
      return true;
    }
    if (party.code().isEmpty() || isPrivate(party, type)) {
      return false;
    }
    // a company's Taiwanese rival is not Taiwan
    boolean owner = end.how().startsWith("adjective of");
    return !owner || ends.stream().noneMatch(e -> !e.equals(end) && isPrivate(e.party(), type));
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
