package org.demarche.press.input;

/** What is too large to be an article. */
final class Limits {
  /** The longest article, in bytes: ten times the longest report worth coding in one piece. */
  static final int ARTICLE_BYTES = 10 << 20;

  private Limits() {}

  static InputException tooLarge(String what, long bytes) {
    return new InputException(
        InputKind.TOO_LARGE,
        what + " of " + megabytes(bytes) + ", over the limit of " + megabytes(ARTICLE_BYTES));
  }

  private static String megabytes(long bytes) {
    return Math.round(bytes / 1048576.0) + " MB";
  }
}
