package org.demarche.desk.view;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.demarche.archive.export.ArchiveExport;
import org.demarche.archive.export.EventJson;
import org.demarche.archive.export.Exporter;
import org.demarche.archive.export.Exports;
import org.demarche.archive.export.Format;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.springframework.stereotype.Component;

/**
 * All events of a query, written one by one, whatever their number. Thread-safe; a few at a time
 * are served, since each holds a connection to the archive for as long as its reader takes.
 */
@Component
public final class EventDownload {
  private static final int AT_A_TIME = 3;
  private static final int PATIENCE_SECONDS = 20;

  private final Archive archive;
  private final Exports exports = new Exports();
  private final Semaphore free = new Semaphore(AT_A_TIME, true);

  public EventDownload(Archive archive) {
    this.archive = archive;
  }

  /** Writes what a format asks for. */
  private interface Writer {
    void write() throws IOException;
  }

  /**
   * Writes events as a table with everything known of each, or as a graph.
   *
   * @return whether it was written; not when too many are being read
   */
  public boolean write(Filter events, Format format, OutputStream out) throws IOException {
    return inTurn(
        () -> {
          try (Exporter exporter = exports.toStream(format, new Kept(out))) {
            new ArchiveExport(archive).write(events, exporter);
          }
        });
  }

  /** Writes events as an array in JSON, each with what the archive adds to it. */
  public boolean writeJson(Filter events, OutputStream out) throws IOException {
    return inTurn(
        () -> {
          try (JsonGenerator json = new JsonMapper().getFactory().createGenerator(new Kept(out))) {
            EventJson writer = new EventJson(json);
            json.writeStartArray();
            archive.eachEvent(
                events,
                event -> {
                  try {
                    writer.stored(event);
                    json.writeRaw('\n');
                  } catch (IOException e) {
                    throw new UncheckedIOException(e);
                  }
                });
            json.writeEndArray();
          } catch (UncheckedIOException e) {
            throw e.getCause();
          }
        });
  }

  private boolean inTurn(Writer writer) throws IOException {
    try {
      if (!free.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return false;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
    try {
      writer.write();
      return true;
    } finally {
      free.release();
    }
  }

  /** Stays open, since it is the server's. */
  private static final class Kept extends FilterOutputStream {
    Kept(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      out.write(bytes, from, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
