package org.demarche.archive.export;

import java.io.IOException;

/** Writes events one by one, in memory that does not grow with their number. Used by one thread. */
public interface Exporter extends AutoCloseable {
  /**
   * Writes an event; those that the format cannot hold are counted and left out. The events of one
   * article follow each other.
   */
  void write(Report report) throws IOException;

  /** How many were written. */
  long written();

  /** Ends the file, and writes what describes it beside it. */
  @Override
  void close() throws IOException;
}
