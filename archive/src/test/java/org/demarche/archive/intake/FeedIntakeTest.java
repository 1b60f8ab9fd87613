package org.demarche.archive.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.demarche.archive.intake.Failures.Failure;
import org.demarche.archive.intake.Failures.Stage;
import org.demarche.archive.store.Added;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Databases;
import org.demarche.archive.store.Dialect;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.SharedCoder;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.code.Coder;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.syntax.Parser;
import org.demarche.coder.syntax.Sentence;
import org.demarche.coder.syntax.Syntax;
import org.demarche.coder.syntax.Tokenizer;
import org.demarche.coder.text.SentenceSplitter;
import org.demarche.press.feed.FeedPuller;
import org.demarche.press.feed.Subscription;
import org.demarche.press.fetch.FetchLimits;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.fetch.MisbehavingServer;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.language.LanguageIdentifier;
import org.demarche.press.language.LanguageTagger;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Feeds of servers that misbehave, read into an archive. */
@ParameterizedClass
@EnumSource
class FeedIntakeTest {
  private static final FetchLimits QUICK =
      new FetchLimits(
          "Demarche",
          3_000_000,
          Duration.ofSeconds(1),
          4,
          Duration.ZERO,
          Duration.ofMillis(50),
          1,
          true);

  @Parameter Dialect dialect;
  @TempDir private Path folder;
  private final SetClock clock = new SetClock();
  private MisbehavingServer server;
  private Archive archive;
  private Fetcher fetcher;
  private Feeds feeds;
  private Failures failures;
  private FeedIntake intake;
  private final List<String> heard = new ArrayList<>();

