package org.demarche.cli;

import org.demarche.cli.output.Paint;
import picocli.CommandLine.Option;

/** How a list is written. */
final class ListOptions {
  @Option(
      names = "--format",
      description = "${COMPLETION-CANDIDATES}; by default table on a terminal, jsonl otherwise.")
  private Form form;

  @Option(names = "--color", defaultValue = "auto", description = "${COMPLETION-CANDIDATES}")
  private Session.ColorChoice color;

  private enum Form {
    table,
    jsonl
  }

  /** Whether a table is wanted: on a terminal where nothing else was said. */
  boolean table(Session session) {
    return form == null ? session.outIsTerminal() : form == Form.table;
  }

  Paint paint(Session session) {
    return session.paint(color);
  }
}
