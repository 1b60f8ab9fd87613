package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Does work on several threads and finishes it in the order it came in. Taking work waits when too
 * much is under way, so that memory stays bounded. Used by one thread.
 */
final class OrderedWork implements AutoCloseable {
  private static final int AHEAD = 4;

  private final int window;
  private final Runnable finished;
  private final ExecutorService workers;
  private final Deque<Future<Result>> under = new ArrayDeque<>();

  /**
   * @param finished called after each piece is done with
   */
  OrderedWork(int threads, Runnable finished) {
    this.window = threads * AHEAD;
    this.finished = finished;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** What a worker hands back: run by the thread that gave the work. */
  interface Result {
    void write() throws IOException;
  }

  void accept(Callable<Result> work) {
    if (under.size() >= window) {
      writeNext();
    }
    under.add(workers.submit(work));
  }

  /** Waits for what is under way and writes it. */
  void drain() {
    while (!under.isEmpty()) {
      writeNext();
    }
  }

  private void writeNext() {
    try {
      under.remove().get().write();
      finished.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
