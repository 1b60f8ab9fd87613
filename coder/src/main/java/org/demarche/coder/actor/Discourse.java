package org.demarche.coder.actor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

  /** How many sentences may wait, each for the one before, lest the stack overflow. */
  private static final int DEEPEST = 32;

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}]+");

  private final Map<String, Integer> words = new HashMap<>();

  private final Optional<String> filed;

  /** The mentions by sentence. */
  private final List<List<Seen>> seen = new ArrayList<>();

  /** The sentences not read yet. */
  private final NavigableMap<Integer, Runnable> deferred = new TreeMap<>();

  /** The last sentence whose states are among {@link #states}. */
  private int statesUpTo = -1;

  private final Set<String> states = new HashSet<>();

  /** How many sentences wait for one before them. */
  private int depth;

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

  /**
   * @param text the article's, whose words help to choose between readings of a name
   * @param filed the state it was filed from: <em>KHARTOUM, Aug 21 (Reuters) -</em>
   */
  Discourse(String text, Optional<String> filed) {
    this.filed = filed;
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
    mentions(mention.sentence()).add(mention);
  }

  int size(int sentence) {
    return mentions(sentence).size();
  }

  /** Adds a mention in front of others of its sentence, which on equal footing are preferred. */
  void insert(int at, Seen mention) {
    mentions(mention.sentence()).add(at, mention);
  }

  /**
   * Leaves a sentence unread until somebody asks what was mentioned in it.
   *
   * @param sentence its place in the article
   * @param reading finds its mentions and adds them to this discourse
   */
  public void defer(int sentence, Runnable reading) {
    mentions(sentence);
    deferred.put(sentence, reading);
  }

  /** Says that a sentence is being read now. */
  void begin(int sentence) {
    deferred.remove(sentence);
  }

  /**
   * The mention that an anaphor most likely refers to: in its own sentence the subjects first, then
   * the nearest; else the nearest sentence back, its subjects first.
   */
  Optional<Seen> antecedent(int sentence, int before, Predicate<Seen> fits) {
    int reach = REACH;
    for (int s = sentence; s >= 0 && reach > 0; s--) {
      List<Seen> here = read(s);
      Optional<Seen> latest = Optional.empty();
      for (int i = here.size() - 1; i >= 0 && reach > 0; i--, reach--) {
        Seen candidate = here.get(i);
        boolean ahead = s == sentence && candidate.head() >= before;
        boolean better = latest.isEmpty() || (candidate.subject() && !latest.get().subject());
        if (!ahead && better && fits.test(candidate)) {
          latest = Optional.of(candidate);
        }
      }
      if (latest.isPresent()) {
        return latest;
      }
    }
    return Optional.empty();
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
    for (int back = 1; back <= Math.min(sentence, NEARNESS.length); back++) {
      for (Seen mention : reversed(read(sentence - back))) {
        if (mention.parties().size() > 1 || PRONOUNS.contains(mention.lemma())) {
          continue; // several at once are no home
        }
        for (Party party : mention.parties()) {
          boolean counts =
              state.test(party.code())
                  && party.kind() != Party.Kind.ORGANISATION
                  // once a sentence
                  && counted.add(party.code() + mention.sentence() + mention.subject());
          if (counts) {
            weights.merge(
                party.code(), NEARNESS[back - 1] * (mention.subject() ? 2 : 1), Integer::sum);
            // on equal footing the latest stays
            if (best.isEmpty() || weights.get(party.code()) > weights.get(best)) {
              best = party.code();
            }
          }
        }
      }
    }
    return best.isEmpty() ? Optional.empty() : Optional.of(best);
  }

  /** Codes of the states mentioned up to a sentence, or whose people and parts have been. */
  public Set<String> states(int sentence) {
    if (sentence < statesUpTo) {
      statesUpTo = -1;
      states.clear();
    }
    for (int s = statesUpTo + 1; s <= sentence; s++) {
      read(s).stream()
          .flatMap(m -> m.parties().stream())
          .map(Party::code)
          .filter(c -> c.length() == 3)
          .forEach(states::add);
    }
    statesUpTo = sentence;
    return Set.copyOf(states);
  }

  /**
   * The mentions up to a sentence, latest first; sentences are read as far as they are asked for.
   */
  Stream<Seen> latestFirst(int sentence) {
    return IntStream.iterate(sentence, s -> s >= 0, s -> s - 1)
        .boxed()
        .flatMap(s -> reversed(read(s)).stream());
  }

  private static List<Seen> reversed(List<Seen> mentions) {
    List<Seen> reversed = new ArrayList<>(mentions);
    Collections.reverse(reversed);
    return reversed;
  }

  private List<Seen> mentions(int sentence) {
    while (seen.size() <= sentence) {
      seen.add(new ArrayList<>());
    }
    return seen.get(sentence);
  }

  /** The mentions of a sentence, which is read now if it has not been. */
  private List<Seen> read(int sentence) {
    if (deferred.containsKey(sentence)) {
      depth++;
      if (depth > DEEPEST) {
        // sentences that each refer to the one before: from the first on, none waits for another
        deferred.headMap(sentence).keySet().stream().toList().forEach(this::readNow);
      }
      readNow(sentence);
      depth--;
    }
    return mentions(sentence);
  }

  private void readNow(int sentence) {
    Runnable reading = deferred.remove(sentence);
    if (reading != null) {
      reading.run();
    }
  }
}
