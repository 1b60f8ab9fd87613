package org.demarche.coder.event;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

  /** What one of these promises the other side need not have agreed to. */
  private static final Set<String> OFFERING =
      Set.of(
          "offer",
          "ready",
          "willing",
          "prepare",
          "prepared",
          "propose",
          "plan",
          "intend",
          "promise",
          "pledge",
          "volunteer",
          "hope",
          "want",
          "consider");

  /** What one of these signs is signed with whom it is to be done to. */
  private static final Set<String> COVENANTS = Set.of("SUPPORT", "COOPERATE");

  /** What is threatened under a condition is threatened to whom the condition is put. */
  private static final Set<String> THREATENED = Set.of("THREATEN", "SANCTION", "COERCE", "ASSAULT");

  /** An actor and a recipient; either may be absent where the rule allows. */
  record Dyad(Optional<Participant> actor, Optional<Participant> recipient) {}

  private final Clauses clauses;
  private final SentenceActors actors;
  private final CodebookReading reading;
  private final Background background;
  private final Homes homes;

  Dyads(Clauses clauses, SentenceActors actors, CodebookReading reading, Background background) {
    this.background = background;
    this.clauses = clauses;
    this.actors = actors;
    this.reading = reading;
    this.homes = new Homes(clauses, actors);
  }

  /**
   * The dyads of a match; empty where an end that the rule needs is missing.
   *
   * @param type what the act is coded as, plans and refusals taken into account
   */
  List<Dyad> of(Match match, String type) {
    return unplaced(match, type).stream()
        .map(d -> homes.settle(match, d))
        .distinct()
        .filter(d -> !same(d.actor(), d.recipient()))
        .toList();
  }

  private List<Dyad> unplaced(Match match, String type) {
    Rule rule = match.rule();
    List<Participant> doers = first(match, match.slots(), List.of(), true);
    if (harmOfPassive(match)) {
      doers = List.of();
    }
    if (doers.isEmpty() && match.carrier().kind() == Clause.Kind.NOUN) {
      doers = governing(match.carrier());
    }
    List<Participant> others =
        rule.recipientPolicy() == RecipientPolicy.NONE
            ? List.of()
            : first(match, match.recipients(), doers, false);
    if (rule.type().equals("THREATEN") && others.stream().allMatch(Dyads::nameless)) {
      List<Participant> threatened = threatened(match, doers);
      others = threatened.isEmpty() ? others : threatened;
    }
    if (others.isEmpty() && COVENANTS.contains(rule.type())) {
      others = ofWhatIsSigned(match, doers);
    }
    if (others.isEmpty() && THREATENED.contains(rule.type())) {
      others = ofConditions(match);
    }
    if (rule.type().equals("MOBILIZE")) {
      // "scrambled fighter jets": with whom, not against whom
      others = others.stream().filter(o -> !nameless(o)).toList();
    }
    if (rule.between() == Between.YES
        || (rule.between() == Between.ALONE && doers.isEmpty())
        || (others.isEmpty() && doers.size() > 1 && match.clause().lemma().equals("agree"))) {
      List<Dyad> mutual =
          oneSided(match, type, doers, others) ? List.of() : mutual(match, doers, others);
      if (!mutual.isEmpty()) {
        return mutual;
      }
    }
    if (others.isEmpty() && rule.recipientPolicy() != RecipientPolicy.NONE) {
      others = homes.scene(match, doers).stream().toList();
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

  /** <em>An airliner was shot down, killing 298</em>: not the airliner did it. */
  private boolean harmOfPassive(Match match) {
    Clause clause = match.carrier();
    return clause.link().tie() == Clause.Tie.ADVERBIAL
        && clause.form() != Clause.Form.INFINITIVE
        && clause.link().mark().isEmpty()
        && match.rule().type().equals("ASSAULT")
        && clause.link().parent().flatMap(clauses::clause).filter(Clause::passive).isPresent();
  }

  private static Stream<Participant> participants(Mention mention) {
    return mention.parties().stream().map(p -> Participant.of(mention, p));
  }

  private static Predicate<Participant> other(List<Participant> than) {
    return p -> than.stream().noneMatch(t -> t.party().sameAs(p.party()));
  }

  private static boolean nameless(Participant participant) {
    return participant.party().code().isEmpty();
  }

  /** Who offers talks to somebody has not been answered yet. */
  private static boolean oneSided(
      Match match, String type, List<Participant> doers, List<Participant> others) {
    boolean offered =
        match.rule().type().equals("AGREE") && OFFERING.contains(match.clause().lemma());
    boolean refused = type.equals("REJECT") && !match.rule().type().equals("REJECT");
    return (offered || refused) && !doers.isEmpty() && !others.isEmpty();
  }

  /** Whom a threat is put to: the condition says it, else what is threatened, else its place. */
  private List<Participant> threatened(Match match, List<Participant> doers) {
    List<Participant> found = ofConditions(match);
    Optional<Match> act = match.act().flatMap(reading::match);
    if (found.isEmpty() && act.isPresent()) {
      found = innerRecipients(act.get()).stream().filter(other(doers)).toList();
      if (found.isEmpty()) {
        found = homes.scene(act.get(), doers).stream().toList();
      }
    }
    return found;
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
        .flatMap(Dyads::participants)
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
    long sides = one.stream().map(Participant::span).distinct().count();
    List<Dyad> dyads = new ArrayList<>();
    for (Participant a : one) {
      for (Participant b : two) {
        // "Iran and six powers": the six are one side
        boolean fellows = one.equals(two) && sides > 1 && a.span().equals(b.span());
        if (!fellows && !a.party().sameAs(b.party())) {
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
      List<Participant> all = slot(match, slot, doer);
      List<Participant> found = all.stream().filter(other(but)).toList();
      if (found.isEmpty() && !all.isEmpty() && !doer) {
        found = beside(match, slot, but);
      }
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  /** <em>Its border with Belarus</em>: the other one at a thing that is the doer's own. */
  private List<Participant> beside(Match match, String slot, List<Participant> but) {
    return match
        .clause()
        .slot(slot)
        .flatMap(noun -> clauses.phrase(noun).stream())
        .flatMap(phrase -> phrase.prepositions().stream())
        .filter(p -> p.preposition().equals("with"))
        .flatMap(p -> actors.of(p.head(), false).stream())
        .flatMap(Dyads::participants)
        .filter(other(but))
        .distinct()
        .toList();
  }

  /** <em>Signed a deal to supply gas to Italy</em>: whom the signed act is done to. */
  private List<Participant> ofWhatIsSigned(Match match, List<Participant> doers) {
    return match
        .clause()
        .slot(Clause.OBJECT)
        .flatMap(noun -> clauses.clause(noun).stream())
        .flatMap(noun -> noun.complements().stream())
        .flatMap(act -> reading.match(act.head()).stream())
        .flatMap(act -> innerRecipients(act).stream())
        .filter(p -> !nameless(p))
        .filter(other(doers))
        .distinct()
        .toList();
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
        if (mentions.isEmpty()) {
          mentions = belongingTo(argument.head());
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

  /** <em>A plane belonging to the president</em>. */
  private List<Mention> belongingTo(int thing) {
    return clauses.all().stream()
        .filter(c -> c.lemma().equals("belong") && c.slot(Clause.SUBJECT).anyMatch(s -> s == thing))
        .flatMap(c -> c.slot("to"))
        .flatMap(owner -> actors.of(owner, true).stream())
        .toList();
  }

  /** <em>Threatened to leave unless Moscow closed its base</em>: who the condition is put to. */
  private List<Participant> ofConditions(Match match) {
    return clauses.all().stream()
        .filter(c -> c.link().tie() == Clause.Tie.CONDITION)
        .filter(c -> clauses.under(c.head(), match.carrier().head()))
        .flatMap(c -> c.slot(Clause.SUBJECT))
        .flatMap(s -> actors.of(s, false).stream())
        .flatMap(Dyads::participants)
        .distinct()
        .toList();
  }

  private List<Participant> ofAct(Match match, String slot) {
    if (match.act().isEmpty()) {
      return List.of();
    }
    int head = match.act().get();
    boolean subject = slot.equals("act.subject");
    if (!subject && asksSomebodyElse(match, head)) {
      return List.of();
    }
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

  /** <em>Urged all states to cut their trade with X</em>: X is not the one who is asked. */
  private static boolean asksSomebodyElse(Match match, int act) {
    return match.rule().type().equals("REQUEST")
        && match.clause().slot(Clause.OBJECT).anyMatch(o -> o != act);
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
