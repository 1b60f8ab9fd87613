package org.demarche.cli;

/** The command was used wrongly: the message is for the user, the exit code is 2. */
public final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UsageException(String message) {
    super(message);
  }
}
