package org.demarche.coder.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/**
 * A trie of token sequences with what each means; the longest match wins. All steps from one node
 * to the next stand in one open-addressed table, as most nodes have but one.
 */
final class Lexicon<T> {
  private static final int ROOT = 0;
  private static final int NONE = -1;

  /** What each node means, by its number. */
  private final List<List<T>> meanings = new ArrayList<>();

  private int size;
  private int[] from = new int[64];
  private String[] tokens = new String[64];
  private int[] to = new int[64];

  Lexicon() {
    meanings.add(List.of());
  }

  void add(List<String> tokens, T meaning) {
    int at = ROOT;
    for (String token : tokens) {
      at = step(at, token);
    }
    List<T> known = meanings.get(at);
    if (known.isEmpty()) {
      meanings.set(at, List.of(meaning));
    } else if (!known.contains(meaning)) {
      List<T> more = new ArrayList<>(known);
      more.add(meaning);
      meanings.set(at, List.copyOf(more));
    }
  }

  /** The longest match from {@code start} with a meaning that counts, or null. */
  Match<T> longest(int start, int end, IntFunction<String> token, Predicate<T> counts) {
    int at = ROOT;
    Match<T> best = null;
    for (int i = start; i < end; i++) {
      String next = token.apply(i);
      int slot = slot(at, next);
      at = tokens[slot] == null ? NONE : to[slot];
      if (at == NONE) {
        break;
      }
      List<T> known = meanings.get(at);
      if (!known.isEmpty() && known.stream().anyMatch(counts)) {
        best = new Match<>(start, i + 1, known);
      }
    }
    return best;
  }

  /** The node after a token, made if it is missing. */
  private int step(int node, String token) {
    int slot = slot(node, token);
    if (tokens[slot] != null) {
      return to[slot];
    }
    if (2 * size >= tokens.length) {
      grow();
      slot = slot(node, token);
    }
    int next = meanings.size();
    meanings.add(List.of());
    put(slot, node, token, next);
    return next;
  }

  private void put(int slot, int node, String token, int next) {
    from[slot] = node;
    tokens[slot] = token;
    to[slot] = next;
    size++;
  }

  /** Where the step stands, or the free slot where it would. */
  private int slot(int node, String token) {
    int hash = (token.hashCode() + node * 0x9e3779b9) * 0x85ebca6b;
    int slot = (hash ^ (hash >>> 15)) & (tokens.length - 1);
    while (tokens[slot] != null && (from[slot] != node || !tokens[slot].equals(token))) {
      slot = (slot + 1) & (tokens.length - 1);
    }
    return slot;
  }

  private void grow() {
    int[] oldFrom = from;
    String[] oldTokens = tokens;
    int[] oldTo = to;
    from = new int[2 * oldFrom.length];
    tokens = new String[from.length];
    to = new int[from.length];
    size = 0;
    for (int i = 0; i < oldTokens.length; i++) {
      if (oldTokens[i] != null) {
        put(slot(oldFrom[i], oldTokens[i]), oldFrom[i], oldTokens[i], oldTo[i]);
      }
    }
  }

  /** A match over tokens {@code start} to {@code end}, half-open. */
  record Match<T>(int start, int end, List<T> meanings) {}
}
