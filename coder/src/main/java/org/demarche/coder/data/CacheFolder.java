package org.demarche.coder.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Optional;

/**
 * Where what is costly to make is kept from one start to the next. Any number of processes may
 * share the folder: a file appears whole or not at all.
 *
 * @param path the folder, which need not exist
 */
public record CacheFolder(Path path) {
  public CacheFolder {
    Objects.requireNonNull(path);
  }

  /** Writes a file's bytes. */
  @FunctionalInterface
  public interface Content {
    /**
     * Writes all of them.
     *
     * @throws IOException if they cannot be made or written
     */
    void write(OutputStream out) throws IOException;
  }

  /** The folder of this process: {@code $DEMARCHE_CACHE}, or else {@code ~/.cache/demarche}. */
  public static CacheFolder ofProcess() {
    return of(
        Optional.ofNullable(System.getenv("DEMARCHE_CACHE")), System.getProperty("user.home"));
  }

  /**
   * The folder that {@code root} names, or else {@code .cache/demarche} in {@code home}.
   *
   * @param root the value of {@code DEMARCHE_CACHE}; blank counts as absent
   */
  public static CacheFolder of(Optional<String> root, String home) {
    return new CacheFolder(
        root.filter(path -> !path.isBlank())
            .map(Path::of)
            .orElseGet(() -> Path.of(home, ".cache", "demarche")));
  }

  /** A folder in this one. */
  public CacheFolder folder(String name) {
    return new CacheFolder(path.resolve(name));
  }

  /** A file in this folder, which need not exist. */
  public Path file(String name) {
    return path.resolve(name);
  }

  /**
   * Keeps a file, in place of any of that name.
   *
   * @throws IOException if the folder cannot be made or written
   */
  public void keep(String name, Content content) throws IOException {
    Files.createDirectories(path);
    Path part = Files.createTempFile(path, name, ".part");
    try {
      try (OutputStream out = Files.newOutputStream(part)) {
        content.write(out);
      }
      try {
        Files.move(part, file(name), StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        Files.move(part, file(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
