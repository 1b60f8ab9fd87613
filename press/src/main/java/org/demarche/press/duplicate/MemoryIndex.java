package org.demarche.press.duplicate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/** An index in memory: about a kilobyte an article. Not thread-safe. */
public final class MemoryIndex implements DuplicateIndex {
  /** A key of more copies than this is a standing phrase of some outlet and tells nothing. */
  private static final int STANDING = 500;

  private final Map<String, Copy> copies = new HashMap<>();
  private final Map<String, String> addresses = new HashMap<>();
  private final Map<Long, List<String>> keys = new HashMap<>();

  @Override
  public Optional<Copy> at(String address) {
    return Optional.ofNullable(addresses.get(address)).map(copies::get);
  }

  @Override
  public List<Copy> sharing(LongStream wanted, int limit) {
    Map<String, Integer> shared = new HashMap<>();
    wanted.forEach(
        key -> {
          List<String> ids = keys.getOrDefault(key, List.of());
          if (ids.size() <= STANDING) {
            ids.forEach(id -> shared.merge(id, 1, Integer::sum));
          }
        });
    return shared.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(entry -> copies.get(entry.getKey()))
        .toList();
  }

  @Override
  public void keep(Copy copy) {
    Copy before = copies.put(copy.id(), copy);
    if (before != null) {
      before.sketch().keys().forEach(key -> keys.get(key).remove(copy.id()));
    }
    copy.address().ifPresent(address -> addresses.put(address, copy.id()));
    copy.sketch()
        .keys()
        .forEach(key -> keys.computeIfAbsent(key, k -> new ArrayList<>(1)).add(copy.id()));
  }
}
