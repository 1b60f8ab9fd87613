package org.demarche.press.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** Sees to it that a host gets one request at a time, and none too soon. Thread-safe. */
final class Hosts {
  private final Duration delay;
  private final Map<String, Turn> turns = new ConcurrentHashMap<>();

  Hosts(Duration delay) {
    this.delay = delay;
  }

  /** One host's turn: held during a request. */
  final class Turn implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private Instant next = Instant.EPOCH;
    private Duration pause = delay;

    /** The host is not asked again before so long has passed. */
    void leaveAlone(Duration time) {
      Instant until = Instant.now().plus(time);
      next = until.isAfter(next) ? until : next;
    }

    /** The host wants so much time between two requests. */
    void pause(Duration wanted) {
      pause = wanted.compareTo(delay) > 0 ? wanted : delay;
    }

    @Override
    public void close() {
      leaveAlone(pause);
      lock.unlock();
    }
  }

  /**
   * Waits for a host's turn.
   *
   * @throws InterruptedException when interrupted while waiting
   */
  Turn take(String host) throws InterruptedException {
    Turn turn = turns.computeIfAbsent(host, name -> new Turn());
    turn.lock.lockInterruptibly();
    try {
      long wait = Duration.between(Instant.now(), turn.next).toMillis();
      if (wait >= 0) {
        Thread.sleep(wait + 1);
      }
      return turn;
    } catch (InterruptedException e) {
      turn.lock.unlock();
      throw e;
    }
  }
}
