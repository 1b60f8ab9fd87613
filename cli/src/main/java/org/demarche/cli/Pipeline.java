package org.demarche.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.demarche.cli.output.CodedArticle;
import org.demarche.cli.output.EventWriter;
import org.demarche.cli.output.Summary;
import org.demarche.coder.code.Coder;
import org.demarche.coder.text.Article;
import org.demarche.press.input.Input;

/**
 * Codes articles on several threads and writes them in the order they came in. Reading waits when
 * too many articles are under way, so that memory stays bounded. Used by one thread.
 */
final class Pipeline implements Consumer<Input>, AutoCloseable {
  private static final int AHEAD = 4;

  private final Coder coder;
  private final int window;
  private final CodedArticle.Selection selection;
  private final EventWriter writer;
  private final Summary summary;
  private final Runnable written;
  private final ExecutorService workers;
  private final Deque<Future<Result>> under = new ArrayDeque<>();

  /**
   * @param written called after each piece of input is done with
   */
  Pipeline(
      Coder coder,
      int threads,
      CodedArticle.Selection selection,
      EventWriter writer,
      Summary summary,
      Runnable written) {
    this.coder = coder;
    this.window = threads * AHEAD;
    this.selection = selection;
    this.writer = writer;
    this.summary = summary;
    this.written = written;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** What a worker hands back: run by the writing thread. */
  private interface Result {
    void write() throws IOException;
  }

  @Override
  public void accept(Input input) {
    if (under.size() >= window) {
      writeNext();
    }
    under.add(workers.submit(() -> result(input)));
  }

  /** Waits for what is under way and writes it. */
  void drain() {
    while (!under.isEmpty()) {
      writeNext();
    }
  }

  private Result result(Input input) {
    return input.fold(
        read -> coded(read.article()),
        skipped -> () -> summary.skipped(skipped),
        unreadable -> () -> summary.unreadable(unreadable));
  }

  private Result coded(Article article) {
    if (!article.isEnglish()) {
      return () ->
          summary.skipped(
              new Input.Skipped(
                  article.id(), "not coded, since not in English (" + article.language() + ")"));
    }
    try {
      CodedArticle coded = new CodedArticle(article, coder.code(article), selection);
      return () -> {
        writer.write(coded);
        summary.coded(coded);
      };
    } catch (RuntimeException | StackOverflowError e) {
      return () -> summary.crashed(article.id(), "coding", e.toString());
    }
  }

  private void writeNext() {
    try {
      under.remove().get().write();
      written.run();
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
