package org.demarche.press.crawl;

/**
 * How far a crawl has been read.
 *
 * @param file the number of the file to be read next, from 0
 * @param offset the byte of that file at which the next record begins, packed where it is packed
 */
public record Place(int file, long offset) {
  public static final Place START = new Place(0, 0);
}
