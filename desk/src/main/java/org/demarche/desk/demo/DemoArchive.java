package org.demarche.desk.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.coder.code.Coder;
import org.demarche.coder.text.Article;
import org.demarche.desk.article.ArticleLinks;
import org.demarche.desk.start.DeskSettings;
import org.demarche.press.page.PressArticle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Fills an empty archive with the project's samples, coded while the desk is already open. All of
 * them are invented.
 */
@Component
public final class DemoArchive {
  private static final Logger LOG = LoggerFactory.getLogger(DemoArchive.class);

  private final DeskSettings settings;
  private final Archive archive;
  private final ArticleLinks links;
  private final AtomicReference<State> state = new AtomicReference<>(new State(Phase.NONE, 0, 0));

  public DemoArchive(DeskSettings settings, Archive archive, ArticleLinks links) {
    this.settings = settings;
    this.archive = archive;
    this.links = links;
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
    if (!settings.demo() || !archive.newestArticles(new Filter("1 = 1", List.of()), 1).isEmpty()) {
      return;
    }
    state.set(new State(Phase.LOADING, 0, 0));
    Thread thread = new Thread(this::code, "demo");
    thread.setDaemon(true);
    thread.start();
  }

  private void code() {
    try {
      List<DemoPage> pages = DemoPages.read();
      Coder coder = Coder.create();
      int coded = 0;
      Map<String, Long> numbers = new HashMap<>();
      for (DemoPage page : pages) {
        state.set(new State(Phase.CODING, coded++, pages.size()));
        Article article = page.page().article();
        long number = add(coder, page.page());
        numbers.put(article.id(), number);
        page.translationOf().ifPresent(of -> links.isTranslation(number, numbers.get(of)));
      }
      state.set(new State(Phase.DONE, pages.size(), pages.size()));
    } catch (RuntimeException | Error e) {
      LOG.error("the demo archive could not be made", e);
      state.set(new State(Phase.FAILED, 0, 0));
    }
  }

  private long add(Coder coder, PressArticle page) {
    Article article = page.article();
    Entry entry =
        article.language().equals("en")
            ? Entry.of(page, coder.code(article))
            : new Entry(page, Optional.empty());
    return archive.add(entry).article();
  }
}
