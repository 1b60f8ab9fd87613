package org.demarche.coder.data;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coder.data.DataException.Problem;

/**
 * Keeps the trees of a set of files in one file, named after what they say, since reading YAML
 * takes some twenty times as long. Files that are no YAML are never kept. Without a folder that can
 * be written the files are parsed each time.
 */
final class TreeCache {
  /** How many sets are kept: each change to a user's files makes a new one. */
  static final int KEPT = 24;

  /** Smaller sets, in characters, are parsed about as fast. */
  static final int SMALLEST = 4096;

  private static final String PREFIX = "trees-";
  private static final Logger LOGGER = System.getLogger(TreeCache.class.getName());

  private final CacheFolder folder;

  TreeCache(CacheFolder folder) {
    this.folder = folder;
  }

  /**
   * What one file says.
   *
   * @param root empty for an empty file, and for one that is no YAML
   * @param problems why it is no YAML
   */
  record Tree(Optional<YamlNode> root, List<Problem> problems) {}

  /** The tree of each file. */
  List<Tree> trees(List<DataFile> files) {
    if (files.stream().mapToLong(f -> f.content().length()).sum() < SMALLEST) {
      return parse(files);
    }
    String name = PREFIX + key(files) + ".bin";
    Optional<List<Tree>> kept = kept(folder.file(name));
    if (kept.isPresent() && kept.get().size() == files.size()) {
      return kept.get();
    }
    List<Tree> trees = parse(files);
    if (trees.stream().allMatch(t -> t.problems().isEmpty())) {
      keep(name, trees.stream().map(Tree::root).toList());
    }
    return trees;
  }

  private static List<Tree> parse(List<DataFile> files) {
    List<Tree> trees = new ArrayList<>();
    for (DataFile file : files) {
      List<Problem> problems = new ArrayList<>();
      Optional<YamlNode> root = YamlParser.parse(file, problems);
      trees.add(new Tree(root, problems));
    }
    return trees;
  }

  private static String key(List<DataFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(TreeFile.FORMAT).flip());
      for (DataFile file : files) {
        byte[] content = file.content().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(content.length).flip());
        digest.update(content);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<List<Tree>> kept(Path file) {
    try {
      List<Tree> trees = new ArrayList<>();
      TreeFile.read(Files.readAllBytes(file)).forEach(root -> trees.add(new Tree(root, List.of())));
      return Optional.of(trees);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOGGER.log(Level.DEBUG, () -> "making " + file + " anew", e);
      return Optional.empty();
    }
  }

  private void keep(String name, List<Optional<YamlNode>> trees) {
    try {
      byte[] bytes = TreeFile.write(trees);
      folder.keep(name, out -> out.write(bytes));
      prune();
    } catch (IOException e) {
      // The parser's models go to the same folder, and their cache warns.
      LOGGER.log(Level.DEBUG, () -> "cannot keep " + name + " in " + folder.path(), e);
    }
  }

  private void prune() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder.path())) {
      files =
          all.filter(f -> f.getFileName().toString().matches(PREFIX + "\\p{XDigit}+\\.bin"))
              .sorted(Comparator.comparing(TreeCache::age).reversed())
              .toList();
    }
    for (Path old : files.subList(Math.min(KEPT, files.size()), files.size())) {
      Files.deleteIfExists(old);
    }
  }

  /** When a file was written; the beginning of time if another process has just removed it. */
  private static long age(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0;
    }
  }
}
