package org.demarche.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredVote;
import org.demarche.cli.output.HitWriter;
import org.demarche.cli.output.StoredJsonLines;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code demarche search QUERY}: events or articles out of the archive. */
@Command(
    name = "search",
    description = "Finds events, articles or votes in an archive; the latest first.",
    mixinStandardHelpOptions = true,
    versionProvider = Demarche.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Words side by side must all be in the sentence (with --articles: in title or text).",
      "  \"a phrase\"  negotiat*  -not  OR  ( )",
      "  actor:RUS  actor:RUS/MIL  recipient:\"foreign ministry\"  party:KAZ (either side)",
      "  type:CONSULT,AGREE  mode:visit  context:military  quad:4  quad:conflict  cameo:05",
      "  status:happened  status:facts  rule:visit-noun  verdict:confirmed",
      "  date:2022-03..2022-05  date:2022  date:P1W (the last week)  published:2022-03-05..",
      "  vote:abstained (with --votes; --articles that report such a vote)",
      "  names:MNG (whoever the article names, in any language and form)",
      "  place:UKR  place:geneva  source:tass (who wrote it)  via:portal.example  lang:en",
      "",
      "Examples:",
      "  demarche search \"actor:RUS recipient:UKR date:2022-03 status:facts\"",
      "  demarche search --articles \"grain (corridor OR export*) -type:ACCUSE\"",
      "  demarche search --votes \"actor:KAZ vote:abstained,absent recipient:RUS\"",
      "  demarche search -- -type:CONSULT party:KAZ"
    })
final class SearchCommand implements Callable<Integer> {
  private static final int SHOWN = 20;
  private static final int PAGE = 500;

  private final Session session;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to find; all without it.")
  private List<String> words = List.of();

  @Mixin private ArchiveOptions archives;

  @Option(names = "--articles", description = "Find articles instead of events.")
  private boolean articles;

  @Option(names = "--votes", description = "Find positions in votes instead of events.")
  private boolean votes;

  @Option(names = "--count", description = "Only say how many there are.")
  private boolean count;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "At most so many, 0 for all; by default " + SHOWN + " in a table, else all.")
  private Integer limit;

  @Mixin private ListOptions list;

  SearchCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws IOException {
    boolean table = list.table(session);
    if (articles && votes) {
      throw new UsageException("--articles and --votes exclude each other");
    }
    if (limit != null && limit < 0) {
      throw new UsageException("--limit takes 0 or more, not " + limit);
    }
    int most = limit == null ? (table ? SHOWN : 0) : limit;
    try (Archive archive = archives.openExisting();
        OutputStream out = new BufferedOutputStream(new Uncloseable(session.out()), 1 << 16)) {
      Search search = new Search(archive, Clock.system(ZoneId.systemDefault()));
      Query query =
          search
              .parse(String.join(" ", words))
              .fold(
                  Parsed.Understood::query,
                  mistake -> {
                    throw new UsageException(mistake.pointing());
                  });
      if (count) {
        counts(search, query, out);
      } else if (table) {
        table(archive, search, query, most, out);
      } else {
        lines(archive, search, query, most, out);
      }
      return 0;
    } catch (OutputClosedException e) {
      // The reader has seen enough, as with "| head".
      return 0;
    }
  }

  private void counts(Search search, Query query, OutputStream out) throws IOException {
    String text =
        articles
            ? search.countArticles(query) + " articles\n"
            : votes
                ? search.countVotes(query) + " votes\n"
                : search.countStories(query)
                    + " events in "
                    + search.countEvents(query)
                    + " reports\n";
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private void table(Archive archive, Search search, Query query, int most, OutputStream out)
      throws IOException {
    HitWriter writer = new HitWriter(archive, search, out, list.paint(session), session.width());
    int page = most == 0 ? Integer.MAX_VALUE : most;
    long all;
    int shown;
    if (articles) {
      List<Search.ArticleHit> found = search.articles(query, page, Optional.empty()).found();
      writer.articles(found);
      all = search.countArticles(query);
      shown = found.size();
      out.flush();
      session.err().println(counted(all, "article") + rest(all, shown));
    } else if (votes) {
      List<StoredVote> found = search.votes(query, page, Optional.empty()).found();
      writer.votes(found);
      all = search.countVotes(query);
      shown = found.size();
      out.flush();
      session.err().println(counted(all, "vote") + rest(all, shown));
    } else {
      List<StoredEvent> found = search.events(query, page, Optional.empty()).found();
      writer.events(found);
      all = search.countEvents(query);
      shown = found.size();
      out.flush();
      session
          .err()
          .println(
              counted(search.countStories(query), "event")
                  + " in "
                  + counted(all, "report")
                  + rest(all, shown));
    }
  }

  private static String rest(long all, int shown) {
    return shown < all ? "; the latest " + shown + " are shown (--limit 0 for all)" : "";
  }

  private static String counted(long n, String thing) {
    return n + " " + thing + (n == 1 ? "" : "s");
  }

  private void lines(Archive archive, Search search, Query query, int most, OutputStream out)
      throws IOException {
    try (StoredJsonLines json = new StoredJsonLines(out)) {
      if (articles) {
        pages((size, next) -> search.articles(query, size, next), most, json::article);
      } else if (votes && most > 0) {
        pages((size, next) -> search.votes(query, size, next), most, json::vote);
      } else if (votes) {
        archive.eachVote(search.votes(query), unchecked(json::vote));
      } else if (most > 0) {
        pages((size, next) -> search.events(query, size, next), most, json::event);
      } else {
        archive.eachEvent(search.events(query), unchecked(json::event));
      }
    }
  }

  /** Writes one result. */
  private interface Writer<T> {
    void write(T result) throws IOException;
  }

  private static <T> Consumer<T> unchecked(Writer<T> writer) {
    return result -> {
      try {
        writer.write(result);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  /** A page at a time, so that the archive may have any number. */
  private static <T> void pages(
      BiFunction<Integer, Optional<String>, Search.Page<T>> search, int most, Writer<T> writer)
      throws IOException {
    int left = most == 0 ? Integer.MAX_VALUE : most;
    Optional<String> next = Optional.empty();
    do {
      Search.Page<T> page = search.apply(Math.min(left, PAGE), next);
      for (T result : page.found()) {
        writer.write(result);
      }
      left -= page.found().size();
      next = page.next();
    } while (next.isPresent() && left > 0);
  }
}
