package org.demarche.evaluation;

import java.io.IOException;

/** A gold file that cannot be used; the message names the file, the line and what is wrong. */
public final class GoldException extends IOException {
  private static final long serialVersionUID = 1;

  GoldException(String message) {
    super(message);
  }

  GoldException(String message, Throwable cause) {
    super(message, cause);
  }
}
