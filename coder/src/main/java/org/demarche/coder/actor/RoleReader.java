package org.demarche.coder.actor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.Lexicon.Match;
import org.demarche.coder.actor.Resolution.Ambiguous;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/** People and bodies known by what they are: <em>the Indian army</em>, <em>protesters</em>. */
final class RoleReader {
  /** <em>The separatists … the rebels</em>. */
  private static final Set<List<String>> SAME = Set.of(List.of("REB"), List.of("PRO"));

  private static final Set<List<String>> FOES =
      Set.of(List.of("REB"), List.of("OPP"), List.of("PRO"), List.of("UAF"));

  private static final Set<String> RULING =
      Set.of("government", "army", "president", "authority", "junta", "regime");

  private static final Set<String> LEADING = Set.of("leader", "elder", "chief", "head");

  /** <em>His Indian counterpart</em> is India's, not his. */
  private static final Set<String> MIRRORED = Set.of("counterpart", "opposite number");

  private final Scene scene;
  private final Clauses clauses;

  RoleReader(Scene scene) {
    this.scene = scene;
    this.clauses = scene.clauses();
  }

  /** The parties of a group in a role: <em>the two armies</em>. */
  Resolution of(Resolved group, Match<Role> match, Phrase phrase) {
    List<String> sectors = match.meanings().get(0).sectors();
    return new Resolved(
        group.parties().stream()
            .map(
                p ->
                    p.kind() == Party.Kind.PERSON
                        ? p
                        : roleOf(p, sectors, clauses.lemma(phrase.head())))
            .toList(),
        group.how());
  }

  /** Who a role word stands for. */
  Resolution read(Phrase phrase, Match<Role> match) {
    boolean mirrored = MIRRORED.contains(match.meanings().get(0).noun());
    List<String> sectors =
        held(phrase, mirrored ? likePossessor(phrase, match) : match.meanings().get(0).sectors());
    for (int apposition : phrase.appositions()) {
      Resolution apposed = scene.resolve(apposition);
      if (apposed.parties().size() == 1
          && apposed.parties().get(0).kind() == Party.Kind.PERSON
          && !apposed.parties().get(0).code().isEmpty()) {
        return new Resolved(apposed.parties(), "apposition: " + apposed.how());
      }
    }
    List<Party> owners = mirrored ? scene.ownersBeside(phrase) : scene.owners(phrase);
    if (owners.isEmpty()) {
      owners = shared(phrase);
    }
    if (owners.isEmpty() && FOES.contains(sectors)) {
      owners = government(phrase);
    }
    if (!owners.isEmpty()) {
      return new Resolved(
          owners.stream()
              .map(o -> roleOf(o, sectors, clauses.lemma(phrase.head())))
              .distinct()
              .toList(),
          "role " + match.meanings().get(0).noun() + " of " + codes(owners));
    }
    Optional<Ambiguous> rivals = scene.ambiguousOwner(phrase);
    if (rivals.isPresent()) {
      return new Ambiguous(
          rivals.get().candidates().stream()
              .map(o -> roleOf(o, sectors, clauses.lemma(phrase.head())))
              .toList(),
          rivals.get().how());
    }
    if (Set.of("the", "this", "that").contains(phrase.determiner())
        && phrase.modifiers().isEmpty()) {
      var before =
          scene
              .discourse()
              .antecedent(
                  scene.sentence(),
                  phrase.head(),
                  s ->
                      s.parties().size() == 1
                          && !s.parties().get(0).code().isEmpty()
                          && s.parties().get(0).sectors().equals(sectors)
                          && (s.lemma().equals(clauses.lemma(phrase.head()))
                              || SAME.contains(sectors)
                              || s.parties().get(0).kind() == Party.Kind.PERSON));
      if (before.isPresent()) {
        return new Resolved(before.get().parties(), "definite description of an earlier mention");
      }
    }
    return new Resolved(
        List.of(new Party("", sectors, match.meanings().get(0).noun(), Party.Kind.ROLE)),
        "role " + match.meanings().get(0).noun());
  }

  /** <em>The government of Mali and the rebels</em>: theirs. */
  private List<Party> government(Phrase phrase) {
    return clauses.phrases().stream()
        .filter(p -> p.head() < phrase.head() && p.conjuncts().contains(phrase.head()))
        .filter(p -> RULING.contains(clauses.lemma(p.head())))
        .findFirst()
        .map(scene::owners)
        .orElse(List.of());
  }

  /** <em>Iraqi tanks and troops</em>: what stands before the first noun goes for both. */
  private List<Party> shared(Phrase phrase) {
    boolean bare = phrase.determiner().isEmpty() && phrase.core().start() == phrase.head();
    return clauses.phrases().stream()
        .filter(p -> bare && p.head() < phrase.head() && p.conjuncts().contains(phrase.head()))
        .filter(p -> p.head() + 2 == phrase.head() && p.determiner().isEmpty())
        .findFirst()
        .map(scene::owners)
        .orElse(List.of());
  }

  /** <em>The defence minister met his Indian counterpart</em>: the sectors of whose it is. */
  private List<String> likePossessor(Phrase phrase, Match<Role> match) {
    return phrase.possessor().stream()
        .mapToObj(scene::resolve)
        .flatMap(r -> r.parties().stream())
        .map(Party::sectors)
        .filter(s -> !s.isEmpty())
        .findFirst()
        .orElse(match.meanings().get(0).sectors());
  }

  /** Who was president is of the elite. */
  private List<String> held(Phrase phrase, List<String> sectors) {
    return scene.former(phrase) ? List.of("ELI") : sectors;
  }

  private static String codes(List<Party> parties) {
    return String.join(", ", parties.stream().map(Party::code).toList());
  }

  private Party roleOf(Party owner, List<String> sectors, String lemma) {
    boolean own = owner.kind() == Party.Kind.ORGANISATION || owner.kind() == Party.Kind.GROUP;
    if (own) {
      return new Party(owner.code(), owner.sectors(), owner.name() + " " + lemma, owner.kind());
    }
    boolean people = owner.kind() == Party.Kind.PEOPLE;
    // those who lead a people govern no state
    boolean heads = people && sectors.equals(List.of("GOV")) && LEADING.contains(lemma);
    return new Party(
        owner.code(),
        heads ? List.of("ELI") : sectors,
        owner.name() + " " + lemma,
        people ? Party.Kind.PEOPLE : Party.Kind.ROLE);
  }
}
