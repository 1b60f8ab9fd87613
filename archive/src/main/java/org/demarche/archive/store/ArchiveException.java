package org.demarche.archive.store;

/** An archive cannot be opened or used; the message says which and what to do. */
public final class ArchiveException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public ArchiveException(String message, Throwable cause) {
    super(message, cause);
  }
}
