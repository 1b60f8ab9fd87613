package org.demarche.desk.follow;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Looks twice a minute whether a letter is due, while the desk is open. */
@Component
final class DigestTimer implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DigestTimer.class);
  private static final int SECONDS = 30;

  /** A letter being handed over is waited for, as long as a mail server may take. */
  private static final int PATIENCE_SECONDS = 25;

  private final DigestRun run;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "digests");
            thread.setDaemon(true);
            return thread;
          });
  private Future<?> looks;

  DigestTimer(DigestRun run) {
    this.run = run;
  }

  @EventListener(ApplicationReadyEvent.class)
  void start() {
    looks = timer.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    try {
      run.sendDue();
    } catch (RuntimeException e) {
      // The next look may succeed; a timer that throws would never look again.
      LOG.error("letters could not be looked for", e);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    if (looks != null) {
      looks.cancel(false);
    }
    timer.shutdown();
    if (!timer.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      timer.shutdownNow();
    }
  }
}
