package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.coder.actor.ActorBook.Holding;
import org.demarche.coder.actor.Lexicon.Match;
import org.demarche.coder.actor.Resolution.Ambiguous;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.actor.Resolution.Unknown;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.SharedName;

/** Finds the book's names and role words in a sentence and chooses between a name's readings. */
final class NameReader {
  /** What a reading loses where its entry does not exist on the day. */
  private static final int PASSED = 15;

  private final ActorBook book;

  NameReader(ActorBook book) {
    this.book = book;
  }

  /** For each token the longest name that covers it, null where none does. */
  List<Match<Sense>> matches(Clauses clauses, LocalDate day) {
    List<Match<Sense>> at = new ArrayList<>(java.util.Collections.nCopies(clauses.size(), null));
    for (int i = 0; i < clauses.size(); i++) {
      // "Serbia and Montenegro" are two where the union of that name is no more
      Match<Sense> match =
          book.names().longest(i, clauses.size(), clauses::form, s -> exists(s, day));
      if (match == null) {
        match = book.names().longest(i, clauses.size(), clauses::form, s -> true);
      }
      if (match != null) {
        for (int k = match.start(); k < match.end(); k++) {
          at.set(k, match);
        }
        i = match.end() - 1;
      }
    }
    for (int i = 0; i + 3 < clauses.size(); i++) {
      sharedName(i, clauses, at);
    }
    return at;
  }

  /** <em>North and South Korea(n)</em>: the first point of the compass stands for a whole name. */
  private void sharedName(int first, Clauses clauses, List<Match<Sense>> at) {
    Match<Sense> second = at.get(first + 2);
    boolean pair =
        at.get(first) == null
            && SharedName.begins(
                clauses.form(first), clauses.form(first + 1), clauses.form(first + 2))
            && second != null
            && second.start() == first + 2
            && second.end() == first + 4;
    if (pair) {
      int shared = first + 3;
      Match<Sense> whole =
          book.names().longest(0, 2, k -> clauses.form(k == 0 ? first : shared), s -> true);
      if (whole != null && whole.end() == 2) {
        at.set(first, new Match<>(first, first + 1, whole.meanings()));
      }
    }
  }

  boolean exists(Sense sense, LocalDate day) {
    return book.entry(sense.code()).map(e -> e.existence().holds(day)).orElse(false);
  }

