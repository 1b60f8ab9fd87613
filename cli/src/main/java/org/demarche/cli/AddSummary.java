package org.demarche.cli;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Entry;
import org.demarche.cli.output.Summary;
import org.demarche.coder.code.Coding;

/** Counts what was added and says on standard error what failed. */
final class AddSummary {
  private final PrintStream err;
  private final Summary failures;
  private final Map<Added.Change, Integer> changes = new EnumMap<>(Added.Change.class);
  private long articles;
  private long events;
  private long uncoded;

  AddSummary(PrintStream err) {
    this.err = err;
    this.failures = new Summary(err);
  }

  /**
   * @param entry without a coding where it was not coded now
   */
  void added(Added added, Entry entry) {
    Optional<Coding> coding = entry.coding();
    boolean fresh = added.change() != Added.Change.UNCHANGED;
    if (fresh && coding.isEmpty() && !entry.page().article().language().startsWith("en")) {
      uncoded++;
    }
    articles++;
    changes.merge(added.change(), 1, Integer::sum);
    events += coding.map(c -> c.events().size()).orElse(0);
  }

  void skipped(String where, String why) {
    failures.skipped(where, why);
  }

  void failed(String where, String kind, String why) {
    failures.failed(where, kind, why);
  }

  boolean allRead() {
    return failures.allRead();
  }

  long articles() {
    return articles;
  }

  long events() {
    return events;
  }

  /** Prints the closing lines. */
  void close(String archive) {
    StringBuilder line = new StringBuilder(articles + (articles == 1 ? " article" : " articles"));
    String by = ": ";
    for (Map.Entry<Added.Change, Integer> change : changes.entrySet()) {
      line.append(by).append(change.getValue()).append(' ').append(words(change.getKey()));
      by = ", ";
    }
    err.println(line + "; " + events + (events == 1 ? " event" : " events") + " read; " + archive);
    if (uncoded > 0) {
      err.println("  not coded, since not in English: " + uncoded);
    }
    failures.failures();
  }

  private static String words(Added.Change change) {
    return switch (change) {
      case NEW_ARTICLE -> "new";
      case NEW_VERSION -> "in a new version";
      case NEW_CODING -> "coded again";
      case UNCHANGED -> "unchanged";
    };
  }
}
