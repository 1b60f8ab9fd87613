package org.demarche.desk.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.archive.intake.Intake;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.desk.article.ArticleLinks;
import org.demarche.desk.feed.DeskIntake;
import org.demarche.desk.start.DeskSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills an empty archive with the project's samples, coded while the desk is already open. All of
 * them are invented.
 */
@Component
public final class DemoArchive implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DemoArchive.class);

  private static final String BEGUN = "demo-begun";
  private static final long PATIENCE_MILLISECONDS = 20_000;

  private final DeskSettings settings;
  private final Archive archive;
  private final ArticleLinks links;
  private final DeskIntake coders;
  private final AtomicReference<State> state = new AtomicReference<>(new State(Phase.NONE, 0, 0));
  private volatile boolean stopped;
  private Thread thread;

  public DemoArchive(
      DeskSettings settings, Archive archive, ArticleLinks links, DeskIntake coders) {
    this.settings = settings;
    this.archive = archive;
    this.links = links;
    this.coders = coders;
  }

  /** How far it is. */
  public enum Phase {
    NONE,
    LOADING,
    CODING,
    DONE,
    FAILED
  }

  /** How far it is, in articles. */
  public record State(Phase phase, int coded, int all) {
    public boolean running() {
      return phase == Phase.LOADING || phase == Phase.CODING;
    }

    public boolean failed() {
      return phase == Phase.FAILED;
    }
  }

  public State state() {
    return state.get();
  }

  @EventListener(ApplicationReadyEvent.class)
  void fill() {
    if (!settings.demo() || !(begun() || isEmpty())) {
      return;
    }
    state.set(new State(Phase.LOADING, 0, 0));
    thread = new Thread(this::code, "demo");
    thread.setDaemon(true);
    thread.start();
  }

  private boolean isEmpty() {
    return archive.newestArticles(new Filter("1 = 1", List.of()), 1).isEmpty();
  }

  /** Whether an earlier start was stopped before all samples were in. */
  private boolean begun() {
    return archive
        .database()
        .read(
            h ->
                h.createQuery("SELECT count(*) FROM setting WHERE key = ?")
                        .bind(0, BEGUN)
                        .mapTo(Long.class)
                        .one()
                    > 0);
  }

  private void begun(boolean begun) {
    archive
        .database()
        .write(
            h ->
                begun
                    ? h.execute(
                        "INSERT INTO setting (key, value) VALUES (?, 'yes') ON CONFLICT DO NOTHING",
                        BEGUN)
                    : h.execute("DELETE FROM setting WHERE key = ?", BEGUN));
  }

  private void code() {
    try {
      begun(true);
      List<DemoPage> pages = DemoPages.read();
      Intake intake = coders.get();
      int coded = 0;
      Map<String, Long> numbers = new HashMap<>();
      for (DemoPage page : pages) {
        if (stopped) {
          return;
        }
        state.set(new State(Phase.CODING, coded++, pages.size()));
        long number = archive.add(intake.entry(page.page())).article();
        numbers.put(page.page().article().id(), number);
        page.translationOf().ifPresent(of -> links.isTranslation(number, numbers.get(of)));
      }
      begun(false);
      state.set(new State(Phase.DONE, pages.size(), pages.size()));
    } catch (RuntimeException | Error e) {
      LOG.error("the demo archive could not be made", e);
      state.set(new State(Phase.FAILED, 0, 0));
    }
  }

  /** Waits for the article being coded; the next start goes on. */
  @Override
  public void destroy() throws InterruptedException {
    stopped = true;
    if (thread != null) {
      thread.join(PATIENCE_MILLISECONDS);
    }
  }
}
