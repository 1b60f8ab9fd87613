package org.demarche.press.duplicate;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Where the copies already seen are kept: in memory ({@link MemoryIndex}) or in a database, as a
 * table of copies and one of (key, id).
 */
public interface DuplicateIndex {
  /** The copy last kept under an address. */
  Optional<Copy> at(String address);

  /**
   * The copies that share most keys, most first.
   *
   * @param keys of {@link Sketch#keys()}
   * @param limit how many at most
   */
  List<Copy> sharing(LongStream keys, int limit);

  /** Keeps a copy; one of the same id is replaced. */
  void keep(Copy copy);
}
