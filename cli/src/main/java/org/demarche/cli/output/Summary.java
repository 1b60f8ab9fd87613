package org.demarche.cli.output;

import java.io.PrintStream;
import java.util.Locale;
import org.demarche.coder.event.Outcome;

/** Counts a run and says on standard error what failed, at once and at the end. */
public final class Summary {
  /** After so many messages failures are counted only. */
  private static final int SHOWN = 20;

  private final PrintStream err;
  private final long began = System.nanoTime();
  private final Failures inputs = new Failures();
  private final Failures sentenceFailures = new Failures();
  private final Failures skipped = new Failures();
  private int said;
  private long articles;
  private long sentences;
  private long events;
  private long votes;

  public Summary(PrintStream err) {
    this.err = err;
  }

  /** Counts a coded article. */
  public void coded(CodedArticle coded) {
    articles++;
    sentences += coded.coding().sentences().size();
    events += coded.events().size();
    votes += coded.votes().size();
    int sentence = 0;
    for (Outcome outcome : coded.coding().outcomes()) {
      if (outcome instanceof Outcome.Failed failed) {
        sentenceFailures.add(
            failed.stage() + ": " + failed.why(), coded.article().id() + " sentence " + sentence);
      }
      sentence++;
    }
  }

  /**
   * Counts what could not be read, or an article on which the coder broke down.
   *
   * @param kind for counting
   * @param why in words, with or without where
   */
  public void failed(String where, String kind, String why) {
    say(where.length() > 1 && why.contains(where) ? why : where + ": " + why);
    inputs.add(kind, where);
  }

  public void skipped(String where, String why) {
    skipped.add(why, where);
  }

  /** Whether all input was read. */
  public boolean allRead() {
    return inputs.count() == 0;
  }

  public long articles() {
    return articles;
  }

  public long events() {
    return events;
  }

  private void say(String message) {
    said++;
    if (said <= SHOWN) {
      err.println("demarche: " + message);
    } else if (said == SHOWN + 1) {
      err.println("demarche: more failures follow; they are counted below");
    }
  }

  /** Prints the closing lines. */
  public void close() {
    double seconds = (System.nanoTime() - began) / 1e9;
    err.println(
        counted(articles, "article")
            + ", "
            + counted(sentences, "sentence")
            + ", "
            + counted(events, "event")
            + ", "
            + counted(votes, "vote")
            + String.format(Locale.ROOT, " in %.1f s", seconds));
    failures();
  }

  /** Prints what was left out and what failed. */
  public void failures() {
    lines("left out", skipped);
    lines("not read", sentenceFailures);
    lines("failed", inputs);
  }

  private void lines(String what, Failures failures) {
    failures.lines().forEach(line -> err.println("  " + what + ": " + line));
  }

  private static String counted(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }
}
