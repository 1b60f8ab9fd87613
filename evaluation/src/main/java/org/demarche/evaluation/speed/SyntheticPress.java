package org.demarche.evaluation.speed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.coder.code.Coder;
import org.demarche.coder.codebook.Rule;
import org.demarche.coder.text.Article;
import org.demarche.evaluation.FalseEventRate;

/**
 * Invented articles without end: examples of the codebook told of other states of the actor book,
 * among sentences that report nothing and some with names that stand nowhere else. The same seed
 * and number give the same article. Immutable.
 */
public final class SyntheticPress {
  private static final LocalDate FIRST_DAY = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 365;

  private static final int FEWEST = 8;
  private static final int MOST = 34;

  /** The part of all sentences that are examples: about as many as tell events in mixed news. */
  private static final double EXAMPLES = 0.08;

  private static final double NAMES = 0.1;

  private static final List<String> SYLLABLES =
      List.of("ba", "dor", "el", "fin", "gu", "ha", "kri", "lo", "mar", "ne", "os", "ti", "vu");

  /** A state's name or adjective as it stands in an example. */
  private record Mark(String code, boolean name) {}

  private record State(String name, String adjective) {}

  private final List<String> examples;
  private final List<String> others;
  private final Map<String, Mark> marks = new HashMap<>();
  private final List<State> states = new ArrayList<>();
  private final Pattern known;
  private final long seed;

  /** Takes the examples of the coder's codebook and the states of its actor book. */
  public SyntheticPress(Coder coder, long seed) {
    this.seed = seed;
    this.examples =
        coder.codebook().rules().stream()
            .sorted(Comparator.comparing(Rule::name))
            .flatMap(r -> r.examples().stream())
            .map(Rule.Example::text)
            .toList();
    this.others =
        FalseEventRate.builtIn().stream()
            .filter(s -> s.allowed().isEmpty())
            .map(FalseEventRate.Sentence::text)
            .toList();
    readStates(coder.actorBook());
    this.known =
        Pattern.compile(
            marks.keySet().stream()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(n -> n))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "\\b(?:", ")\\b")));
  }

  private void readStates(ActorBook book) {
    book.entries().stream()
        .filter(e -> e.kind() == ActorEntry.Kind.STATE)
        .filter(e -> e.existence().holds(FIRST_DAY) && !e.adjectives().isEmpty())
        .sorted(Comparator.comparing(ActorEntry::code))
        .forEach(
            e -> {
              states.add(new State(e.name(), e.adjectives().get(0)));
              marks.put(e.name(), new Mark(e.code(), true));
              marks.put(e.adjectives().get(0), new Mark(e.code(), false));
            });
  }

  /** The article of a number. */
  public Article article(long number) {
    SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
    Map<String, State> cast = new HashMap<>();
    int sentences = random.nextInt(FEWEST, MOST);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < sentences; i++) {
      if (i > 0) {
        text.append(random.nextInt(4) == 0 ? "\n\n" : " ");
      }
      double kind = random.nextDouble();
      if (kind < EXAMPLES) {
        text.append(recast(examples.get(random.nextInt(examples.size())), cast, random));
      } else if (kind < EXAMPLES + NAMES) {
        text.append(nobody(random));
      } else {
        text.append(others.get(random.nextInt(others.size())));
      }
    }
    return Article.of("synthetic-" + number, text.toString())
        .published(FIRST_DAY.plusDays(random.nextInt(DAYS)));
  }

  /** The example with its states exchanged, the same way all through an article. */
  private String recast(String example, Map<String, State> cast, SplittableRandom random) {
    return known
        .matcher(example)
        .replaceAll(
            found -> {
              Mark mark = marks.get(found.group());
              State state =
                  cast.computeIfAbsent(mark.code(), c -> states.get(random.nextInt(states.size())));
              return Matcher.quoteReplacement(mark.name() ? state.name() : state.adjective());
            });
  }

  private static String nobody(SplittableRandom random) {
    return String.format(
        "%s %s keeps a garden of %d square metres in %s.",
        name(random), name(random), random.nextInt(20, 900), name(random));
  }

  private static String name(SplittableRandom random) {
    StringBuilder name = new StringBuilder();
    int length = random.nextInt(2, 5);
    for (int i = 0; i < length; i++) {
      name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.toString();
  }
}