  /** Stands still until it is put forward. */
  private static final class SetClock extends Clock {
    private Instant now = Instant.parse("2024-05-07T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private final FeedIntake.Listener listener =
      new FeedIntake.Listener() {
        @Override
        public void added(Added added, Entry entry) {
          heard.add(added.change() + " " + entry.page().article().title());
        }

        @Override
        public void skipped(String where, String why) {
          heard.add("skipped " + why);
        }

        @Override
        public void failed(String where, String kind, String why) {
          heard.add("failed " + kind);
        }
      };

  @BeforeEach
  void start() throws IOException {
    server = new MisbehavingServer();
    archive = Archive.open(Databases.fresh(dialect, folder));
    fetcher = new Fetcher(QUICK);
    feeds = new Feeds(archive.database(), clock);
    failures = new Failures(archive.database(), clock);
    intake =
        new FeedIntake(
            archive,
            feeds,
            failures,
            new FeedPuller(fetcher, HtmlPageReader.create(), clock),
            () -> new Intake(archive, SharedCoder.CODER),
            new LanguageTagger(LanguageIdentifier.create()),
            1);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
    if (archive != null) {
      archive.close();
    }
  }

  private void feed(String path, String... pages) {
    StringBuilder body = new StringBuilder("<rss version='2.0'><channel><title>World</title>");
    for (String page : pages) {
      body.append("<item><title>").append(page).append("</title><link>").append(server.at(page));
      body.append("</link><pubDate>Mon, 06 May 2024 08:00:00 GMT</pubDate></item>");
    }
    byte[] bytes = body.append("</channel></rss>").toString().getBytes(StandardCharsets.UTF_8);
    String tag = "\"" + bytes.length + "\"";
    server.on(
        path,
        (request, out) ->
            MisbehavingServer.whole(
                out,
                tag.equals(request.headers().get("if-none-match")) ? 304 : 200,
                List.of("Content-Type: text/xml", "ETag: " + tag),
                bytes));
  }

  private static String page(String title, String first) {
    return "<html><head><title>"
        + title
        + "</title></head><body><article><h1>"
        + title
        + "</h1><p>"
        + first
        + "</p><p>The ministers will meet again in June to discuss the border and the railway,"
        + " a spokesman of the ministry said.</p></article></body></html>";
  }

  private void good(String path, String title) {
    server.on(
        path,
        "text/html; charset=utf-8",
        page(title, title + ": Japan signed a trade agreement with Kazakhstan on Monday."));
  }

  private FollowedFeed follow(String path, String rights) {
    assertThat(feeds.add(Subscription.of(server.at(path), ""), rights, 30)).isTrue();
    return feeds.list().get(feeds.list().size() - 1);
  }

  private List<String> failing() {
    return failures.latest(10).stream()
        .map(f -> f.stage().label() + " " + URI.create(f.subject()).getPath() + " " + f.times())
        .sorted()
        .toList();
  }

  private static boolean never(MisbehavingServer.Request request) {
    return request == null;
  }

  @Test
  void aBadPageStopsNoOtherAndIsNoted() {
    feed("/feed", "/a", "/slow", "/broken", "/gone", "/endless", "/charset", "/b");
    good("/a", "First");
    good("/b", "Last");
    server.on("/slow", (request, out) -> Thread.sleep(5_000));
    server.on("/broken", 500, List.of(), new byte[0]);
    server.on("/gone", 404, List.of(), new byte[0]);
    server.on(
        "/endless",
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (!never(request)) {
            out.write(new byte[10_000]);
          }
        });
    server.on(
        "/charset",
        200,
        List.of("Content-Type: text/html; charset=utf-8"),
        page(
                "Строительство",
                "Министры иностранных дел Казахстана и Японии подписали соглашение о дороге.")
            .replace("<head>", "<head><meta charset=windows-1251>")
            .getBytes(Charset.forName("windows-1251")));
    FollowedFeed feed = follow("/feed", "By permission of the World");
    assertThat(intake.pull(feed, listener)).isTrue();
    assertThat(heard)
        .containsExactly(
            "NEW_ARTICLE First",
            "failed too slow",
            "failed server error",
            "failed refused",
            "failed too large",
            "NEW_ARTICLE Строительство",
            "NEW_ARTICLE Last");
    assertThat(failing())
        .containsExactly("page /broken 1", "page /endless 1", "page /gone 1", "page /slow 1");
    assertThat(archive.events(new Filter("1 = 1", List.of()))).isNotEmpty();
    archive.eachArticle(a -> assertThat(a.page().rights()).contains("By permission of the World"));
    FollowedFeed after = feeds.feed(feed.id()).orElseThrow();
    assertThat(after.articles()).isEqualTo(3);
    assertThat(after.next()).contains(clock.now.plus(Duration.ofMinutes(30)));
    assertThat(feeds.due()).isEmpty();

    // What may pass is tried again with the feed, what is gone only when somebody asks for it.
    good("/slow", "Slow");
    good("/gone", "Back");
    heard.clear();
    clock.now = clock.now.plus(Duration.ofHours(1));
    assertThat(feeds.due()).hasSize(1);
    intake.pull(feeds.due().get(0), listener);
    assertThat(heard).containsExactly("NEW_ARTICLE Slow", "failed server error");
    assertThat(failing()).contains("page /broken 2", "page /gone 1").doesNotContain("page /slow 1");
    Failure gone =
        failures.latest(9).stream()
            .filter(f -> f.subject().endsWith("/gone"))
            .findAny()
            .orElseThrow();
    intake.retry(gone, listener);
    assertThat(heard).contains("NEW_ARTICLE Back");
    assertThat(failures.failure(gone.id())).isEmpty();
    assertThat(archive.article(Archive.key(only("Back"))).orElseThrow().page().rights())
        .contains("By permission of the World");
  }

  private PressArticle only(String title) {
    List<PressArticle> found = new ArrayList<>();
    archive.eachArticle(a -> found.add(a.page()));
    return found.stream().filter(p -> p.article().title().equals(title)).findAny().orElseThrow();
  }

  @Test
  void aBadFeedIsLeftAloneEverLonger() {
    server.on("/feed", 500, List.of(), new byte[0]);
    FollowedFeed feed = follow("/feed", "");
    intake.pull(feed, listener);
    assertThat(failing()).containsExactly("feed /feed 1");
    FollowedFeed after = feeds.feed(feed.id()).orElseThrow();
    assertThat(after.failures()).isEqualTo(1);
    assertThat(after.next()).contains(clock.now.plus(Duration.ofMinutes(60)));
    assertThat(after.subscription().problem())
        .hasValueSatisfying(p -> assertThat(p).contains("500"));
    for (int i = 0; i < 9; i++) {
      intake.pull(feeds.feed(feed.id()).orElseThrow(), listener);
    }
    assertThat(feeds.feed(feed.id()).orElseThrow().next())
        .contains(clock.now.plus(Duration.ofDays(1)));
    assertThat(failing()).containsExactly("feed /feed 10");

    server.on("/feed", 429, List.of("Retry-After: 172800"), new byte[0]);
    intake.pull(feeds.feed(feed.id()).orElseThrow(), listener);
    assertThat(feeds.feed(feed.id()).orElseThrow().next())
        .contains(clock.now.plus(Duration.ofDays(2)));

    feed("/feed", "/a");
    good("/a", "First");
    intake.retry(failures.latest(1).get(0), listener);
    intake.pull(feeds.due().get(0), listener);
    assertThat(failing()).isEmpty();
    assertThat(feeds.feed(feed.id()).orElseThrow().failures()).isZero();
    assertThat(feeds.feed(feed.id()).orElseThrow().subscription().title()).isEqualTo("World");
  }

