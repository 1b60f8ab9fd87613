package org.demarche.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.demarche.archive.store.Archive;
import org.demarche.cli.output.PressArticleJson;
import org.demarche.cli.output.PressSummary;
import org.demarche.cli.output.Progress;
import org.demarche.coder.code.Coder;
import org.demarche.press.crawl.Checkpoint;
import org.demarche.press.crawl.Crawl;
import org.demarche.press.crawl.CrawlRun;
import org.demarche.press.crawl.Place;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche crawl FILE… --output FILE}: the articles of web archives and saved pages. */
@Command(
    name = "crawl",
    description =
        "Reads web archives (WARC) and folders of saved pages into the archive, with the events they"
            + " report.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "A run that was killed goes on where it was when it is started again in the same way.",
      "With --output there is no archive: articles are written one a line, as 'demarche code' reads",
      "them, and how far it is stands in the file OUTPUT.checkpoint until the end.",
      "",
      "Examples:",
      "  demarche crawl crawl-data/CC-NEWS/2024/05/ --archive news.db",
      "  demarche crawl saved-pages/ --output articles.jsonl"
    })
final class CrawlCommand implements Callable<Integer> {
  /** Records between two checkpoints: some seconds of work. */
  private static final int EVERY = 500;

  private final Session session;
  private final Engine engine;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = ".warc, .warc.gz, .html, or folders of these.")
  private List<Path> files;

  @Mixin private ArchiveOptions archives;

  @Option(
      names = "--output",
      paramLabel = "FILE",
      description = "Write the articles here, and into no archive.")
  private Path output;

  @Mixin private ListOptions list;

  @Mixin private EngineOptions books;

  @Mixin private ThreadOptions threads;

  CrawlCommand(Session session, Engine engine) {
    this.session = session;
    this.engine = engine;
  }

  @Override
  public Integer call() throws IOException {
    if (output != null && archives.chosen()) {
      throw new UsageException("articles go into --archive or to --output, not to both");
    }
    int atATime = threads.count();
    Crawl crawl = crawl();
    if (output != null) {
      return lines(crawl);
    }
    Coder coder = engine.coder(books);
    try (Archive archive = archives.open()) {
      return new CrawlToArchive(session, crawl, archive).run(coder, atATime, list);
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
  }

  private int lines(Crawl crawl) {
    LanguageTagger tagger = new LanguageTagger(LanguageIdentifier.create());
    PageReader pages = HtmlPageReader.create();
    CrawlRun run =
        new CrawlRun(
            crawl,
            (id, bytes, charset, url) ->
                pages
                    .read(id, bytes, charset, url)
                    .fold(
                        found ->
                            new org.demarche.press.page.Reading.Found(tagger.tag(found.article())),
                        nothing -> nothing),
            PressArticleJson::line,
            output,
            EVERY);
    sayWhetherResumed(run);
    PressSummary summary = new PressSummary(session.err());
    try (Progress progress =
        new Progress(
            "reading", session.err(), session.errIsTerminal(), crawl.size(), session.width())) {
      run.run(new Watcher(crawl, summary, progress));
    } catch (IOException e) {
      throw new UsageException("cannot write " + output + ": " + e);
    }
    summary.close();
    return summary.allRead() ? 0 : 1;
  }

  private Crawl crawl() {
    try {
      Crawl crawl = Crawl.of(files);
      if (crawl.files().isEmpty()) {
        throw new UsageException("no .warc, .warc.gz or .html file in " + files);
      }
      return crawl;
    } catch (NoSuchFileException e) {
      throw new UsageException("no such file: " + e.getMessage());
    } catch (IOException e) {
      throw new UsageException(e.getMessage());
    }
  }

  private void sayWhetherResumed(CrawlRun run) {
    try {
      Optional<Checkpoint> before = run.unfinished();
      before.ifPresent(
          checkpoint ->
              session
                  .err()
                  .println(
                      "going on after "
                          + checkpoint.articles()
                          + " articles that a run before has written"));
    } catch (IOException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Counts, and moves the bar. */
  private static final class Watcher implements CrawlRun.Observer {
    private final long[] sizesBefore;
    private final PressSummary summary;
    private final Progress progress;

    Watcher(Crawl crawl, PressSummary summary, Progress progress) throws IOException {
      this.summary = summary;
      this.progress = progress;
      this.sizesBefore = new long[crawl.files().size() + 1];
      for (int i = 0; i < sizesBefore.length; i++) {
        sizesBefore[i] = crawl.sizeBefore(i);
      }
    }

    @Override
    public void found(PressArticle article) {
      summary.found(article);
    }

    @Override
    public void skipped(String where, String why) {
      summary.skipped(where, why);
    }

    @Override
    public void failed(String where, String kind, String why) {
      summary.failed(where, kind, why);
    }

    @Override
    public void at(Place place) {
      progress.at(sizesBefore[place.file()] + place.offset(), summary.articles() + " articles");
    }
  }
}
