package org.demarche.coder.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.codebook.Rule.Between;
import org.demarche.coder.codebook.Rule.RecipientPolicy;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;

/** Who stands at either end of a matched clause. */
final class Dyads {
  /** What one of these has as its object is the subject's own doing. */
  private static final Set<String> ANNOUNCING =
      Set.of(
          "announce",
          "declare",
          "order",
          "confirm",
          "decree",
          "proclaim",
          "approve",
          "authorize",
          "authorise");

  /** What is threatened under a condition is threatened to whom the condition is put. */
  private static final Set<String> THREATENED = Set.of("THREATEN", "SANCTION", "COERCE", "ASSAULT");

  /** An actor and a recipient; either may be absent where the rule allows. */
  record Dyad(Optional<Participant> actor, Optional<Participant> recipient) {}

  private final Clauses clauses;
  private final SentenceActors actors;
  private final CodebookReading reading;
  private final Background background;

  Dyads(Clauses clauses, SentenceActors actors, CodebookReading reading, Background background) {
    this.background = background;
    this.clauses = clauses;
    this.actors = actors;
    this.reading = reading;
  }

  /** The dyads of a match; empty where an end that the rule needs is missing. */
  List<Dyad> of(Match match) {
    List<Dyad> dyads = unplaced(match);
    Optional<Mention> place = place(match);
    return place.isEmpty()
        ? dyads
        : dyads.stream()
            .map(
                d ->
                    new Dyad(
                        d.actor().map(a -> placed(a, place.get())),
                        d.recipient().map(r -> placed(r, place.get()))))
            .toList();
  }

  /**
   * <em>Police in Istanbul</em>, <em>In Serbia, ethnic Albanians …</em>: of the state they act in.
   */
  private static Participant placed(Participant participant, Mention place) {
    Party party = participant.party();
    boolean role = party.kind() == Party.Kind.ROLE && party.code().isEmpty();
    if (!role && party.kind() != Party.Kind.PEOPLE) {
      return participant;
    }
    Party state = place.parties().get(0);
    return new Participant(
        participant.text(),
        participant.span(),
        new Party(state.code(), party.sectors(), state.name() + " " + party.name(), party.kind()),
        participant.how() + ", located by '" + place.text() + "'");
  }

  /** Where the act takes place, as its clause or the clauses above it say. */
  private Optional<Mention> place(Match match) {
    return clauses.all().stream()
        .filter(c -> clauses.under(match.carrier().head(), c.head()))
        .sorted(Comparator.comparing((Clause c) -> -clauses.depth(c.head())))
        .flatMap(c -> c.slot("in"))
        .flatMap(h -> actors.at(h).stream())
        .filter(m -> m.parties().size() == 1 && m.parties().get(0).kind() == Party.Kind.STATE)
        .findFirst();
  }

  private List<Dyad> unplaced(Match match) {
    Rule rule = match.rule();
    List<Participant> doers = first(match, match.slots(), List.of(), true);
    if (doers.isEmpty() && match.carrier().kind() == Clause.Kind.NOUN) {
      doers = governing(match.carrier());
    }
    List<Participant> others =
        rule.recipientPolicy() == RecipientPolicy.NONE
            ? List.of()
            : first(match, match.recipients(), doers, false);
    if (others.isEmpty() && THREATENED.contains(rule.type())) {
      others = ofConditions(match);
    }
    if (others.isEmpty() && rule.type().equals("AGREE") && match.clause().lemma().equals("agree")) {
      // "India and China agreed to withdraw troops": with each other
      List<Dyad> mutual = doers.size() > 1 ? mutual(match, doers, others) : List.of();
      if (!mutual.isEmpty()) {
        return mutual;
      }
    }
    if (rule.between() == Between.YES || (rule.between() == Between.ALONE && doers.isEmpty())) {
      List<Dyad> mutual = mutual(match, doers, others);
      if (!mutual.isEmpty()) {
        return mutual;
      }
    }
    if (doers.isEmpty() && (!rule.actorOptional() || others.isEmpty())) {
      return List.of();
    }
    if (others.isEmpty() && rule.recipientPolicy() == RecipientPolicy.REQUIRED) {
      return List.of();
    }
    List<Dyad> dyads = new ArrayList<>();
    for (Optional<Participant> doer : optional(doers)) {
      for (Optional<Participant> other : optional(others)) {
        if (!same(doer, other)) {
          dyads.add(new Dyad(doer, other));
        }
      }
    }
    return dyads;
  }

  /** For <em>Biden, at a meeting with the ambassador, said</em>: the subject of the verb above. */
  private List<Participant> governing(Clause noun) {
    boolean beside =
        Set.of("at", "in", "during", "after", "before", "for", "on").contains(noun.link().mark());
    Optional<Clause> verb =
        noun.link().parent().flatMap(clauses::clause).filter(c -> c.kind() == Clause.Kind.VERB);
    boolean announced =
        verb.isPresent()
            && ANNOUNCING.contains(verb.get().lemma())
            && verb.get().slot(Clause.OBJECT).anyMatch(o -> o == noun.head());
    if ((!beside && !announced) || verb.isEmpty()) {
      return List.of();
    }
    return verb.get()
        .slot(Clause.SUBJECT)
        .flatMap(s -> actors.of(s, false).stream())
        .flatMap(m -> m.parties().stream().map(p -> Participant.of(m, p)))
        .toList();
  }

  private static List<Optional<Participant>> optional(List<Participant> participants) {
    return participants.isEmpty()
        ? List.of(Optional.empty())
        : participants.stream().map(Optional::of).toList();
  }

  private static boolean same(Optional<Participant> a, Optional<Participant> b) {
    return a.isPresent() && b.isPresent() && a.get().party().equals(b.get().party());
  }

