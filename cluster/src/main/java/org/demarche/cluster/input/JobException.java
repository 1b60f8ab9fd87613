package org.demarche.cluster.input;

/**
 * A job that cannot begin as it was asked for, or has nowhere to write; the message says what to
 * do.
 */
public final class JobException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public JobException(String message) {
    super(message);
  }
}
