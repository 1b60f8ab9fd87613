package org.demarche.press.page;

import java.util.Optional;

/** Finds the article in a page. Implementations are thread-safe. */
public interface PageReader {
  /**
   * Reads one page.
   *
   * @param id the article's id: its file, or its address
   * @param bytes the page as it came
   * @param charset the character set that the server named, where it named one
   * @param url the address it came from, where known
   * @return the article, or why there is none; never fails on any bytes
   */
  Reading read(String id, byte[] bytes, Optional<String> charset, Optional<String> url);
}
