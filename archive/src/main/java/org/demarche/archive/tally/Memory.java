package org.demarche.archive.tally;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.demarche.archive.store.Database;

/**
 * Remembers what was counted until the archive changes, so that pages that many look at are counted
 * once. Thread-safe.
 */
final class Memory {
  private static final int MOST = 200;

  private final Database database;
  private final Map<Object, Counted> counted =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Counted> eldest) {
          return size() > MOST;
        }
      };

  /** What was counted, and the state of the archive before it was. */
  private record Counted(String state, Object result) {}

  Memory(Database database) {
    this.database = database;
  }

  /**
   * What was counted for the key, or is now.
   *
   * @param key everything that the result rests on but the archive; what is asked for tells its
   *     type
   */
  <T> T recall(Object key, Class<? super T> type, Supplier<T> count) {
    String state = state();
    synchronized (counted) {
      Counted known = counted.get(key);
      if (known != null && known.state().equals(state)) {
        @SuppressWarnings("unchecked")
        T result = (T) type.cast(known.result());
        return result;
      }
    }
    T result = count.get();
    synchronized (counted) {
      counted.put(key, new Counted(state, result));
    }
    return result;
  }

  /** Another one after each article that comes in or is coded, and after each correction. */
  private String state() {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT (SELECT coalesce(max(changed), '') FROM article) || ' '"
                        + " || (SELECT coalesce(max(id), 0) FROM event) || ' '"
                        + " || (SELECT coalesce(max(id), 0) FROM correction)")
                .mapTo(String.class)
                .one());
  }
}
