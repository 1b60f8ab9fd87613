package org.demarche.cluster.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.TaskContext;
import org.apache.spark.util.TaskCompletionListener;
import org.demarche.press.crawl.CrawledPage;
import org.demarche.press.crawl.WarcFile;
import org.demarche.press.crawl.WarcItems;
import org.demarche.press.input.RecordReader;
import org.demarche.press.page.Item;

/**
 * One web archive in one task, record by record. An archive from elsewhere is copied to the
 * machine's disk first: a copy that fails makes the task fail, so that Spark tries it again, while
 * what is broken in the archive itself becomes a failure of its record.
 */
public final class WarcTask implements Iterator<RecordOf> {
  private final Source source;
  private final RecordReader reader;
  private final WarcItems items;
  private long number;

  /**
   * @param hadoop for archives from elsewhere
   * @throws UncheckedIOException if it cannot be fetched
   */
  public WarcTask(Source source, RecordReader reader, Configuration hadoop) {
    this.source = source;
    this.reader = reader;
    try {
      URI uri = URI.create(source.uri());
      Optional<Path> copy =
          uri.getScheme().equals("file") ? Optional.empty() : Optional.of(fetched(uri, hadoop));
      this.items = new WarcFile(copy.orElseGet(() -> Path.of(uri))).items(0);
      TaskCompletionListener end =
          context -> {
            items.close();
            copy.ifPresent(WarcTask::delete);
          };
      TaskContext.get().addTaskCompletionListener(end);
    } catch (IOException e) {
      throw new UncheckedIOException(source.name() + " cannot be fetched: " + e.getMessage(), e);
    }
  }

  private static Path fetched(URI uri, Configuration hadoop) throws IOException {
    org.apache.hadoop.fs.Path remote = new org.apache.hadoop.fs.Path(uri);
    String ending = uri.getPath().endsWith(".gz") ? ".warc.gz" : ".warc";
    Path copy = Files.createTempFile("demarche", ending);
    try {
      FileSystem files = remote.getFileSystem(hadoop);
      try (var in = files.open(remote);
          var out = Files.newOutputStream(copy)) {
        in.transferTo(out);
      }
      return copy;
    } catch (IOException | RuntimeException e) {
      delete(copy);
      throw e;
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public boolean hasNext() {
    return items.hasNext();
  }

  @Override
  public RecordOf next() {
    Item<CrawledPage> item = items.next();
    number++;
    return new RecordOf(source, number, reader.item(item));
  }
}
