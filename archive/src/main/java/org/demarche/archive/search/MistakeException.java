package org.demarche.archive.search;

/** Ends the reading of a query; becomes a {@link Parsed.Mistake}. */
final class MistakeException extends Exception {
  private static final long serialVersionUID = 1;

  private final int at;

  /**
   * @param at the character in the query, from 0
   */
  MistakeException(int at, String message) {
    super(message);
    this.at = at;
  }

  int at() {
    return at;
  }
}
