package org.demarche.coder.actor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** A trie of token sequences with what each means; the longest match wins. */
final class Lexicon<T> {
  private final Map<String, Lexicon<T>> next = new HashMap<>();
  private final List<T> meanings = new ArrayList<>(1);

  void add(List<String> tokens, T meaning) {
    Lexicon<T> at = this;
    for (String token : tokens) {
      at = at.next.computeIfAbsent(token, t -> new Lexicon<>());
    }
    if (!at.meanings.contains(meaning)) {
      at.meanings.add(meaning);
    }
  }

  /** The longest match from {@code start} with a meaning that counts, or null. */
  Match<T> longest(int start, int end, IntFunction<String> token, Predicate<T> counts) {
    Lexicon<T> at = this;
    Match<T> best = null;
    for (int i = start; i < end; i++) {
      at = at.next.get(token.apply(i));
      if (at == null) {
        break;
      }
      if (at.meanings.stream().anyMatch(counts)) {
        best = new Match<>(start, i + 1, List.copyOf(at.meanings));
      }
    }
    return best;
  }

  /** A match over tokens {@code start} to {@code end}, half-open. */
  record Match<T>(int start, int end, List<T> meanings) {}
}
