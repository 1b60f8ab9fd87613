package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.demarche.coder.actor.Discourse.Seen;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.actor.Resolution.Unknown;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/**
 * Groups of states (<em>five Central Asian countries</em>, <em>the CSTO member states</em>, <em>the
 * two sides</em>) and definite descriptions (<em>the alliance</em>, <em>the country</em>).
 */
final class GroupReader {
  /** A group with more members than this stays one party. */
  private static final int LARGEST = 12;

  private static final Set<String> STATE_NOUNS =
      Set.of("country", "state", "nation", "republic", "member", "power", "neighbour", "neighbor");

  /** Of a state these are other states, of an organisation its members. */
  private static final Set<String> OTHERS = Set.of("neighbour", "neighbor", "partner", "ally");

  private static final Set<String> SIDES =
      Set.of(
          "side",
          "party",
          "country",
          "state",
          "nation",
          "government",
          "leader",
          "neighbour",
          "neighbor",
          "president",
          "ally",
          "capital",
          "delegation",
          "minister",
          "organization",
          "organisation",
          "army",
          "power");
  private static final Map<String, Integer> NUMBERS =
      Map.of(
          "two", 2, "both", 2, "three", 3, "four", 4, "five", 5, "six", 6, "seven", 7, "2", 2, "3",
          3);

  private static final Set<String> OF_STATES = Set.of("president", "minister", "army");

  /** Five organisations without more are not five that were named before. */
  private static final Set<String> INDEFINITE = Set.of("", "a", "an", "some", "any", "no");

  private final Scene scene;
  private final ActorBook book;
  private final Clauses clauses;
  private final Discourse discourse;
  private final LocalDate day;

  GroupReader(Scene scene) {
    this.scene = scene;
    this.book = scene.book();
    this.clauses = scene.clauses();
    this.discourse = scene.discourse();
    this.day = scene.day();
  }

  /** Whether a noun such as <em>country</em> or <em>side</em> is a group before it is a role. */
  static boolean names(String lemma) {
    return STATE_NOUNS.contains(lemma) || lemma.equals("side") || lemma.equals("party");
  }

  /** Whether a noun may stand for others at all. */
  static boolean mayName(String lemma, ActorBook book) {
    return STATE_NOUNS.contains(lemma) || SIDES.contains(lemma) || book.describes(lemma);
  }

  /** Whether a phrase counts others by their role: <em>both armies</em>. */
  static boolean counted(Clauses clauses, Phrase phrase) {
    String lemma = clauses.lemma(phrase.head());
    return clauses.pos(phrase.head()).equals("NNS") && SIDES.contains(lemma) && !names(lemma);
  }

  /** <em>Russia's neighbours</em>: others than Russia, and unnamed. */
  boolean others(Phrase phrase) {
    boolean states = owners(phrase).stream().anyMatch(o -> o.kind() == Party.Kind.STATE);
    return OTHERS.contains(clauses.lemma(phrase.head()))
        && (states || phrase.possessor().isPresent());
  }

  Resolution read(Phrase phrase) {
    String lemma = clauses.lemma(phrase.head());
    boolean plural =
        clauses.pos(phrase.head()).equals("NNS") || clauses.pos(phrase.head()).equals("NNPS");
    List<Party> owners = owners(phrase);
    if (!owners.isEmpty() && (STATE_NOUNS.contains(lemma) || lemma.equals("side"))) {
      return belonging(phrase, owners, plural);
    }
    boolean said =
        phrase.prepositions().stream()
            .anyMatch(p -> Set.of("of", "in", "from").contains(p.preposition()));
    if (SIDES.contains(lemma) && plural && !said) {
      return sides(phrase, lemma);
    }
    boolean definite = Set.of("the", "this", "that").contains(phrase.determiner());
    if (!definite || plural || !owners.isEmpty()) {
      return new Unknown("no actor");
    }
    if (STATE_NOUNS.contains(lemma) && phrase.prepositions().isEmpty()) {
      return discourse
          .antecedent(
              clauses.sentence().index(),
              phrase.head(),
              s -> s.parties().size() == 1 && s.parties().get(0).kind() == Party.Kind.STATE)
          .<Resolution>map(
              s -> new Resolved(s.parties(), "'the " + lemma + "': nearest state before"))
          .orElse(new Unknown("no state before"));
    }
    return described(phrase, lemma);
  }

  /** "the Kazakh side", "five Central Asian countries", "member states of the EAEU". */
  private Resolution belonging(Phrase phrase, List<Party> owners, boolean plural) {
    if (!plural) {
      return new Resolved(owners.subList(0, 1), "the " + owners.get(0).code() + " side");
    }
    return members(owners, phrase);
  }

