package org.demarche.evaluation.speed;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/** Runs tasks on several threads and measures both clocks. */
final class Work {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Work() {}

  /**
   * What came out.
   *
   * @param wall in seconds
   * @param processor seconds of processor time that the threads took together, the collector's and
   *     compiler's left out
   */
  record Done<T>(List<T> results, double wall, double processor) {}

  /** Processor time of this thread, in nanoseconds. */
  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** The results of tasks 0 to {@code count}, in order. */
  static <T> Done<T> run(int threads, int count, IntFunction<T> task) {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      long began = System.nanoTime();
      AtomicInteger next = new AtomicInteger();
      List<T> results = new ArrayList<>(java.util.Collections.nCopies(count, null));
      List<Future<Long>> workers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        workers.add(
            pool.submit(
                () -> {
                  long from = now();
                  for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                    results.set(n, task.apply(n));
                  }
                  return now() - from;
                }));
      }
      long processor = 0;
      for (Future<Long> worker : workers) {
        processor += worker.get();
      }
      return new Done<>(results, (System.nanoTime() - began) / 1e9, processor / 1e9);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } finally {
      pool.shutdownNow();
    }
  }
}
