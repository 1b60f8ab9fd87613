package org.demarche.cli;

/** Forms of a list. */
enum ListFormat {
  table,
  jsonl;

  /** Whether a table is wanted: on a terminal where nothing else was said. */
  static boolean table(ListFormat chosen, Session session) {
    return chosen == null ? session.outIsTerminal() : chosen == table;
  }
}
