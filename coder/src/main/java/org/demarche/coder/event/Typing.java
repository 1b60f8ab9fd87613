package org.demarche.coder.event;

import java.util.Optional;
import java.util.Set;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.codebook.CodebookReading;
import org.demarche.coder.codebook.Match;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.codebook.Shift;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;

/** The type of a matched act after plans, conditions and negation have been taken into account. */
final class Typing {
  private static final Set<String> CONFLICT =
      Set.of("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT");

  private final Codebook codebook;
  private final Clauses clauses;
  private final CodebookReading reading;
  private final StandingReader standings;

  Typing(Codebook codebook, Clauses clauses, CodebookReading reading, StandingReader standings) {
    this.codebook = codebook;
    this.clauses = clauses;
    this.reading = reading;
    this.standings = standings;
  }

  /** What an act is coded as. */
  record Typed(String type, String mode, String cameo, Status status, Optional<Act> act) {}

  /** The coding of a match, empty where nothing is told to have happened or to be meant. */
  Optional<Typed> of(Match match, Standing standing) {
    Rule rule = match.rule();
    if (standing.status().isFact()) {
      return standing.negated() && !match.negationRead()
          ? Optional.empty()
          : Optional.of(bare(match, spoken(match, standing.status())));
    }
    if (standing.status() == Status.DEMANDED) {
      return Optional.empty();
    }
    if (standing.status() == Status.THREATENED && !CONFLICT.contains(rule.type())) {
      return Optional.empty();
    }
    for (Shift shift : codebook.shifts()) {
      boolean fits =
          shift.from().contains(rule.type())
              && rule.cameo().startsWith(shift.cameoPrefix())
              && (shift.negated()
                  ? standing.negated() && standing.intention()
                  : !standing.negated()
                      && shift.statuses().contains(meant(standing.status()).label()));
      if (fits) {
        return Optional.of(shifted(match, shift, standing.status()));
      }
    }
    return standing.negated() ? Optional.empty() : Optional.of(bare(match, standing.status()));
  }

  /** What somebody threatens to do he means to do. */
  private static Status meant(Status status) {
    return status == Status.THREATENED ? Status.PLANNED : status;
  }

  private Typed bare(Match match, Status status) {
    Rule rule = match.rule();
    return new Typed(rule.type(), rule.mode(), rule.cameo(), status, embedded(match));
  }

  private Typed shifted(Match match, Shift shift, Status status) {
    Rule rule = match.rule();
    Act act =
        new Act(
            rule.type(),
            rule.mode(),
            rule.cameo(),
            shift.negated() ? Status.DENIED : status,
            clauses.form(match.clause().head()));
    return new Typed(
        shift.to(),
        shift.mode(),
        shift.cameo(),
        shift.negated() ? Status.HAPPENED : status,
        Optional.of(act));
  }

  /** A threat whose act is put under a condition is a conditional one. */
  private Status spoken(Match match, Status status) {
    boolean conditional =
        match.rule().type().equals("THREATEN")
            && match
                .act()
                .flatMap(clauses::clause)
                .filter(
                    a ->
                        a.modals().contains("would")
                            || standings.of(a).status() == Status.CONDITIONAL
                            || hasCondition(match))
                .isPresent();
    return conditional ? Status.CONDITIONAL : status;
  }

  private boolean hasCondition(Match match) {
    return clauses.all().stream()
        .anyMatch(
            c ->
                c.link().tie() == Clause.Tie.CONDITION
                    && clauses.under(c.head(), match.carrier().head()));
  }

  private Optional<Act> embedded(Match match) {
    return match
        .act()
        .flatMap(
            token ->
                reading
                    .match(token)
                    .map(
                        inner ->
                            new Act(
                                inner.rule().type(),
                                inner.rule().mode(),
                                inner.rule().cameo(),
                                within(match.rule().type()),
                                clauses.form(token))));
  }

  private static Status within(String type) {
    return switch (type) {
      case "REQUEST" -> Status.DEMANDED;
      case "THREATEN" -> Status.THREATENED;
      case "REJECT" -> Status.DENIED;
      case "ACCUSE", "SUPPORT" -> Status.CONDITIONAL;
      default -> Status.PLANNED;
    };
  }
}
