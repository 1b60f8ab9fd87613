package org.demarche.coder.codebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.demarche.coder.actor.Party;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;

/** Tells whether noun phrases meet conditions. */
final class PhraseConditions {
  private static final Set<String> CURRENCIES =
      Set.of(
          "dollar", "euro", "ruble", "rouble", "yuan", "yen", "pound", "franc", "rupee", "peso",
          "dinar", "riyal", "lira", "krona", "krone", "won", "shekel", "tenge", "hryvnia", "$", "€",
          "£", "usd", "eur", "money", "sum", "cent", "us$", "¥");
  private static final Set<String> DATES =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "year",
          "month",
          "week",
          "day",
          "today",
          "yesterday",
          "tomorrow",
          "decade",
          "hour");

  private final Clauses clauses;
  private final SentenceActors actors;
  private final IntFunction<Optional<String>> typeOfNoun;

  /**
   * @param typeOfNoun the type that the codebook gives to the event noun at a token
   */
  PhraseConditions(
      Clauses clauses, SentenceActors actors, IntFunction<Optional<String>> typeOfNoun) {
    this.clauses = clauses;
    this.actors = actors;
    this.typeOfNoun = typeOfNoun;
  }

  /** The token of the phrase or of a conjunct that meets the condition. */
  Optional<Integer> meets(int head, NounCondition condition) {
    for (int candidate : candidates(head)) {
      if (one(candidate, condition)) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** The head, its conjuncts, and what stands behind words like <em>number of</em>. */
  List<Integer> candidates(int head) {
    List<Integer> found = new ArrayList<>();
    add(head, found, 0);
    clauses.phrase(head).ifPresent(p -> p.conjuncts().forEach(c -> add(c, found, 0)));
    return found;
  }

  private void add(int head, List<Integer> into, int depth) {
    into.add(head);
    if (depth < 3 && SentenceActors.transparent(clauses.lemma(head))) {
      clauses
          .phrase(head)
          .ifPresent(
              p ->
                  p.prepositions().stream()
                      .filter(x -> x.preposition().equals("of"))
                      .forEach(x -> add(x.head(), into, depth + 1)));
    }
  }

  private boolean one(int head, NounCondition condition) {
    if (condition instanceof NounCondition.Lemma lemma) {
      return lemma(head, lemma.words());
    }
    if (condition instanceof NounCondition.OfKind c) {
      return ofClass(head, c.kind());
    }
    if (condition instanceof NounCondition.Sector sector) {
      return parties(head).stream().anyMatch(p -> p.sectors().contains(sector.sector()));
    }
    if (condition instanceof NounCondition.Act act) {
      Optional<String> type = typeOfNoun.apply(head);
      return type.isPresent() && (act.types().isEmpty() || act.types().contains(type.get()));
    }
    return true;
  }

  boolean lemma(int head, List<String> words) {
    int of = words.indexOf("of");
    if (of > 0 && of < words.size() - 1) {
      List<String> inner = words.subList(of + 1, words.size());
      return lemma(head, words.subList(0, of))
          && clauses
              .phrase(head)
              .map(
                  p ->
                      p.prepositions().stream()
                          .anyMatch(x -> x.preposition().equals("of") && lemma(x.head(), inner)))
              .orElse(false);
    }
    if (!word(head, words.get(words.size() - 1))) {
      return false;
    }
    if (words.size() == 1) {
      return true;
    }
    Optional<Phrase> phrase = clauses.phrase(head);
    List<Integer> near = new ArrayList<>();
    phrase.ifPresent(p -> near.addAll(p.modifiers()));
    phrase.flatMap(p -> p.possessor().stream().boxed().findFirst()).ifPresent(near::add);
    for (int i = Math.max(0, head - 5); i < head; i++) {
      near.add(i);
    }
    for (int i = 0; i < words.size() - 1; i++) {
      String wanted = words.get(i);
      if (near.stream().noneMatch(t -> word(t, wanted))) {
        return false;
      }
    }
    return true;
  }

  boolean word(int token, String wanted) {
    String form = Spelling.fold(clauses.form(token));
    return Spelling.fold(clauses.lemma(token)).equals(wanted)
        || form.equals(wanted)
        || (form.indexOf('-') > 0 && List.of(form.split("-")).contains(wanted));
  }

  private List<Party> parties(int head) {
    return actors.parties(head);
  }

  private boolean ofClass(int head, NounCondition.Kind kind) {
    return switch (kind) {
      case ACTOR -> !parties(head).isEmpty();
      case STATE -> parties(head).stream().anyMatch(p -> p.kind() == Party.Kind.STATE);
      case ORGANISATION ->
          parties(head).stream().anyMatch(p -> p.kind() == Party.Kind.ORGANISATION);
      case GROUP ->
          parties(head).stream()
              .anyMatch(p -> p.kind() == Party.Kind.GROUP || p.kind() == Party.Kind.PEOPLE);
      case PERSON ->
          parties(head).stream()
              .anyMatch(
                  p ->
                      p.kind() == Party.Kind.PERSON
                          || p.kind() == Party.Kind.ROLE
                          || p.kind() == Party.Kind.PEOPLE
                          || p.kind() == Party.Kind.NAME
                          || p.sectors().contains("CVL"));
      case PLACE ->
          parties(head).stream().anyMatch(p -> p.kind() == Party.Kind.STATE)
              || (clauses.isProper(head)
                  && parties(head).stream().allMatch(p -> p.kind() == Party.Kind.NAME));
      case MONEY -> money(head);
      case NUMBER -> clauses.pos(head).equals("CD") || modified(head, "CD");
      case DATE -> date(head);
    };
  }

  boolean date(int head) {
    return DATES.contains(clauses.lemma(head));
  }

  private boolean money(int head) {
    if (CURRENCIES.contains(clauses.lemma(head)) || clauses.pos(head).equals("$")) {
      return true;
    }
    return clauses
        .phrase(head)
        .map(
            p ->
                p.modifiers().stream()
                        .anyMatch(
                            m ->
                                CURRENCIES.contains(clauses.lemma(m)) || clauses.pos(m).equals("$"))
                    || java.util.stream.IntStream.range(p.core().start(), head)
                        .anyMatch(t -> clauses.pos(t).equals("$")))
        .orElse(false);
  }

  private boolean modified(int head, String pos) {
    return clauses
        .phrase(head)
        .map(p -> p.modifiers().stream().anyMatch(m -> clauses.pos(m).equals(pos)))
        .orElse(false);
  }
}
