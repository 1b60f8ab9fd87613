package org.demarche.press.crawl;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.demarche.press.page.Item;

/**
 * A set of web archives and saved pages, read in the order of their names: Common Crawl's news
 * ({@code crawl-data/CC-NEWS/2024/05/*.warc.gz}), archives of one's own, folders of pages.
 */
public final class Crawl {
  private final List<Path> files;

  private Crawl(List<Path> files) {
    this.files = List.copyOf(files);
  }

  /**
   * The crawl in files and folders, at any depth. In folders only web archives and HTML are read.
   *
   * @throws NoSuchFileException naming what is not there
   * @throws IOException naming what cannot be looked into, or a file that is neither
   */
  public static Crawl of(List<Path> names) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path name : names) {
      if (!Files.exists(name)) {
        throw new NoSuchFileException(name.toString());
      } else if (Files.isDirectory(name)) {
        try (Stream<Path> inside = Files.walk(name)) {
          inside.filter(f -> Files.isRegularFile(f) && isRead(f)).sorted().forEach(files::add);
        }
      } else if (isRead(name)) {
        files.add(name);
      } else {
        throw new IOException(name + " is neither .warc, .warc.gz nor .html");
      }
    }
    return new Crawl(files);
  }

  private static boolean isRead(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return WarcFile.is(file) || name.matches(".*\\.(html?|xhtml)");
  }

  public List<Path> files() {
    return files;
  }

  /** The bytes of all files, packed where they are packed. */
  public long size() throws IOException {
    return sizeBefore(files.size());
  }

  /** The bytes of the files before one, so that a place can be told as a part of the whole. */
  public long sizeBefore(int file) throws IOException {
    long size = 0;
    for (Path path : files.subList(0, file)) {
      size += Files.size(path);
    }
    return size;
  }

  /**
   * Reads on from a place.
   *
   * @param sink takes each item, and the place at which to go on once it is done with
   */
  public void read(Place from, BiConsumer<Item<CrawledPage>, Place> sink) {
    for (int i = from.file(); i < files.size(); i++) {
      int number = i;
      Path file = files.get(i);
      Place next = new Place(number + 1, 0);
      if (WarcFile.is(file)) {
        long offset = number == from.file() ? from.offset() : 0;
        new WarcFile(file)
            .read(offset, (item, at) -> sink.accept(item, at < 0 ? next : new Place(number, at)));
      } else {
        sink.accept(saved(file), next);
      }
    }
  }

  private static Item<CrawledPage> saved(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(WarcFile.PAGE_BYTES + 1);
      if (bytes.length > WarcFile.PAGE_BYTES) {
        return new Item.Failed<>(
            file.toString(), "too large", "more than " + (WarcFile.PAGE_BYTES >> 20) + " MB");
      }
      return new Item.Read<>(
          new CrawledPage(
              file.toString(), bytes, Optional.empty(), Optional.empty(), Optional.empty()));
    } catch (IOException e) {
      return new Item.Failed<>(file.toString(), "unreadable", String.valueOf(e.getMessage()));
    }
  }
}
