package org.demarche.cli;

import java.util.function.Consumer;
import org.demarche.cli.OrderedWork.Result;
import org.demarche.cli.output.CodedArticle;
import org.demarche.cli.output.EventWriter;
import org.demarche.cli.output.Summary;
import org.demarche.coder.code.Coder;
import org.demarche.coder.text.Article;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/** Codes articles on several threads and writes them in the order they came in. */
final class Pipeline implements Consumer<Item<PressArticle>>, AutoCloseable {
  private final Coder coder;
  private final CodedArticle.Selection selection;
  private final EventWriter writer;
  private final Summary summary;
  private final OrderedWork work;

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
    this.selection = selection;
    this.writer = writer;
    this.summary = summary;
    this.work = new OrderedWork(threads, written);
  }

  @Override
  public void accept(Item<PressArticle> input) {
    work.accept(() -> result(input));
  }

  /** Waits for what is under way and writes it. */
  void drain() {
    work.drain();
  }

  private Result result(Item<PressArticle> input) {
    return input.fold(
        this::coded,
        skipped -> () -> summary.skipped(skipped.where(), skipped.why()),
        unreadable ->
            () -> summary.failed(unreadable.where(), unreadable.kind(), unreadable.why()));
  }

  private Result coded(PressArticle page) {
    Article article = page.article();
    String language = article.language();
    if (!coder.codes(language)) {
      return () ->
          summary.skipped(article.id(), "not coded, since not in English (" + language + ")");
    }
    try {
      CodedArticle coded = new CodedArticle(page, coder.code(article), selection);
      return () -> {
        writer.write(coded);
        summary.coded(coded);
      };
    } catch (RuntimeException | StackOverflowError e) {
      return () -> summary.failed(article.id(), "coding failed", "coding failed: " + e);
    }
  }

  @Override
  public void close() {
    work.close();
  }
}
