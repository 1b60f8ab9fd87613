package org.demarche.archive.recode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.archive.intake.Intake;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.StoredArticle;
import org.demarche.coder.code.Coder;
import org.demarche.press.page.PressArticle;

/**
 * Codes the articles of an archive again. Articles that this run has coded are passed over, so that
 * what was interrupted goes on where it stopped.
 */
public final class Recoder {
  private static final int BATCH = 50;

  private final Archive archive;
  private final Intake intake;

  public Recoder(Archive archive, Coder coder) {
    this.archive = archive;
    this.intake = new Intake(archive, coder);
  }

  /** Hears what becomes of each article. Called by one thread. */
  public interface Listener {
    /** The article has been coded, and the coding is on the disk. */
    void coded(StoredArticle article, int events);

    /** The run had coded it before, or it is in a language that is not coded. */
    void passedOver(StoredArticle article);

    /** The coder broke down on it. */
    void failed(StoredArticle article, String why);
  }

  /** Codes the newest version of every article. */
  public void run(int threads, Listener listener) {
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      List<StoredArticle> batch = new ArrayList<>();
      archive.eachArticle(
          article -> {
            if (intake.known(article.page()).isPresent()) {
              listener.passedOver(article);
              return;
            }
            if (!intake.codes(article.head().language())) {
              if (archive.mentions(article.versionId()).isEmpty()) {
                archive.add(intake.entry(article.page()));
              }
              listener.passedOver(article);
              return;
            }
            batch.add(article);
            if (batch.size() == BATCH) {
              code(batch, workers, listener);
              batch.clear();
            }
          });
      code(batch, workers, listener);
    } finally {
      workers.shutdownNow();
    }
  }

  private record Work(StoredArticle article, Future<Entry> entry) {}

  private void code(List<StoredArticle> batch, ExecutorService workers, Listener listener) {
    List<Work> works = new ArrayList<>();
    for (StoredArticle article : batch) {
      PressArticle page = article.page();
      works.add(new Work(article, workers.submit(() -> intake.entry(page))));
    }
    List<Entry> entries = new ArrayList<>();
    List<StoredArticle> coded = new ArrayList<>();
    for (Work work : works) {
      entry(work, listener)
          .ifPresent(
              entry -> {
                entries.add(entry);
                coded.add(work.article());
              });
    }
    List<Added> added = archive.add(entries);
    for (int i = 0; i < added.size(); i++) {
      listener.coded(coded.get(i), entries.get(i).coding().orElseThrow().events().size());
    }
  }

  private static Optional<Entry> entry(Work work, Listener listener) {
    try {
      return Optional.of(work.entry().get());
    } catch (ExecutionException e) {
      listener.failed(work.article(), String.valueOf(e.getCause()));
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
