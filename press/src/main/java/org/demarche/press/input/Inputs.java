package org.demarche.press.input;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.demarche.press.crawl.WarcFile;
import org.demarche.press.outlet.OutletBook;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/**
 * Reads files, folders and standard input, one article at a time: what was read is handed to a
 * consumer at once, so that no folder and no file of many articles is ever held as a whole.
 */
public final class Inputs {
  private static final Set<String> TEXT = Set.of("txt", "text");
  private static final Set<String> HTML = Set.of("html", "htm", "xhtml");
  private static final Set<String> LINES = Set.of("jsonl", "ndjson");
  private static final int LOOK = 1024;

  private final InputStream standardInput;
  private final RecordReader records;
  private final SavedPage pages;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * @param published the day for articles without one of their own
   */
  public Inputs(InputStream standardInput, Optional<LocalDate> published) {
    this.standardInput = standardInput;
    OutletBook outlets = OutletBook.load();
    this.records = new RecordReader(outlets, published);
    this.pages = new SavedPage(outlets);
  }

  /** The bytes read so far. May be asked from any thread. */
  public long bytes() {
    return bytes.get();
  }

  /** The bytes that there are to read; -1 where standard input is among the names. */
  public static long size(List<String> names) {
    long size = 0;
    for (String name : names) {
      if (name.equals("-")) {
        return -1;
      }
      for (Path file :
          Files.isDirectory(Path.of(name)) ? walk(name, i -> {}) : List.of(Path.of(name))) {
        try {
          size += Files.size(file);
        } catch (IOException e) {
          // Said when it is read.
        }
      }
    }
    return size;
  }

  /**
   * Reads everything named, in order; folders in the order of their files' paths.
   *
   * @param names files, folders, {@code -} for standard input
   * @param sink takes each article or failure as soon as it is read
   */
  public void read(List<String> names, Consumer<Item<PressArticle>> sink) {
    for (String name : names) {
      if (name.equals("-")) {
        standardInput(sink);
        continue;
      }
      Path path = Path.of(name);
      if (!Files.exists(path)) {
        sink.accept(new Item.Failed<>(name, InputKind.MISSING.label(), "no such file"));
      } else if (Files.isDirectory(path)) {
        folder(name, sink);
      } else {
        file(path, sink);
      }
    }
  }

  private void folder(String name, Consumer<Item<PressArticle>> sink) {
    List<Path> files = walk(name, sink);
    if (files.isEmpty()) {
      sink.accept(new Item.LeftOut<>(name, "no .txt, .html, .jsonl or .warc file in this folder"));
    }
    files.forEach(file -> file(file, sink));
  }

  /** The files of the kinds read, at any depth, sorted; what cannot be looked into is said. */
  private static List<Path> walk(String folder, Consumer<Item<PressArticle>> sink) {
    List<Path> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          Path.of(folder),
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
              String extension = extension(file);
              if (WarcFile.is(file)
                  || TEXT.contains(extension)
                  || HTML.contains(extension)
                  || LINES.contains(extension)) {
                files.add(file);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
              sink.accept(unreadable(file.toString(), e));
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException e) {
      sink.accept(unreadable(folder, e));
    }
    Collections.sort(files);
    return files;
  }

  private void file(Path file, Consumer<Item<PressArticle>> sink) {
    String where = file.toString();
    if (extension(file).equals("md")) {
      sink.accept(new Item.LeftOut<>(where, "a note about the files beside it"));
      return;
    }
    if (WarcFile.is(file)) {
      archive(file, sink);
      return;
    }
    try (InputStream in = counted(Files.newInputStream(file))) {
      String extension = extension(file);
      Form form =
          LINES.contains(extension)
              ? Form.LINES
              : HTML.contains(extension) ? Form.HTML : TEXT.contains(extension) ? Form.TEXT : null;
      dispatch(where, in, form, Files.size(file), sink);
    } catch (IOException e) {
      sink.accept(unreadable(where, e));
    }
  }

  private void archive(Path file, Consumer<Item<PressArticle>> sink) {
    long before = bytes.get();
    new WarcFile(file)
        .read(
            0,
            (item, next) -> {
              sink.accept(records.item(item));
              if (next >= 0) {
                bytes.set(before + next);
              }
            });
  }

  private void standardInput(Consumer<Item<PressArticle>> sink) {
    try {
      dispatch("-", counted(standardInput), null, -1, sink);
    } catch (IOException e) {
      sink.accept(unreadable("-", e));
    }
  }

  private enum Form {
    TEXT,
    HTML,
    LINES
  }

  /**
   * @param form null where the first characters must tell
   * @param size in bytes, -1 where it is not known
   */
  private void dispatch(
      String where, InputStream in, Form form, long size, Consumer<Item<PressArticle>> sink)
      throws IOException {
    Form found = form == null ? sniff(in) : form;
    Consumer<Item<PressArticle>> dated = input -> sink.accept(records.checked(input));
    if (found == Form.LINES) {
      records.lines(where, in, dated);
      return;
    }
    try {
      dated.accept(new Item.Read<>(whole(where, in, found == Form.HTML, size)));
    } catch (InputException e) {
      sink.accept(e.at(where));
    }
  }

  private PressArticle whole(String where, InputStream in, boolean html, long size)
      throws IOException, InputException {
    if (size > Limits.ARTICLE_BYTES) {
      throw Limits.tooLarge("a file", size);
    }
    return pages.read(where, SavedPage.whole(in), html);
  }

  private static Form sniff(InputStream in) throws IOException {
    in.mark(LOOK);
    byte[] head = in.readNBytes(LOOK);
    in.reset();
    String start =
        new String(head, java.nio.charset.StandardCharsets.ISO_8859_1)
            .replaceFirst("^\u00ef\u00bb\u00bf", "")
            .stripLeading();
    if (start.startsWith("{")) {
      return Form.LINES;
    }
    return SavedPage.isHtml(head) ? Form.HTML : Form.TEXT;
  }

  private InputStream counted(InputStream in) {
    return new BufferedInputStream(
        new FilterInputStream(in) {
          @Override
          public int read() throws IOException {
            int b = super.read();
            bytes.addAndGet(b < 0 ? 0 : 1);
            return b;
          }

          @Override
          public int read(byte[] into, int from, int length) throws IOException {
            int n = super.read(into, from, length);
            bytes.addAndGet(Math.max(0, n));
            return n;
          }
        },
        1 << 16);
  }

  private static Item.Failed<PressArticle> unreadable(String where, IOException e) {
    String why =
        e instanceof java.nio.file.AccessDeniedException
            ? "may not be read"
            : e instanceof java.nio.file.NoSuchFileException
                ? "no such file"
                : String.valueOf(e.getMessage());
    return new Item.Failed<>(where, InputKind.UNREADABLE.label(), why);
  }

  private static String extension(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
