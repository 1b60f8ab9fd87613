package org.demarche.coder.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What has been mentioned so far in one article; what pronouns and definite descriptions refer back
 * to. Belongs to one article and one thread.
 */
public final class Discourse {
  /** How many mentions back an antecedent may lie. */
  private static final int REACH = 40;

  /** What a mention so many sentences back says about whose state is spoken of. */
  private static final int[] NEARNESS = {8, 5, 3, 2, 1};

  private static final int FILED = 14;

  private static final Set<String> PRONOUNS =
      Set.of("it", "they", "he", "she", "we", "i", "its", "their", "his", "her", "our");

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final Map<String, Integer> words = new HashMap<>();
  private final List<Seen> seen = new ArrayList<>();
  private Optional<String> filed = Optional.empty();

  /**
   * One earlier mention.
   *
   * @param parties who was meant; all of a coordination
   * @param subject whether it was the subject of a clause
   * @param plural whether the word was plural or a coordination
   * @param lemma the head's lemma
   */
  record Seen(
      int sentence, int head, List<Party> parties, boolean subject, boolean plural, String lemma) {}

  /** Says from which state the article was filed: <em>KHARTOUM, Aug 21 (Reuters) -</em>. */
  public void filedFrom(Optional<String> state) {
    this.filed = state;
  }

  /** A discourse over an article's text, whose words help to choose between readings of a name. */
  public Discourse(String text) {
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0) {
        start = i;
      } else if (!letter && start >= 0) {
        words.merge(text.substring(start, i), 1, Integer::sum);
        start = -1;
      }
    }
  }

  /** How often a word stands in the article, case kept; of several words the rarest counts. */
  int count(String phrase) {
    int least = Integer.MAX_VALUE;
    for (String word : NO_LETTERS.split(phrase)) {
      if (!word.isEmpty()) {
        least = Math.min(least, words.getOrDefault(word, 0));
      }
    }
    return least == Integer.MAX_VALUE ? 0 : least;
  }

  void add(Seen mention) {
    seen.add(mention);
  }

  int size() {
    return seen.size();
  }

  /** Adds a mention in front of others, which on equal footing are preferred. */
  void insert(int at, Seen mention) {
    seen.add(at, mention);
  }

  /**
   * The mention that an anaphor most likely refers to: in its own sentence the subjects first, then
   * the nearest; else the nearest sentence back, its subjects first.
   */
  Optional<Seen> antecedent(int sentence, int before, Predicate<Seen> fits) {
    Optional<Seen> best = Optional.empty();
    int bestScore = Integer.MIN_VALUE;
    int from = Math.max(0, seen.size() - REACH);
    for (int i = seen.size() - 1; i >= from; i--) {
      Seen candidate = seen.get(i);
      if (candidate.sentence() == sentence && candidate.head() >= before) {
        continue;
      }
      int distance = sentence - candidate.sentence();
      int score = -100 * distance + (candidate.subject() ? 50 : 0);
      if (score > bestScore && fits.test(candidate)) {
        best = Optional.of(candidate);
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * The state that the sentences before are about most, the nearer ones counting more: the one that
   * <em>police</em> or <em>the president</em> without more belong to.
   *
   * @param state whether a code is a state's
   */
  Optional<String> home(int sentence, Predicate<String> state) {
    Map<String, Integer> weights = new HashMap<>();
    Set<String> counted = new HashSet<>();
    String best = filed.filter(state).orElse("");
    if (!best.isEmpty()) {
      weights.put(best, FILED);
    }
    for (Seen mention : latestFirst()) {
      int back = sentence - mention.sentence();
      if (back <= 0 || back > NEARNESS.length || mention.parties().size() > 1) {
        continue; // several at once are no home
      }
      if (PRONOUNS.contains(mention.lemma())) {
        continue;
      }
      for (Party party : mention.parties()) {
        if (state.test(party.code()) && party.kind() != Party.Kind.ORGANISATION) {
          int weight = NEARNESS[back - 1] * (mention.subject() ? 2 : 1);
          if (!counted.add(party.code() + mention.sentence() + mention.subject())) {
            continue; // once a sentence
          }
          weights.merge(party.code(), weight, Integer::sum);
          // on equal footing the latest stays
          if (best.isEmpty() || weights.get(party.code()) > weights.get(best)) {
            best = party.code();
          }
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Codes of the states that have been mentioned, or whose people and parts have. */
  public Set<String> states() {
    return seen.stream()
        .flatMap(s -> s.parties().stream())
        .map(Party::code)
        .filter(c -> c.length() == 3)
        .collect(Collectors.toSet());
  }

  /** The earlier mentions, latest first. */
  List<Seen> latestFirst() {
    List<Seen> reversed = new ArrayList<>(seen);
    java.util.Collections.reverse(reversed);
    return reversed;
  }
}
