package org.demarche.cli;

import java.io.IOException;

/** Standard output takes nothing any more. */
final class OutputClosedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  OutputClosedException(IOException cause) {
    super(cause);
  }
}
