package org.demarche.press.crawl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.demarche.press.page.Item;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;

/**
 * The records of a web archive, one after the other. Where the archive breaks, the last item says
 * so. Used by one thread.
 */
public final class WarcItems implements Iterator<Item<CrawledPage>>, AutoCloseable {
  private final Path file;
  private WarcReader reader;
  private WarcRecord ahead;
  private Item<CrawledPage> broken;
  private boolean advanced;
  private long at;

  WarcItems(Path file, long from) {
    this.file = file;
    this.at = from;
    try {
      FileChannel channel = FileChannel.open(file);
      try {
        reader = new WarcReader(channel.position(from));
        reader.setLenient(true);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      breaksOff(e);
    }
  }

  @Override
  public boolean hasNext() {
    if (!advanced) {
      advanced = true;
      advance();
    }
    return ahead != null || broken != null;
  }

  /** The next record; its page has been read when this returns. */
  @Override
  public Item<CrawledPage> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    if (ahead == null) {
      Item<CrawledPage> last = broken;
      broken = null;
      return last;
    }
    Item<CrawledPage> item = WarcFile.item(ahead);
    ahead = null;
    advanced = false;
    return item;
  }

  /** Where in the file the next record begins; -1 where nothing can be read from there on. */
  long at() {
    return ahead == null ? -1 : at;
  }

  private void advance() {
    if (broken != null) {
      return;
    }
    try {
      ahead = reader.next().orElse(null);
      if (ahead != null) {
        at = reader.position();
      }
    } catch (IOException | RuntimeException e) {
      breaksOff(e);
    }
  }

  private void breaksOff(Exception e) {
    String message = e.getMessage() == null ? e.toString() : e.getMessage();
    broken =
        new Item.Failed<>(
            file + " after byte " + at, "broken archive", "not read further: " + message);
  }

  @Override
  public void close() {
    try {
      if (reader != null) {
        reader.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
