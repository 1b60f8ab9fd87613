package org.demarche.cli;

import java.util.concurrent.Callable;
import org.demarche.archive.recode.Recoder;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredRun;
import org.demarche.cli.output.Progress;
import org.demarche.coder.code.Coder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code demarche recode}: the archive's articles read again. */
@Command(
    name = "recode",
    description = "Codes the articles of an archive again, with a new codebook or a new coder.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "What earlier runs read is kept: 'demarche diff' compares. What people have confirmed,",
      "rejected or written stays so. Interrupted, it goes on where it stopped.",
      "",
      "Examples:",
      "  demarche recode --codebook my-rules/",
      "  demarche diff"
    })
final class RecodeCommand implements Callable<Integer> {
  private final Session session;
  private final Engine engine;

  @Mixin private ArchiveOptions archives;

  @Mixin private EngineOptions books;

  @Mixin private ThreadOptions threads;

  RecodeCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() {
    try (Archive archive = archives.openExisting()) {
      Coder coder = engine.coder(books);
      Counting counting = new Counting();
      try (Progress progress =
          new Progress("recoding", session.err(), session.errIsTerminal(), -1, session.width())) {
        counting.progress = progress;
        new Recoder(archive, coder).run(threads.count(), counting);
      }
      return counting.close(archive, coder);
    }
  }

  private final class Counting implements Recoder.Listener {
    private Progress progress;
    private int articles;
    private int events;
    private int passedOver;
    private int failed;

    @Override
    public void coded(StoredArticle article, int found) {
      articles++;
      events += found;
      progress.at(0, articles + " articles, " + events + " events");
    }

    @Override
    public void passedOver(StoredArticle article) {
      passedOver++;
    }

    @Override
    public void failed(StoredArticle article, String why) {
      failed++;
      session.err().println("demarche: " + article.head().key() + ": coding failed: " + why);
    }

    int close(Archive archive, Coder coder) {
      long run =
          archive.runs().stream()
              .filter(r -> r.run().equals(coder.run()))
              .mapToLong(StoredRun::id)
              .findFirst()
              .orElse(0);
      session
          .err()
          .println(
              articles
                  + " articles coded again, "
                  + events
                  + " events; "
                  + passedOver
                  + " passed over (coded by this run before, or not in English)"
                  + (failed > 0 ? "; " + failed + " failed" : "")
                  + (run > 0 ? "; run " + run : ""));
      return failed == 0 ? 0 : 1;
    }
  }
}
