package org.demarche.cli;

import picocli.CommandLine.Option;

/** How many articles are coded at a time. */
final class ThreadOptions {
  private static final int MOST = 256;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Articles coded at a time; by default one a processor.")
  private int threads = Runtime.getRuntime().availableProcessors();

  /**
   * @throws UsageException where it is no number of threads
   */
  int count() {
    if (threads < 1 || threads > MOST) {
      throw new UsageException("--threads takes 1 to " + MOST + ", not " + threads);
    }
    return threads;
  }
}
