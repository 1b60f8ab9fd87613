package org.demarche.coder.data;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Keeps what a function has said of the keys that it met first, up to a number; what comes later is
 * worked out anew each time. In text the frequent words come first. Thread-safe where the function
 * is.
 */
public final class Memo<K, V> {
  private final int most;
  private final Function<K, V> function;
  private final Map<K, V> kept = new ConcurrentHashMap<>();

  /**
   * @param most how many are kept
   * @param function says the same of a key each time, and never null
   */
  public Memo(int most, Function<K, V> function) {
    this.most = most;
    this.function = function;
  }

  public V of(K key) {
    V known = kept.get(key);
    if (known == null) {
      known = Objects.requireNonNull(function.apply(key));
      if (kept.size() < most) {
        kept.put(key, known);
      }
    }
    return known;
  }
}
