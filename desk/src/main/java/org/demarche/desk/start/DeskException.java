package org.demarche.desk.start;

/** The desk cannot start; the message is for who started it. */
public final class DeskException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public DeskException(String message) {
    super(message);
  }

  public DeskException(String message, Throwable cause) {
    super(message, cause);
  }
}