  /** The longest role word inside a phrase that ends at its head. */
  Match<Role> role(Clauses clauses, Phrase phrase) {
    for (int start = Math.max(phrase.core().start(), phrase.head() - 5);
        start <= phrase.head();
        start++) {
      Match<Role> match = role(clauses, start, phrase.head());
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  Match<Role> roleEndingAt(Clauses clauses, int token) {
    for (int start = Math.max(0, token - 4); start <= token; start++) {
      Match<Role> match = role(clauses, start, token);
      if (match != null) {
        return match;
      }
    }
    return null;
  }

  /** A role word over exactly these tokens, by lemmas or as written: <em>forces</em>. */
  private Match<Role> role(Clauses clauses, int start, int last) {
    Match<Role> match = book.roleNames().longest(start, last + 1, clauses::lemma, r -> true);
    if (match == null || match.end() != last + 1) {
      match =
          book.roleNames()
              .longest(start, last + 1, t -> clauses.form(t).toLowerCase(Locale.ROOT), r -> true);
    }
    return match != null && match.end() == last + 1 ? match : null;
  }

  /** Whether the book warns that this entry's name has other readings. */
  boolean hasRivals(String code) {
    return book.entry(code).map(e -> !e.near().isEmpty() || !e.unless().isEmpty()).orElse(false);
  }

  Resolution resolve(Match<Sense> match, Clauses clauses, Discourse discourse, LocalDate day) {
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (Sense sense : match.meanings()) {
      candidate(sense, match.meanings().size() > 1, discourse, day)
          .ifPresent(
              c ->
                  candidates.merge(
                      c.party().code() + "|" + c.party().name(), c, Candidate::better));
    }
    String words =
        String.join(
            " ",
            java.util.stream.IntStream.range(match.start(), match.end())
                .mapToObj(clauses::form)
                .toList());
    if (candidates.isEmpty()) {
      return new Unknown("'" + words + "' is nobody at that date");
    }
    List<Candidate> ranked =
        candidates.values().stream()
            .sorted(Comparator.comparingInt(Candidate::score).reversed())
            .toList();
    Candidate best = ranked.get(0);
    List<Party> tied =
        ranked.stream().filter(c -> c.score() == best.score()).map(Candidate::party).toList();
    if (tied.stream().map(Party::code).distinct().count() > 1) {
      return new Ambiguous(tied, "'" + words + "' has several readings");
    }
    if (best.score() < 0) {
      return new Unknown("'" + words + "': the words around speak against " + best.party().name());
    }
    return new Resolved(List.of(best.party()), best.how());
  }

  private record Candidate(Party party, int score, String how) {
    Candidate better(Candidate other) {
      return other.score > score ? other : this;
    }
  }

  private Optional<Candidate> candidate(
      Sense sense, boolean rivals, Discourse discourse, LocalDate day) {
    ActorEntry entry = book.entry(sense.code()).orElseThrow();
    // what is no more, or not yet, yields to what is: Moscow in 1985; but Serbia is Serbia's name
    int fit = rivals && !entry.existence().holds(day) ? PASSED : 0;
    return switch (sense.kind()) {
      case PERSON, SURNAME -> person(sense, discourse, day);
      case NAME -> Optional.of(of(entry, entry.sectors(), 60 - fit, "name", discourse));
      case SEAT ->
          Optional.of(of(entry, government(entry), 58 - fit, "seat of government", discourse));
      case CAPITAL -> Optional.of(of(entry, government(entry), 55 - fit, "capital", discourse));
      case PEOPLE ->
          Optional.of(
              of(
                  entry,
                  entry.kind() == ActorEntry.Kind.STATE || entry.kind() == ActorEntry.Kind.TERRITORY
                      ? List.of("CVL")
                      : entry.sectors(),
                  40 - fit,
                  "people",
                  discourse));
      case ADJECTIVE -> Optional.of(of(entry, entry.sectors(), 45 - fit, "adjective", discourse));
      case PLACE -> Optional.of(of(entry, entry.sectors(), 30 - fit, "place", discourse));
    };
  }

  private static List<String> government(ActorEntry entry) {
    return entry.kind() == ActorEntry.Kind.STATE ? List.of("GOV") : entry.sectors();
  }

  private Candidate of(
      ActorEntry entry, List<String> sectors, int rank, String how, Discourse discourse) {
    int score = rank;
    int near = 0;
    for (String word : entry.near()) {
      near += discourse.count(word) > 0 ? 25 : 0;
    }
    if (!entry.near().isEmpty() || !entry.unless().isEmpty()) {
      // "Georgian" elsewhere in the article speaks for the state
      for (String word : entry.adjectives()) {
        near += discourse.count(word) > 0 ? 25 : 0;
      }
    }
    score += near;
    boolean state =
        entry.kind() == ActorEntry.Kind.STATE || entry.kind() == ActorEntry.Kind.TERRITORY;
    if (!state && near == 0 && !entry.near().isEmpty()) {
      // a common name (Labour, the Senate) means this one only where something says so
      score = -1;
    }
    for (String word : entry.unless()) {
      score -= discourse.count(word) > 0 ? 45 : 0;
    }
    return new Candidate(
        new Party(book.root(entry.code()), sectors, entry.name(), kind(entry.kind())),
        score,
        how + " of " + entry.code());
  }

  private static Party.Kind kind(ActorEntry.Kind kind) {
    return switch (kind) {
      case STATE, TERRITORY -> Party.Kind.STATE;
      case ORGANISATION, COMPANY, MEDIA, PARTY -> Party.Kind.ORGANISATION;
      case ARMED_GROUP, MOVEMENT -> Party.Kind.GROUP;
      case PEOPLE, FAITH -> Party.Kind.PEOPLE;
    };
  }

  /** A surname alone counts when its holder is in office, or named in full in the article. */
  private Optional<Candidate> person(Sense sense, Discourse discourse, LocalDate day) {
    List<Holding> holdings = book.holdings(sense.person());
    Optional<Holding> current =
        holdings.stream()
            .filter(h -> h.term().period().holds(day))
            // a prime minister who leads a party is met as prime minister
            .min(Comparator.comparing(h -> h.entry().kind() != ActorEntry.Kind.STATE));
    Holding shown =
        current.orElseGet(
            () ->
                holdings.stream()
                    .filter(h -> h.entry().code().equals(sense.code()))
                    .findFirst()
                    .orElseThrow());
    Set<String> own = ActorBook.tokens(sense.person()).stream().collect(Collectors.toSet());
    boolean full = own.stream().allMatch(w -> discourse.count(w) > 0);
    int score =
        (sense.kind() == Sense.Kind.PERSON ? 70 : 20)
            + (current.isPresent() ? 20 : 0)
            + (full ? 25 : 0);
    if (sense.kind() == Sense.Kind.SURNAME && current.isEmpty() && !full) {
      boolean near = holdings.stream().anyMatch(h -> nearby(h, day));
      score = near ? 15 : 5;
    }
    List<String> sectors =
        current.isPresent()
            ? shown.office().sectors().isEmpty()
                ? shown.entry().sectors()
                : shown.office().sectors()
            : List.of("ELI");
    String title =
        shown.office().titles().isEmpty()
            ? shown.office().office()
            : shown.office().titles().get(0);
    return Optional.of(
        new Candidate(
            new Party(book.root(shown.entry().code()), sectors, sense.person(), Party.Kind.PERSON),
            score,
            (current.isPresent() ? "in office on " + day + ": " : "once ")
                + title
                + " of "
                + shown.entry().code()));
  }

  private static boolean nearby(Holding holding, LocalDate day) {
    return new ActorEntry.Period(
            holding.term().period().from().map(d -> d.minusYears(2)),
            holding.term().period().until().map(d -> d.plusYears(5)))
        .holds(day);
  }
}
