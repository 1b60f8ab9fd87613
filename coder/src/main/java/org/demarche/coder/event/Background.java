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
import org.demarche.coder.syntax.Token;

/**
 * Tells what stands beside politics: matches, novels and museums, companies among themselves,
 * truths about soldiers at large. Its words are sets of the codebook.
 */
final class Background {
  /** So many different words of sport or the arts make a sentence one about them. */
  private static final int ENOUGH = 2;

  private static final Set<String> POWER =
      Set.of(
          "GOV", "MIL", "COP", "SPY", "LEG", "JUD", "OPP", "REB", "UAF", "PTY", "PRO", "CRM", "REF",
          "IGO");

  private static final Set<String> PRIVATE = Set.of("BUS", "MNC", "MED", "JRN", "EDU", "HLH");

  /** Private too where nobody is harmed. */
  private static final Set<String> PEACEFUL =
      Set.of("REL", "CVL", "LAB", "AGR", "CHR", "MOS", "BUD", "HIN", "JEW");

  private static final Set<String> HARMLESS =
      Set.of("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "AID", "ACCUSE");

  /** What somebody's batsmen or pianists do that the state does not. */
  private static final Set<String> OWN_DEEDS =
      Set.of(
          "ASSAULT",
          "COERCE",
          "CONSULT",
          "MOBILIZE",
          "RETREAT",
          "CONCEDE",
          "THREATEN",
          "AGREE",
          "COOPERATE",
          "AID");

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

  /** What is shot, where somebody's; else it burns. */
  private static final Set<String> GUNFIRE = Set.of("fire");

  private static final List<String> CRAFTS =
      List.of("ist", "ician", "grapher", "wright", "smith", "keeper", "woman");

  private final Clauses clauses;
  private final Codebook codebook;
  private final BitSet titles;

  Background(Clauses clauses, Codebook codebook) {
    this.clauses = clauses;
    this.codebook = codebook;
    this.titles = titles();
  }

  // --- words ---

  /** Whether the sentence speaks of sport or the arts. */
  private boolean staged() {
    return count("match") > 0 || count("sport") >= ENOUGH || count("culture") >= ENOUGH;
  }

  /** How many different words of a set the sentence has as nouns. */
  private int count(String set) {
    Set<List<String>> found = new HashSet<>();
    for (List<String> words : codebook.background(set)) {
      for (int i = 0; i + words.size() <= clauses.size(); i++) {
        int last = i + words.size() - 1;
        if (at(i, words) && (clauses.isNoun(last) || clauses.phrase(last).isPresent())) {
          found.add(words);
        }
      }
    }
    return found.size();
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

  // --- who ---

  /**
   * Whether a thing or person, though a state's, is none of its organs in such an act: <em>Indian
   * batsmen, a Swedish pop group</em>.
   */
  boolean isPrivate(int noun, String type) {
    return OWN_DEEDS.contains(type) && (is(noun, "private") || craftsman(noun));
  }

  /** A common noun made to name a person by trade: <em>chemist, technician, photographer</em>. */
  private boolean craftsman(int noun) {
    String lemma = clauses.lemma(noun);
    return !clauses.isProper(noun) && CRAFTS.stream().anyMatch(lemma::endsWith);
  }

  /** Why an event of this type between these two is none of politics; empty where it may be. */
  Optional<String> against(Match match, String type, Dyad dyad) {
    List<Participant> ends =
        Stream.of(dyad.actor(), dyad.recipient()).flatMap(Optional::stream).toList();
    boolean among =
        ends.stream().anyMatch(e -> isPrivate(e.party(), type))
            && ends.stream().allMatch(e -> isPrivate(e.party(), "CONSULT"));
    if (among || ends.stream().noneMatch(e -> political(e, type, ends))) {
      return Optional.of("neither party is a political actor");
    }
    boolean unknown =
        Set.of("CONSULT", "AGREE").contains(type)
            && ends.stream().allMatch(e -> e.party().code().isEmpty())
            && dyad.actor().filter(a -> a.party().sectors().isEmpty()).isPresent();
    if (unknown) {
      return Optional.of("nobody known to any state");
    }
    if (natural(match, dyad)) {
      return Optional.of("an act of nature");
    }
    if (PLAYED.contains(type) && ends.stream().noneMatch(this::powerful) && staged()) {
      return Optional.of("tells of sport or the arts");
    }
    Clause carrier = match.carrier();
    boolean anybody =
        carrier.form() == Clause.Form.PRESENT
            && carrier.kind() == Clause.Kind.VERB
            && carrier.link().tie() != Clause.Tie.COMPLEMENT
            && ends.stream().allMatch(this::anybody);
    return anybody ? Optional.of("said of anybody") : Optional.empty();
  }

  private boolean political(Participant end, String type, List<Participant> ends) {
    Party party = end.party();
    if (party.sectors().stream().anyMatch(POWER::contains)) {
      return true;
    }
    if (party.code().isEmpty() || isPrivate(party, type)) {
      return false;
    }
    // a company's Taiwanese rival is not Taiwan
    return type.equals("ASSAULT")
        || !owner(end)
        || ends.stream().noneMatch(e -> !e.equals(end) && business(e.party()));
  }

  private static boolean business(Party party) {
    return !party.sectors().isEmpty() && PRIVATE.containsAll(party.sectors());
  }

  private static boolean isPrivate(Party party, String type) {
    return !type.equals("PROTEST")
        && !party.sectors().isEmpty()
        && party.sectors().stream()
            .allMatch(
                s -> PRIVATE.contains(s) || (HARMLESS.contains(type) && PEACEFUL.contains(s)));
  }

  /**
   * <em>The Taiwanese</em> rival, <em>the Hong Kong</em> arm: what a thing that acts belongs to.
   */
  private boolean owner(Participant end) {
    return tokens(end)
        .filter(t -> t.span().end() == end.span().end())
        .map(t -> clauses.governor(t.index()))
        .anyMatch(
            g ->
                g >= 0
                    && clauses.isNoun(g)
                    && clauses.clause(g).isEmpty()
                    && tokens(end).noneMatch(t -> t.index() >= g || possesses(t.index(), g))
                    && clauses
                        .phrase(g)
                        .filter(p -> tokens(end).allMatch(t -> p.core().start() <= t.index()))
                        .isPresent());
  }

  private boolean possesses(int token, int noun) {
    return clauses
        .phrase(noun)
        .filter(p -> p.possessor().isPresent() && p.possessor().getAsInt() == token)
        .isPresent();
  }

  /** Whether somebody holds power, and not only a role on a stage: a judge, a king, a captain. */
  private boolean powerful(Participant participant) {
    Party party = participant.party();
    boolean stage =
        party.kind() == Party.Kind.ROLE
            && tokens(participant).anyMatch(t -> is(t.index(), "stage"));
    return !stage && party.sectors().stream().anyMatch(POWER::contains);
  }

  /** <em>Hurricane Marta, floods in Assam</em>; but <em>Armenian fire</em> is shot. */
  private boolean natural(Match match, Dyad dyad) {
    boolean owned = dyad.actor().filter(a -> !a.party().code().isEmpty()).isPresent();
    return match
            .clause()
            .slot(Clause.SUBJECT)
            .anyMatch(n -> is(n, "nature") && !(owned && GUNFIRE.contains(clauses.lemma(n))))
        || dyad.actor().filter(a -> a.party().code().isEmpty()).stream()
            .map(a -> a.text().toLowerCase(Locale.ROOT) + " ")
            .anyMatch(
                name ->
                    codebook.background("nature").stream()
                        .anyMatch(w -> name.startsWith(String.join(" ", w) + " ")));
  }

  /** Bare plurals: <em>rebels attack at dawn</em>. */
  private boolean anybody(Participant participant) {
    return participant.party().kind() == Party.Kind.ROLE
        && participant.party().code().isEmpty()
        && tokens(participant)
            .flatMap(t -> clauses.phrase(t.index()).stream())
            .allMatch(p -> p.determiner().isEmpty() || Set.of("a", "an").contains(p.determiner()));
  }

  private Stream<Token> tokens(Participant participant) {
    return clauses.sentence().tokens().stream().filter(t -> t.span().overlaps(participant.span()));
  }

  // --- works ---

  /** Whether a clause is told by a novel, a museum or a play, not by the paper, or is a title. */
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

  /** The tokens of titles: quoted words of which each long one has a capital. */
  private BitSet titles() {
    BitSet found = new BitSet();
    int open = -1;
    for (int i = 0; i < clauses.size(); i++) {
      if (!Set.of("\"", "“", "”", "``", "''").contains(clauses.form(i))) {
        continue;
      }
      if (open >= 0 && isTitle(open + 1, i)) {
        found.set(open + 1, i);
      }
      open = open < 0 ? i : -1;
    }
    return found;
  }

  private boolean isTitle(int from, int to) {
    return to - from >= 2
        && IntStream.range(from, to)
            .mapToObj(clauses::form)
            .filter(w -> w.length() > 3)
            .allMatch(w -> Character.isUpperCase(w.charAt(0)));
  }
}