  /** The members of organisations or regions on the day, as far as they are few. */
  Resolved members(List<Party> owners, Phrase phrase) {
    List<Party> members = new ArrayList<>();
    for (Party owner : owners) {
      List<String> codes = book.members(owner.code(), day);
      // of several organisations the organisations themselves are the parties
      if (codes.isEmpty() || codes.size() > LARGEST || owners.size() > 1) {
        members.add(owner);
      } else {
        codes.forEach(c -> members.add(state(c)));
      }
    }
    Optional<Integer> said =
        phrase.modifiers().stream()
            .map(m -> NUMBERS.get(clauses.lemma(m)))
            .filter(n -> n != null)
            .findFirst();
    String count =
        said.filter(n -> n != members.size()).map(n -> " (the text says " + n + ")").orElse("");
    return new Resolved(
        members.stream().distinct().toList(),
        "members of " + owners.get(0).code() + " on " + day + count);
  }

  private Party state(String code) {
    return new Party(
        code, List.of(), book.entry(code).map(ActorEntry::name).orElse(code), Party.Kind.STATE);
  }

  /** "the two countries", "both sides", "the parties": the latest different actors before. */
  private Resolution sides(Phrase phrase, String lemma) {
    int wanted =
        phrase.modifiers().stream()
            .map(m -> NUMBERS.get(clauses.lemma(m)))
            .filter(n -> n != null && !INDEFINITE.contains(phrase.determiner()))
            .findFirst()
            .orElse(
                phrase.determiner().equals("both")
                    ? 2
                    : phrase.determiner().equals("the")
                            && (lemma.equals("party") || lemma.equals("side"))
                        ? 0
                        : -1);
    if (wanted < 0) {
      return new Unknown("no actor");
    }
    if (wanted > 2) {
      Optional<Seen> together =
          discourse
              .latestFirst(clauses.sentence().index())
              .filter(s -> s.sentence() < clauses.sentence().index() || s.head() < phrase.head())
              .filter(s -> s.parties().size() == wanted && s.lemma().equals(lemma))
              .findFirst();
      if (together.isPresent()) {
        return new Resolved(together.get().parties(), "the " + wanted + " mentioned before");
      }
    }
    List<Party> doers = scene.doers(phrase.head());
    List<Party> latest = new ArrayList<>();
    int sentence = -1;
    boolean subject = false;
    Stream<Seen> before = discourse.latestFirst(clauses.sentence().index());
    for (Seen seen : (Iterable<Seen>) before::iterator) {
      if (seen.sentence() == clauses.sentence().index() && seen.head() > phrase.head()) {
        continue;
      }
      if (wanted == 0
          && sentence >= 0
          && latest.size() >= 2
          && (subject || seen.sentence() != sentence)) {
        break;
      }
      subject |= seen.subject();
      for (Party party : seen.parties()) {
        boolean states =
            Set.of("country", "state", "nation", "neighbour", "neighbor").contains(lemma);
        boolean known =
            states
                ? party.kind() == Party.Kind.STATE
                : party.kind() == Party.Kind.STATE
                    || party.kind() == Party.Kind.ORGANISATION
                    || party.kind() == Party.Kind.GROUP
                    || !party.code().isEmpty();
        // presidents and armies are of states
        boolean fits =
            known && !(OF_STATES.contains(lemma) && party.kind() == Party.Kind.ORGANISATION);
        if (fits && !doers.contains(party) && latest.stream().noneMatch(l -> l.sameAs(party))) {
          latest.add(party);
          sentence = seen.sentence();
        }
      }
      if (wanted > 0 && latest.size() >= wanted) {
        break;
      }
    }
    if (latest.size() < 2 || (wanted > 0 && latest.size() < wanted)) {
      return new Unknown("fewer than two actors before");
    }
    List<Party> found = new ArrayList<>(wanted > 0 ? latest.subList(0, wanted) : latest);
    Collections.reverse(found);
    return new Resolved(found, "the latest actors mentioned before");
  }

  private Resolution described(Phrase phrase, String lemma) {
    if (!book.describes(lemma)) {
      return new Unknown("no actor");
    }
    return discourse
        .antecedent(
            clauses.sentence().index(),
            phrase.head(),
            s ->
                s.parties().size() == 1
                    && book.entry(s.parties().get(0).code())
                        .map(e -> e.descriptions().contains(lemma))
                        .orElse(false))
        .<Resolution>map(s -> new Resolved(s.parties(), "'the " + lemma + "' described before"))
        .orElse(new Unknown("no actor"));
  }

  private List<Party> owners(Phrase phrase) {
    List<Party> owners = new ArrayList<>();
    for (int modifier : phrase.modifiers()) {
      owners.addAll(scene.resolve(modifier).parties());
    }
    if (owners.isEmpty() && phrase.possessor().isPresent()) {
      owners.addAll(scene.resolve(phrase.possessor().getAsInt()).parties());
    }
    if (owners.isEmpty()) {
      for (Phrase.Prepositional p : phrase.prepositions()) {
        if (Set.of("of", "in").contains(p.preposition()) && owners.isEmpty()) {
          owners.addAll(scene.resolve(p.head()).parties());
          clauses
              .phrase(p.head())
              .ifPresent(
                  inner ->
                      inner.conjuncts().forEach(c -> owners.addAll(scene.resolve(c).parties())));
        }
      }
    }
    return owners.stream()
        .filter(o -> o.kind() == Party.Kind.STATE || o.kind() == Party.Kind.ORGANISATION)
        .filter(o -> !o.code().isEmpty())
        .distinct()
        .toList();
  }
}
