package org.demarche.cli.output;

import java.io.IOException;

/** Writes what articles were coded to. Called by one thread. */
public interface EventWriter {
  /** Writes the events of an article and behind them its votes. */
  void write(CodedArticle article) throws IOException;

  /** Writes what stands at the end; leaves the stream open. */
  void finish() throws IOException;
}
