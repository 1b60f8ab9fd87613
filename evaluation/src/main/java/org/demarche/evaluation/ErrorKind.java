package org.demarche.evaluation;

/** A class of errors that are counted together. */
public sealed interface ErrorKind permits ErrorClass, DyadError {
  /** For people to read. */
  String label();
}
