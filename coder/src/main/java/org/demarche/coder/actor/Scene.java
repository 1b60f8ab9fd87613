package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.demarche.coder.actor.Lexicon.Match;
import org.demarche.coder.actor.Resolution.Ambiguous;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/**
 * A sentence whose actors are being found: what the readers of names, roles, groups and pronouns
 * share.
 *
 * @param day the day on which offices and memberships are looked up
 * @param text the article's text
 * @param nameAt for each token the book's name that covers it, null where none does
 * @param resolver finds who a token stands for; safe against circles
 */
record Scene(
    ActorBook book,
    NameReader names,
    Clauses clauses,
    Discourse discourse,
    LocalDate day,
    String text,
    List<Match<Sense>> nameAt,
    IntFunction<Resolution> resolver) {
  private static final Set<String> FORMER =
      Set.of("former", "ex", "ex-", "oust", "ousted", "depose", "deposed", "late");

  /**
   * What those belong to who are <em>leaders of both Ivorian camps, miners in the republic of</em>.
   */
  private static final Set<String> WHOLES =
      Set.of(
          "camp",
          "side",
          "faction",
          "community",
          "party",
          "group",
          "movement",
          "city",
          "town",
          "village",
          "island",
          "republic",
          "province",
          "region",
          "area",
          "district",
          "state",
          "port",
          "capital",
          "part",
          "north",
          "south",
          "east",
          "west",
          "territory",
          "enclave");

  int sentence() {
    return clauses.sentence().index();
  }

  Resolution resolve(int token) {
    return resolver.apply(token);
  }

  Resolution resolve(Match<Sense> name) {
    return names.resolve(name, clauses, discourse, day);
  }

  /** <em>The former president</em>, <em>the ex-minister</em>. */
  boolean former(Phrase phrase) {
    for (int i = phrase.core().start(); i < phrase.head(); i++) {
      if (FORMER.contains(clauses.lemma(i))) {
        return true;
      }
    }
    return false;
  }

  /** The rival readings of the name before a role: <em>the Congolese army</em>. */
  Optional<Ambiguous> ambiguousOwner(Phrase phrase) {
    List<Integer> before = new ArrayList<>(phrase.modifiers());
    phrase.possessor().ifPresent(before::add);
    return before.stream()
        .map(this::resolve)
        .flatMap(r -> r.fold(x -> Stream.<Ambiguous>empty(), Stream::of, x -> Stream.empty()))
        .findFirst();
  }

  /** The states or organisations that a phrase says it belongs to. */
  List<Party> owners(Phrase phrase) {
    return owners(phrase, true);
  }

  /** The same without the possessor: <em>his counterpart from Japan</em> is Japan's. */
  List<Party> ownersBeside(Phrase phrase) {
    return owners(phrase, false);
  }

  private List<Party> owners(Phrase phrase, boolean possessed) {
    List<Party> owners = new ArrayList<>();
    if (WHOLES.contains(clauses.lemma(phrase.head()))) {
      // the Soviet republic of Kazakhstan is Kazakhstan
      phrase.prepositions().stream()
          .filter(p -> p.preposition().equals("of"))
          .flatMap(p -> resolve(p.head()).parties().stream())
          .filter(p -> p.kind() == Party.Kind.STATE)
          .forEach(owners::add);
      if (!owners.isEmpty()) {
        return owners;
      }
    }
    for (int modifier : phrase.modifiers()) {
      Match<Sense> match = nameAt.get(modifier);
      if (match != null && match.end() == modifier + 1 && match.end() <= phrase.head()) {
        resolve(match).parties().stream()
            .filter(p -> p.kind() != Party.Kind.PERSON || !firstName(match))
            .forEach(owners::add);
      }
    }
    if (possessed && stateless(owners) && phrase.possessor().isPresent()) {
      owners.addAll(resolve(phrase.possessor().getAsInt()).parties());
    }
    for (Set<String> prepositions :
        List.of(Set.of("of"), Set.of("in", "from", "at", "across", "throughout", "around"))) {
      for (Phrase.Prepositional p : phrase.prepositions()) {
        if (stateless(owners) && prepositions.contains(p.preposition())) {
          owners.addAll(resolve(p.head()).parties());
          if (owners.isEmpty() && WHOLES.contains(clauses.lemma(p.head()))) {
            clauses.phrase(p.head()).ifPresent(inner -> owners.addAll(owners(inner)));
          }
          clauses
              .phrase(p.head())
              .ifPresent(
                  inner -> {
                    if (!owners.isEmpty()) {
                      inner.conjuncts().forEach(c -> owners.addAll(resolve(c).parties()));
                    }
                  });
        }
      }
    }
    // Kurdish students of Iraq are Iraq's
    boolean peoplesOnly = stateless(owners);
    return owners.stream()
        .filter(o -> !o.code().isEmpty())
        .filter(o -> peoplesOnly || o.kind() != Party.Kind.PEOPLE)
        .distinct()
        .toList();
  }

  /** <em>Foreign Minister Pierre …</em>: a known surname, but the first name of somebody else. */
  private boolean firstName(Match<Sense> match) {
    return clauses.isProper(match.end()) && names.roleEndingAt(clauses, match.end()) == null;
  }

  /**
   * Who does what is done to an anaphor: a plain pronoun never stands for the subject of its own
   * clause, nor as an infinitive's subject for that of the clause above (Chomsky 1981, principle
   * B); nor do <em>both sides</em>.
   */
  List<Party> doers(int anaphor) {
    return clauses.all().stream()
        .filter(c -> c.kind() == Clause.Kind.VERB)
        .flatMap(
            c ->
                c.arguments().stream()
                    .filter(a -> a.head() == anaphor)
                    .flatMap(
                        a ->
                            !a.slot().equals(Clause.SUBJECT)
                                ? Stream.of(c)
                                : c.form() == Clause.Form.INFINITIVE
                                    ? c.link().parent().flatMap(clauses::clause).stream()
                                    : Stream.<Clause>empty()))
        .flatMap(c -> c.slot(Clause.SUBJECT))
        .filter(s -> s < anaphor)
        .flatMap(s -> resolve(s).parties().stream())
        .toList();
  }

  private static boolean stateless(List<Party> owners) {
    return owners.stream().allMatch(o -> o.kind() == Party.Kind.PEOPLE);
  }
}