  private List<Dyad> mutual(Match match, List<Participant> doers, List<Participant> others) {
    List<Participant> between = first(match, List.of("between", "among"), List.of(), false);
    Set<Participant> one = new LinkedHashSet<>(doers);
    Set<Participant> two = new LinkedHashSet<>(others);
    if (between.size() > 1) {
      one = new LinkedHashSet<>(between);
      two = one;
    } else if (two.isEmpty() && one.size() > 1) {
      two = one;
    } else if (one.isEmpty() && two.size() > 1 && match.clause().kind() == Clause.Kind.NOUN) {
      one = two;
    }
    List<Dyad> dyads = new ArrayList<>();
    for (Participant a : one) {
      for (Participant b : two) {
        if (!a.party().sameAs(b.party())) {
          add(dyads, a, b);
          add(dyads, b, a);
        }
      }
    }
    return dyads;
  }

  private static void add(List<Dyad> dyads, Participant a, Participant b) {
    boolean there =
        dyads.stream()
            .anyMatch(
                d ->
                    d.actor().orElseThrow().party().equals(a.party())
                        && d.recipient().orElseThrow().party().equals(b.party()));
    if (!there) {
      dyads.add(new Dyad(Optional.of(a), Optional.of(b)));
    }
  }

  /** The participants of the first slot that names any other than {@code but}. */
  private List<Participant> first(
      Match match, List<String> slots, List<Participant> but, boolean doer) {
    for (String slot : slots) {
      List<Participant> found =
          slot(match, slot, doer).stream()
              .filter(p -> but.stream().noneMatch(b -> b.party().sameAs(p.party())))
              .toList();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  List<Participant> slot(Match match, String slot, boolean doer) {
    if (slot.equals("act.subject") || slot.equals("act.recipient")) {
      return ofAct(match, slot);
    }
    if (slot.equals("if")) {
      return ofConditions(match);
    }
    Set<Participant> direct = participants(match, slot, doer, false);
    // what hangs on an inner noun counts only where nothing hangs on the predicate itself
    return List.copyOf(direct.isEmpty() ? participants(match, slot, doer, true) : direct);
  }

  private Set<Participant> participants(Match match, String slot, boolean doer, boolean through) {
    Set<Participant> found = new LinkedHashSet<>();
    for (Clause.Argument argument : match.clause().arguments()) {
      if (!argument.slot().equals(slot) || argument.through().isPresent() != through) {
        continue;
      }
      List<Mention> mentions;
      if (slot.equals(Clause.POSSESSOR)) {
        mentions = actors.of(argument.head(), false);
      } else {
        mentions = actors.of(argument.head(), !doer);
        if (mentions.isEmpty()) {
          mentions = actors.owners(argument.head());
        }
      }
      boolean owned = doer && background.isPrivate(argument.head(), match.rule().type());
      for (Mention mention : mentions) {
        if (!owned || mention.head() == argument.head()) {
          mention.parties().forEach(p -> found.add(Participant.of(mention, p)));
        }
      }
    }
    if (slot.equals(Clause.POSSESSOR)
        && found.stream().anyMatch(p -> !p.party().code().isEmpty())) {
      // "Serbia's sniper fire": whose it is, not what it is made with
      found.removeIf(p -> p.party().code().isEmpty());
    }
    return found;
  }

  /** <em>Threatened to leave unless Moscow closed its base</em>: who the condition is put to. */
  private List<Participant> ofConditions(Match match) {
    return clauses.all().stream()
        .filter(c -> c.link().tie() == Clause.Tie.CONDITION)
        .filter(c -> clauses.under(c.head(), match.carrier().head()))
        .flatMap(c -> c.slot(Clause.SUBJECT))
        .flatMap(s -> actors.of(s, false).stream())
        .flatMap(m -> m.parties().stream().map(p -> Participant.of(m, p)))
        .distinct()
        .toList();
  }

  private List<Participant> ofAct(Match match, String slot) {
    if (match.act().isEmpty()) {
      return List.of();
    }
    int head = match.act().get();
    boolean subject = slot.equals("act.subject");
    Optional<Match> inner = reading.match(head);
    if (inner.isPresent()) {
      return subject
          ? first(inner.get(), inner.get().slots(), List.of(), true)
          : others(match, innerRecipients(inner.get()));
    }
    Optional<Clause> clause = clauses.clause(head);
    Set<Participant> found = new LinkedHashSet<>();
    clause.ifPresent(
        c -> {
          for (Clause.Argument a : c.arguments()) {
            boolean isSubject =
                a.slot().equals(Clause.SUBJECT)
                    || a.slot().equals(Clause.POSSESSOR)
                    || a.slot().equals("by");
            if (found.isEmpty() && isSubject == subject) {
              actors
                  .of(a.head(), true)
                  .forEach(m -> m.parties().forEach(p -> found.add(Participant.of(m, p))));
            }
          }
        });
    return subject ? List.copyOf(found) : others(match, found);
  }

  /** Whoever agrees to withdraw troops or to cut customs has to do with his own. */
  private static List<Participant> others(Match match, Collection<Participant> found) {
    boolean own = match.rule().type().equals("AGREE");
    return found.stream()
        .filter(
            p ->
                !own
                    || !p.party().code().isEmpty()
                    || p.party().kind() != Party.Kind.ROLE
                    || Collections.disjoint(p.party().sectors(), Set.of("MIL", "GOV", "COP")))
        .toList();
  }

  private List<Participant> innerRecipients(Match inner) {
    for (String slot : inner.recipients()) {
      List<Participant> found = slot(inner, slot, false);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return inner.rule().between() == Between.YES
        ? first(inner, List.of("between"), List.of(), false)
        : List.of();
  }
}
