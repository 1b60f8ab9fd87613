package org.demarche.coder.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.event.Vote.Position;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.Phrase.Prepositional;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;

/** Reads positions in votes, those without a PLOVER type (abstention, absence) among them. */
final class VoteReader {
  private static final Set<String> BALLOTS = Set.of("vote", "voting", "ballot");

  /** A sentence without any of these lemmas tells no position. */
  static final Set<String> WORDS = Set.of("vote", "voting", "ballot", "abstain", "absent");

  private static final Set<String> RESOLUTIONS =
      Set.of(
          "resolution",
          "draft",
          "motion",
          "bill",
          "amendment",
          "measure",
          "proposal",
          "text",
          "law",
          "document");
  private static final Set<String> BODIES =
      Set.of(
          "assembly",
          "council",
          "parliament",
          "session",
          "senate",
          "congress",
          "duma",
          "committee",
          "house",
          "summit",
          "meeting",
          "board");
  private static final Set<String> CONDEMNING =
      Set.of(
          "condemn",
          "denounce",
          "deplore",
          "criticize",
          "criticise",
          "demand",
          "censure",
          "against",
          "sanction");

  private final Clauses clauses;
  private final SentenceActors actors;
  private final String text;

  VoteReader(Clauses clauses, SentenceActors actors, String text) {
    this.clauses = clauses;
    this.actors = actors;
    this.text = text;
  }

  /** The votes of a sentence; what is voted on is shared by all of its clauses. */
  List<Vote> read(String article, When when) {
    List<Vote> votes = new ArrayList<>();
    Optional<Integer> resolution = resolution();
    for (Clause clause : clauses.all()) {
      Optional<Position> position = position(clause, resolution.isPresent());
      boolean told =
          position.isPresent()
              && clause.modals().isEmpty()
              && clause.link().tie() != Clause.Tie.CONDITION
              && clause.form() != Clause.Form.INFINITIVE;
      if (!told) {
        continue;
      }
      for (int subject : clause.slot(Clause.SUBJECT).toList()) {
        for (Mention mention : actors.of(subject, false)) {
          for (Party party : mention.parties()) {
            if (!party.code().isEmpty()) {
              votes.add(
                  vote(
                      article,
                      when,
                      clause,
                      position.get(),
                      resolution,
                      Participant.of(mention, party)));
            }
          }
        }
      }
    }
    return votes;
  }

  private Optional<Position> position(Clause clause, boolean resolution) {
    boolean aboutVote = aboutVote(clause);
    return switch (clause.lemma()) {
      case "vote" ->
          clause.kind() != Clause.Kind.VERB
              ? Optional.empty()
              : clause.negated()
                  ? Optional.of(Position.ABSENT)
                  : clause.has("against")
                      ? Optional.of(Position.AGAINST)
                      : clause.has("for")
                              || clause
                                  .slot("in")
                                  .anyMatch(
                                      h -> Set.of("favor", "favour").contains(clauses.lemma(h)))
                          ? Optional.of(Position.FOR)
                          : Optional.empty();
      case "abstain" -> clause.negated() ? Optional.empty() : Optional.of(Position.ABSTAINED);
      case "participate", "take" ->
          clause.negated() && aboutVote ? Optional.of(Position.ABSENT) : Optional.empty();
      case "boycott", "skip", "miss" ->
          aboutVote && !clause.negated() ? Optional.of(Position.ABSENT) : Optional.empty();
      case "absent" -> resolution || aboutVote ? Optional.of(Position.ABSENT) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private boolean aboutVote(Clause clause) {
    return clause.arguments().stream().anyMatch(a -> BALLOTS.contains(clauses.lemma(a.head())));
  }

  private Optional<Integer> resolution() {
    for (Phrase phrase : clauses.phrases()) {
      int governor = clauses.governor(phrase.head());
      boolean modifier =
          governor >= 0
              && clauses
                  .phrase(governor)
                  .map(p -> p.modifiers().contains(phrase.head()))
                  .orElse(false);
      if (RESOLUTIONS.contains(clauses.lemma(phrase.head())) && !modifier) {
        return Optional.of(phrase.head());
      }
    }
    return Optional.empty();
  }

  private Vote vote(
      String article,
      When when,
      Clause clause,
      Position position,
      Optional<Integer> resolution,
      Participant voter) {
    CharSpan span =
        voter
            .span()
            .cover(clauses.sentence().chars(new TokenSpan(clause.head(), clause.head() + 1)));
    return new Vote(
        article,
        clauses.sentence().index(),
        voter,
        position,
        resolution.map(this::shortText).orElse(""),
        body().map(b -> clauses.sentence().chars(bodySpan(b)).of(text)).orElse(""),
        resolution.flatMap(this::condemned),
        when,
        span,
        span.of(text));
  }

  /** The resolution with what it says, up to where or when it was voted on. */
  private String shortText(int head) {
    Phrase phrase = clauses.phrase(head).orElseThrow();
    int end = head + 1;
    for (Clause clause : clauses.all()) {
      if (clause.link().tie() == Clause.Tie.PARTICIPIAL
          && clauses.governor(clause.head()) == head) {
        end = Math.max(end, clause.head() + 1);
        for (int object : clause.slot(Clause.OBJECT).toList()) {
          if (object > clause.head()) {
            end = Math.max(end, object + 1);
          }
        }
      }
    }
    for (Prepositional p : phrase.prepositions()) {
      if (Set.of("on", "against", "of").contains(p.preposition())) {
        end = Math.max(end, p.head() + 1);
      }
    }
    return clauses.sentence().chars(new TokenSpan(phrase.core().start(), end)).of(text);
  }

  private Optional<Participant> condemned(int head) {
    for (Clause clause : clauses.all()) {
      if (clauses.under(clause.head(), head)
          && clause.head() != head
          && CONDEMNING.contains(clause.lemma())) {
        for (int object : clause.slot(Clause.OBJECT).toList()) {
          for (Mention mention : actors.of(object, true)) {
            for (Party party : mention.parties()) {
              return Optional.of(Participant.of(mention, party));
            }
          }
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> body() {
    return clauses.phrases().stream()
        .map(Phrase::head)
        .filter(h -> BODIES.contains(clauses.lemma(h)))
        .findFirst();
  }

  private TokenSpan bodySpan(int head) {
    Phrase phrase = clauses.phrase(head).orElseThrow();
    int end = head + 1;
    for (Prepositional p : phrase.prepositions()) {
      if (p.preposition().equals("of")) {
        end = Math.max(end, p.head() + 1);
      }
    }
    return new TokenSpan(phrase.core().start(), end);
  }
}
