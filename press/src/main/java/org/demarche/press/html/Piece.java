package org.demarche.press.html;

import org.demarche.press.page.Block;
import org.jsoup.nodes.Element;

/**
 * A run of text between two boundaries of blocks.
 *
 * @param text white space collapsed, never blank
 * @param linked how many of its characters stand in links
 * @param holder the innermost block element around it
 */
record Piece(String text, int linked, Element holder, Block.Kind kind) {
  /** The part of the characters that stands in links, 0 to 1. */
  double linkDensity() {
    return (double) linked / text.length();
  }
}