  @Test
  void whatIsUnchangedIsNotSentAgain() {
    feed("/feed", "/a");
    good("/a", "First");
    follow("/feed", "");
    intake.pull(feeds.list().get(0), listener);
    intake.pull(feeds.list().get(0), listener);
    assertThat(heard).containsExactly("NEW_ARTICLE First", "skipped nothing new");
    assertThat(server.requests("/feed").get(1).headers()).containsKey("if-none-match");
    assertThat(server.requests("/a")).hasSize(1);
  }

  @Test
  void whoIsInterruptedStopsAndGoesOnLater() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(1);
    feed("/feed", "/a", "/hangs");
    good("/a", "First");
    server.on(
        "/hangs",
        (request, out) -> {
          asked.countDown();
          Thread.sleep(900);
        });
    FollowedFeed feed = follow("/feed", "");
    Thread reader = new Thread(() -> intake.pull(feed, listener));
    reader.start();
    asked.await();
    assertThat(intake.pull(feed, listener)).as("claimed by the other").isFalse();
    reader.interrupt();
    reader.join(5_000);
    assertThat(reader.isAlive()).isFalse();
    assertThat(heard).containsExactly("NEW_ARTICLE First");
    assertThat(failing()).isEmpty();
    good("/hangs", "Second");
    assertThat(feeds.due()).hasSize(1);
    intake.pull(feeds.due().get(0), listener);
    assertThat(heard).containsExactly("NEW_ARTICLE First", "NEW_ARTICLE Second");
    assertThat(server.requests("/a")).hasSize(1);
  }

  @Test
  void aTextTooLongForAnArticleHoldsUpNobody() {
    feed("/feed", "/long", "/a");
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      text.append(i % 10 == 0 ? "</p><p>" : "")
          .append("Japan signed trade agreement " + i + " with Kazakhstan on Monday. ");
    }
    server.on("/long", "text/html; charset=utf-8", page("Long", text.toString()));
    good("/a", "First");
    intake.pull(follow("/feed", ""), listener);
    assertThat(heard)
        .containsExactly("failed coding failed", "NEW_ARTICLE Long", "NEW_ARTICLE First");
    assertThat(failures.latest(1).get(0).why()).startsWith("not coded: a text of 1");
    assertThat(only("Long").article().text()).hasSizeGreaterThan(1_000_000);
  }

  /** The real parser, except that it breaks down while it is told to. */
  private record Brittle(Parser parser, AtomicBoolean broken) implements Parser {
    @Override
    public Tagged tag(Sentence sentence) {
      if (broken.get()) {
        throw new IllegalStateException("broken on purpose");
      }
      return parser.tag(sentence);
    }

    @Override
    public Set<String> lemmas(String form) {
      return parser.lemmas(form);
    }

    @Override
    public String version() {
      return parser.version();
    }
  }

  @Test
  void anArticleOnWhichTheCoderBreaksDownIsKeptAndCodedLater() {
    feed("/feed", "/a");
    good("/a", "First");
    AtomicBoolean broken = new AtomicBoolean(true);
    Syntax syntax =
        new Syntax(
            new SentenceSplitter(), new Tokenizer(), new Brittle(Syntax.load().parser(), broken));
    Coder coder = new Coder(syntax, ActorBook.builtIn(), Codebook.builtIn());
    FeedIntake breaking =
        new FeedIntake(
            archive,
            feeds,
            failures,
            new FeedPuller(fetcher, HtmlPageReader.create(), clock),
            () -> new Intake(archive, coder),
            new LanguageTagger(LanguageIdentifier.create()),
            1);
    breaking.pull(follow("/feed", ""), listener);
    assertThat(heard).containsExactly("failed coding failed", "NEW_ARTICLE First");
    assertThat(failures.latest(1).get(0).stage()).isEqualTo(Stage.CODING);
    broken.set(false);
    breaking.retry(failures.latest(1).get(0), listener);
    assertThat(heard.get(2)).isEqualTo("NEW_CODING First");
    assertThat(failures.count()).isZero();
  }
}
