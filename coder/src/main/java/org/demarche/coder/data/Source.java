package org.demarche.coder.data;

/** A place in a data file: the file's name as shown to people, and the line counted from 1. */
public record Source(String file, int line) {
  @Override
  public String toString() {
    return file + ":" + line;
  }
}
