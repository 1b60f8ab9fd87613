package org.demarche.coder.actor;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.demarche.coder.actor.Discourse.Seen;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.actor.Resolution.Unknown;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/** Finds the antecedents of pronouns. */
final class PronounReader {
  private static final Set<String> PERSONAL =
      Set.of("he", "she", "him", "her", "his", "himself", "herself");
  private static final Set<String> NEUTER = Set.of("it", "its", "itself");
  private static final Set<String> PLURAL = Set.of("they", "their", "them", "themselves");
  private static final Set<String> FIRST = Set.of("we", "our", "us", "i", "my", "me");

  private static final Set<String> BODIES =
      Set.of("GOV", "MIL", "COP", "LEG", "JUD", "PTY", "SPY", "OPP", "IGO", "NGO", "REB", "UAF");

  private final Scene scene;
  private final Clauses clauses;

  PronounReader(Scene scene) {
    this.scene = scene;
    this.clauses = scene.clauses();
  }

  /** Whether a pronoun may stand for somebody at all; <em>you</em> and <em>there</em> do not. */
  static boolean refers(String form) {
    return thirdPerson(form) || FIRST.contains(form.toLowerCase(Locale.ROOT));
  }

  /** Whether a pronoun may stand for somebody who is named in another sentence. */
  static boolean thirdPerson(String form) {
    String word = form.toLowerCase(Locale.ROOT);
    return PERSONAL.contains(word) || NEUTER.contains(word) || PLURAL.contains(word);
  }

  /** Who a pronoun stands for. */
  Resolution read(Phrase phrase) {
    int head = phrase.head();
    List<Party> doers = scene.doers(head);
    if (clauses.lemma(head).equals("it") && pleonastic(head)) {
      return new Unknown("'it' stands for nobody");
    }
    String word = clauses.form(head).toLowerCase(Locale.ROOT);
    if (PERSONAL.contains(word)) {
      return antecedent(head, doers, s -> !s.plural() && isPerson(s))
          .<Resolution>map(s -> new Resolved(s.parties(), "pronoun for an earlier person"))
          .orElse(new Unknown("pronoun without antecedent"));
    }
    if (NEUTER.contains(word)) {
      return blamed(head)
          .<Resolution>map(r -> r)
          .or(() -> antecedent(head, doers, PronounReader::body).map(PronounReader::earlier))
          .orElse(new Unknown("pronoun without antecedent"));
    }
    if (PLURAL.contains(word)) {
      return antecedent(head, doers, s -> s.plural() || s.parties().size() > 1)
          .or(() -> antecedent(head, doers, s -> !isPerson(s)))
          .map(PronounReader::earlier)
          .orElse(new Unknown("pronoun without antecedent"));
    }
    return FIRST.contains(word) ? speaker(head) : new Unknown("pronoun");
  }

  private static Resolution earlier(Seen seen) {
    return new Resolved(seen.parties(), "pronoun for an earlier mention");
  }

  private Optional<Seen> antecedent(int pronoun, List<Party> doers, Predicate<Seen> fits) {
    return scene
        .discourse()
        .antecedent(
            scene.sentence(),
            pronoun,
            s -> fits.test(s) && (doers.isEmpty() || !doers.containsAll(s.parties())));
  }

  /**
   * <em>Condemned North Korea for its tests</em>: the object of the verb that the reason hangs on.
   */
  private Optional<Resolved> blamed(int pronoun) {
    for (Clause clause : clauses.all()) {
      boolean reason =
          clause.arguments().stream()
              .anyMatch(
                  a ->
                      Set.of("for", "over", "about").contains(a.slot())
                          && clauses.under(pronoun, a.head()));
      if (reason && clause.kind() == Clause.Kind.VERB) {
        List<Party> objects =
            clause
                .slot(Clause.OBJECT)
                .filter(o -> o < pronoun && !clauses.under(pronoun, o))
                .flatMap(o -> scene.resolve(o).parties().stream())
                .filter(p -> p.kind() != Party.Kind.PERSON)
                .toList();
        if (objects.size() == 1) {
          return Optional.of(new Resolved(objects, "pronoun for the object of " + clause.lemma()));
        }
      }
    }
    return Optional.empty();
  }

  /** <em>It is necessary to …</em>, <em>it was decided that …</em> */
  private boolean pleonastic(int pronoun) {
    for (Clause clause : clauses.all()) {
      boolean subject =
          clause
              .slot(clause.passive() ? Clause.OBJECT : Clause.SUBJECT)
              .anyMatch(s -> s == pronoun);
      if (subject && clause.kind() == Clause.Kind.VERB && !clause.complements().isEmpty()) {
        boolean copula =
            Set.of("be", "become", "seem", "appear", "remain").contains(clause.lemma());
        if (copula || clause.passive()) {
          return true;
        }
      }
      if (subject && clause.kind() == Clause.Kind.ADJECTIVE && !clause.complements().isEmpty()) {
        return !Set.of(
                "ready",
                "willing",
                "prepared",
                "eager",
                "able",
                "unable",
                "unwilling",
                "reluctant",
                "determined",
                "committed",
                "set",
                "due",
                "keen",
                "happy",
                "free")
            .contains(clause.lemma());
      }
    }
    return false;
  }

  /** Whether <em>it</em> may stand for it. */
  private static boolean body(Seen seen) {
    return seen.parties().size() == 1
        && !isPerson(seen)
        && !seen.plural()
        && collective(seen.parties().get(0));
  }

  /** Whether <em>it</em> may be said of it: a state or a body, but no journalist. */
  private static boolean collective(Party party) {
    return party.kind() != Party.Kind.ROLE
        || (!party.code().isEmpty() && party.sectors().stream().anyMatch(BODIES::contains));
  }

  private static boolean isPerson(Seen seen) {
    return seen.parties().stream()
        .allMatch(
            p ->
                p.kind() == Party.Kind.PERSON
                    || (p.kind() == Party.Kind.NAME && p.code().isEmpty())
                    || (p.kind() == Party.Kind.ROLE
                        && !p.sectors().contains("MIL")
                        && Set.of(
                                "president",
                                "minister",
                                "leader",
                                "spokesman",
                                "spokeswoman",
                                "official",
                                "premier",
                                "chancellor",
                                "king",
                                "secretary",
                                "ambassador",
                                "governor",
                                "general",
                                "chief",
                                "head",
                                "mayor",
                                "judge")
                            .contains(seen.lemma())));
  }

  /** In quoted speech <em>we</em> is whoever speaks. */
  private Resolution speaker(int pronoun) {
    for (Clause clause : clauses.all()) {
      boolean says =
          clause.kind() == Clause.Kind.VERB
              && clause.complements().stream().anyMatch(c -> clauses.under(pronoun, c.head()));
      if (says && !clauses.under(clause.head(), pronoun)) {
        List<Party> speakers =
            clause
                .slot(Clause.SUBJECT)
                .filter(s -> s != pronoun)
                .flatMap(s -> scene.resolve(s).parties().stream())
                .toList();
        if (!speakers.isEmpty()) {
          return new Resolved(speakers, "speaker of the quotation");
        }
      }
    }
    return new Unknown("first person without a speaker");
  }
}
