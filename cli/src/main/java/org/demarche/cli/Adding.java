package org.demarche.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.intake.Intake;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Entry;
import org.demarche.cli.OrderedWork.Result;
import org.demarche.cli.output.AddedWriter;
import org.demarche.coder.code.Coder;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;
import org.demarche.press.page.Item;
import org.demarche.press.page.PressArticle;

/**
 * Codes what is new and adds it, many articles at a time. Results are made by several threads and
 * written by one.
 */
final class Adding {
  private static final int BATCH = 100;
  private static final long SECOND = 1_000_000_000;

  private final Archive archive;
  private final Intake intake;
  private final LanguageTagger languages = new LanguageTagger(LanguageIdentifier.create());
  private final AddedWriter writer;
  private final AddSummary summary;
  private final Runnable onDisk;
  private final List<Entry> batch = new ArrayList<>();
  private long began = System.nanoTime();

  /**
   * @param onDisk called when all that has been written so far is on the disk
   */
  Adding(Archive archive, Coder coder, AddedWriter writer, AddSummary summary, Runnable onDisk) {
    this.archive = archive;
    this.intake = new Intake(archive, coder);
    this.writer = writer;
    this.summary = summary;
    this.onDisk = onDisk;
  }

  Result result(Item<PressArticle> input) {
    return input.fold(
        page -> coded(languages.tag(page)),
        skipped -> () -> summary.skipped(skipped.where(), skipped.why()),
        unreadable ->
            () -> summary.failed(unreadable.where(), unreadable.kind(), unreadable.why()));
  }

  private Result coded(PressArticle page) {
    String id = page.article().id();
    Optional<Added> known = intake.known(page);
    if (known.isPresent()) {
      return () -> {
        flush();
        tell(known.get(), new Entry(page, Optional.empty()));
      };
    }
    try {
      Entry entry = intake.entry(page);
      return () -> batch.add(entry);
    } catch (RuntimeException | StackOverflowError e) {
      return () -> summary.failed(id, "coding failed", "coding failed: " + e);
    }
  }

  /** To be called after each result: writes what has come together, now and then. */
  void written() {
    if (batch.size() >= BATCH || System.nanoTime() - began > SECOND) {
      flush();
    }
  }

  void flush() {
    List<Added> added = archive.add(batch);
    try {
      for (int i = 0; i < added.size(); i++) {
        tell(added.get(i), batch.get(i));
      }
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    batch.clear();
    began = System.nanoTime();
    onDisk.run();
  }

  private void tell(Added added, Entry entry) throws IOException {
    summary.added(added, entry);
    writer.write(added, entry.page().article().id(), entry.coding());
  }
}
