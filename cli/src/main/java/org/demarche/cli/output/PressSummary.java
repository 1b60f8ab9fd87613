package org.demarche.cli.output;

import java.io.PrintStream;
import java.util.Locale;
import java.util.TreeMap;
import org.demarche.press.page.PressArticle;

/** Counts what came of feeds or of a crawl, and says on standard error what failed. Thread-safe. */
public final class PressSummary {
  private static final int SHOWN = 20;

  private final PrintStream err;
  private final long began = System.nanoTime();
  private final TreeMap<String, Integer> languages = new TreeMap<>();
  private final Failures skipped = new Failures();
  private final Failures failed = new Failures();
  private long articles;
  private int said;

  public PressSummary(PrintStream err) {
    this.err = err;
  }

  public synchronized void found(PressArticle article) {
    articles++;
    languages.merge(article.article().language(), 1, Integer::sum);
  }

  public synchronized void skipped(String where, String why) {
    skipped.add(why, where);
  }

  public synchronized void failed(String where, String kind, String why) {
    failed.add(kind, where);
    said++;
    if (said <= SHOWN) {
      err.println("demarche: " + (why.contains(where) ? why : where + ": " + why));
    } else if (said == SHOWN + 1) {
      err.println("demarche: more failures follow; they are counted below");
    }
  }

  public synchronized long articles() {
    return articles;
  }

  /** Whether nothing failed. */
  public synchronized boolean allRead() {
    return failed.count() == 0;
  }

  /** Prints the closing lines. */
  public synchronized void close() {
    StringBuilder line = new StringBuilder(articles + (articles == 1 ? " article" : " articles"));
    if (!languages.isEmpty()) {
      line.append(" (");
      languages.forEach((language, n) -> line.append(language).append(' ').append(n).append(", "));
      line.setLength(line.length() - 2);
      line.append(')');
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    err.println(line + String.format(Locale.ROOT, " in %.1f s", seconds));
    skipped.lines().forEach(text -> err.println("  left out: " + text));
    failed.lines().forEach(text -> err.println("  failed: " + text));
  }
}
