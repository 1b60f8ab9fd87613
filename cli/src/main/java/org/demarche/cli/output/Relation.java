package org.demarche.cli.output;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.coder.event.Event;

/**
 * Pairs of one report put together for reading: the members of a group with each other, or all of
 * some parties towards all of others.
 *
 * @param left who acts
 * @param arrow one way or both
 * @param right towards whom; empty where the parties on the left act on each other
 */
record Relation(List<String> left, Arrow arrow, List<String> right) {
  Relation {
    left = List.copyOf(left);
    right = List.copyOf(right);
  }

  /** The ways a relation runs. */
  enum Arrow {
    TO("→"),
    MUTUAL("↔");

    private final String sign;

    Arrow(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  private record Pair(String actor, String recipient) {}

  /** The relations that the events of one report make, in the order of the events. */
  static List<Relation> of(List<Event> events) {
    Set<Pair> pairs =
        events.stream()
            .map(e -> new Pair(Texts.side(e.actor()), Texts.side(e.recipient())))
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return everybody(pairs)
        .or(() -> bothWays(pairs))
        .or(() -> towards(pairs))
        .map(List::of)
        .orElseGet(
            () -> {
              List<Relation> each = new ArrayList<>();
              pairs.forEach(
                  p ->
                      each.add(new Relation(List.of(p.actor()), Arrow.TO, List.of(p.recipient()))));
              return each;
            });
  }

  /** Where each party stands with each other one, both ways. */
  private static Optional<Relation> everybody(Set<Pair> pairs) {
    Set<String> parties = new LinkedHashSet<>();
    pairs.forEach(p -> parties.add(p.actor()));
    pairs.forEach(p -> parties.add(p.recipient()));
    boolean all = parties.size() > 1 && pairs.size() == parties.size() * (parties.size() - 1);
    if (!all || pairs.stream().anyMatch(p -> p.actor().equals(p.recipient()))) {
      return Optional.empty();
    }
    List<String> names = List.copyOf(parties);
    return Optional.of(
        names.size() == 2
            ? new Relation(names.subList(0, 1), Arrow.MUTUAL, names.subList(1, 2))
            : new Relation(names, Arrow.MUTUAL, List.of()));
  }

  /** Where each of some parties stands with each of others, both ways, but not among themselves. */
  private static Optional<Relation> bothWays(Set<Pair> pairs) {
    String first = pairs.iterator().next().actor();
    Set<String> right = recipients(pairs, first);
    Set<String> left = new LinkedHashSet<>();
    pairs.forEach(
        p -> {
          if (!right.contains(p.actor()) && recipients(pairs, p.actor()).equals(right)) {
            left.add(p.actor());
          }
        });
    boolean all =
        pairs.size() == 2 * left.size() * right.size()
            && right.stream().allMatch(r -> recipients(pairs, r).equals(left));
    return all
        ? Optional.of(new Relation(List.copyOf(left), Arrow.MUTUAL, List.copyOf(right)))
        : Optional.empty();
  }

  private static Set<String> recipients(Set<Pair> pairs, String actor) {
    return pairs.stream()
        .filter(p -> p.actor().equals(actor))
        .map(Pair::recipient)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Where every actor stands with every recipient. */
  private static Optional<Relation> towards(Set<Pair> pairs) {
    Set<String> actors = new LinkedHashSet<>();
    Set<String> recipients = new LinkedHashSet<>();
    pairs.forEach(p -> actors.add(p.actor()));
    pairs.forEach(p -> recipients.add(p.recipient()));
    return pairs.size() == actors.size() * recipients.size()
        ? Optional.of(new Relation(List.copyOf(actors), Arrow.TO, List.copyOf(recipients)))
        : Optional.empty();
  }

  /** The length of {@link #shown} without colours. */
  int length() {
    return shown(new Paint(false)).length();
  }

  /** In one line: {@code KAZ, UZB → JPN}, {@code KAZ ↔ JPN}, {@code KAZ, UZB, JPN ↔ each other}. */
  String shown(Paint paint) {
    return side(left, Paint.Style.ACTOR, paint)
        + " "
        + arrow.sign()
        + " "
        + (right.isEmpty() ? "each other" : side(right, Paint.Style.RECIPIENT, paint));
  }

  private static String side(List<String> names, Paint.Style style, Paint paint) {
    return names.stream().map(n -> paint.of(style, n)).collect(Collectors.joining(", "));
  }
}
