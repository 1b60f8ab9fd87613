package org.demarche.cli.output;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with rate and time left, shown when work takes longer than a moment. */
public final class Progress implements AutoCloseable {
  private static final Duration MOMENT = Duration.ofSeconds(2);

  private final String task;
  private final PrintStream err;
  private final boolean wanted;
  private final long size;
  private final int width;
  private final long began = System.nanoTime();
  private ProgressBar bar;

  /**
   * @param task what is being done, in a word
   * @param wanted false where nobody is watching
   * @param size the bytes to be read, -1 where not known
   */
  public Progress(String task, PrintStream err, boolean wanted, long size, int width) {
    this.task = task;
    this.err = err;
    this.wanted = wanted;
    this.size = size;
    this.width = width;
  }

  /**
   * Says how far the work is.
   *
   * @param done what came of it so far, in words
   */
  public void at(long bytes, String done) {
    Duration taken = Duration.ofNanos(System.nanoTime() - began);
    if (!wanted || (bar == null && taken.compareTo(MOMENT) < 0)) {
      return;
    }
    if (bar == null) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(task)
              .setInitialMax(size)
              .setUnit(" kB", 1024)
              .startsFrom(bytes, taken)
              .showSpeed()
              .setStyle(ProgressBarStyle.ASCII)
              .setConsumer(new ConsoleProgressBarConsumer(err, Math.min(width, 110)))
              .build();
    }
    bar.stepTo(bytes);
    bar.setExtraMessage(" " + done);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
