package org.demarche.cli;

import org.demarche.coder.code.Coder;

/** Makes the coder that a command needs. */
interface Engine {
  /**
   * A coder with the books asked for.
   *
   * @throws UsageException if a book cannot be used
   */
  Coder coder(EngineOptions options);
}
