package org.demarche.press.crawl;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.demarche.press.page.Item;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;

/**
 * Writes the articles of a crawl to a file, one a line, so that a run that was killed can go on
 * where it was: every so many pages the output is put to disk and a checkpoint written beside it;
 * the next run cuts off what was written after that and reads on from there. Nothing is lost and
 * nothing doubled. The checkpoint is deleted at the end.
 */
public final class CrawlRun {
  private final Crawl crawl;
  private final PageReader pages;
  private final Function<PressArticle, String> line;
  private final Path output;
  private final Path checkpointFile;
  private final int every;

  /**
   * @param line an article as a line of output, without its end
   * @param every after how many records a checkpoint is written
   */
  public CrawlRun(
      Crawl crawl, PageReader pages, Function<PressArticle, String> line, Path output, int every) {
    this.crawl = crawl;
    this.pages = pages;
    this.line = line;
    this.output = output;
    this.checkpointFile = output.resolveSibling(output.getFileName() + ".checkpoint");
    this.every = every;
  }

  /** Is told of everything that is read. */
  public interface Observer {
    void found(PressArticle article);

    void skipped(String where, String why);

    void failed(String where, String kind, String why);

    /** Called after each record. */
    void at(Place place);
  }

  /** The place of an unfinished run of the same crawl. */
  public Optional<Checkpoint> unfinished() throws IOException {
    Optional<Checkpoint> checkpoint = Checkpoint.load(checkpointFile);
    if (checkpoint.isPresent() && !checkpoint.get().files().equals(names())) {
      throw new IOException(
          checkpointFile + " is of a run over other files; delete it to begin anew");
    }
    if (checkpoint.isPresent()
        && (!Files.exists(output) || Files.size(output) < checkpoint.get().written())) {
      throw new IOException(
          output + " is shorter than " + checkpointFile + " says; delete both to begin anew");
    }
    return checkpoint;
  }

  /**
   * Reads the crawl, or the rest of it.
   *
   * @throws IOException when the output cannot be written or the checkpoint is not of this crawl
   */
  public void run(Observer observer) throws IOException {
    Checkpoint from = unfinished().orElseGet(() -> new Checkpoint(names(), Place.START, 0, 0));
    try (FileChannel channel =
            FileChannel.open(output, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16)) {
      channel.truncate(from.written()).position(from.written());
      Writing writing = new Writing(channel, out, from, observer);
      crawl.read(from.place(), writing::item);
      out.flush();
      channel.force(false);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    Files.deleteIfExists(checkpointFile);
  }

  private List<String> names() {
    return crawl.files().stream().map(Path::toString).toList();
  }

  /** What is under way in one run. */
  private final class Writing {
    private final FileChannel channel;
    private final OutputStream out;
    private final Observer observer;
    private final List<String> names;
    private long articles;
    private long records;

    Writing(FileChannel channel, OutputStream out, Checkpoint from, Observer observer) {
      this.channel = channel;
      this.out = out;
      this.observer = observer;
      this.names = from.files();
      this.articles = from.articles();
    }

    void item(Item<CrawledPage> item, Place next) {
      item.<Void>fold(
          this::page,
          leftOut -> {
            observer.skipped(leftOut.where(), leftOut.why());
            return null;
          },
          failed -> {
            observer.failed(failed.where(), failed.kind(), failed.why());
            return null;
          });
      records++;
      try {
        if (records % every == 0) {
          out.flush();
          channel.force(false);
          new Checkpoint(names, next, channel.position(), articles).save(checkpointFile);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      observer.at(next);
    }

    private Void page(CrawledPage page) {
      return pages
          .read(page.id(), page.bytes(), page.charset(), page.url())
          .fold(
              found -> {
                write(found.article());
                return null;
              },
              nothing -> {
                observer.skipped(page.id(), nothing.why());
                return null;
              });
    }

    private void write(PressArticle article) {
      try {
        out.write((line.apply(article) + "\n").getBytes(StandardCharsets.UTF_8));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      articles++;
      observer.found(article);
    }
  }
}
