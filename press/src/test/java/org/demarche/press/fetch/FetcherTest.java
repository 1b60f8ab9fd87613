package org.demarche.press.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPOutputStream;
import org.demarche.press.fetch.Fetched.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FetcherTest {
  private static final FetchLimits QUICK =
      new FetchLimits(
          "Demarche/test",
          100_000,
          Duration.ofMillis(1500),
          4,
          Duration.ofMillis(40),
          Duration.ofSeconds(2),
          3,
          true);

  private MisbehavingServer server;
  private Fetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    server = new MisbehavingServer();
    fetcher = new Fetcher(QUICK);
  }

  @AfterEach
  void stop() throws IOException {
    fetcher.close();
    server.close();
  }

  private Fetched fetch(String path) {
    return fetcher.fetch(server.at(path), Validators.NONE);
  }

  private static String text(Fetched fetched) {
    return fetched.fold(
        page -> new String(page.bytes(), StandardCharsets.UTF_8),
        unchanged -> "unchanged",
        failed -> failed.kind() + ": " + failed.why());
  }

  private static Kind kind(Fetched fetched) {
    return fetched.fold(page -> null, unchanged -> null, Fetched.Failed::kind);
  }

  @Test
  void aPageComesWithWhatItsServerSays() {
    server.on(
        "/a?b=1",
        200,
        List.of("Content-Type: text/html; charset=\"windows-1251\"", "ETag: \"x\""),
        "body".getBytes(StandardCharsets.UTF_8));
    Fetched.Page page = (Fetched.Page) fetch("/a?b=1");
    assertThat(page.charset()).contains("windows-1251");
    assertThat(page.mediaType()).isEqualTo("text/html");
    assertThat(page.validators().etag()).contains("\"x\"");
    assertThat(page.moved()).isFalse();
    assertThat(text(page)).isEqualTo("body");
    assertThat(server.requests("/a?b=1").get(0).headers())
        .containsEntry("user-agent", "Demarche/test")
        .containsEntry("host", "127.0.0.1:" + server.port());
  }

  @Test
  void whatHasNotChangedIsNotSentAgain() {
    server.on(
        "/a",
        (request, out) -> {
          boolean known =
              "\"x\"".equals(request.headers().get("if-none-match"))
                  && "Mon, 06 May 2024 08:00:00 GMT"
                      .equals(request.headers().get("if-modified-since"));
          MisbehavingServer.whole(out, known ? 304 : 200, List.of(), new byte[0]);
        });
    Validators known =
        new Validators(Optional.of("\"x\""), Optional.of("Mon, 06 May 2024 08:00:00 GMT"));
    assertThat(fetcher.fetch(server.at("/a"), known)).isInstanceOf(Fetched.Unchanged.class);
  }

  @Test
  void gzipIsUnpacked() throws IOException {
    server.on(
        "/a",
        200,
        List.of("Content-Encoding: gzip"),
        gzip("packed".getBytes(StandardCharsets.UTF_8)));
    assertThat(text(fetch("/a"))).isEqualTo("packed");
  }

  @Test
  void aGzipBombIsTooLarge() throws IOException {
    server.on("/a", 200, List.of("Content-Encoding: gzip"), gzip(new byte[50_000_000]));
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void brokenGzipIsCutOff() {
    server.on("/a", 200, List.of("Content-Encoding: gzip"), new byte[] {31, -117, 8, 0, 0});
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.CUT_OFF);
  }

  @Test
  void anEndlessBodyIsLeft() {
    server.on(
        "/a",
        (request, out) -> {
          out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
          while (true) {
            out.write(new byte[4096]);
          }
        });
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.TOO_LARGE);
  }

  @Test
  void aSlowServerIsLeft() {
    server.on(
        "/a",
        (request, out) -> {
          out.write(
              "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
          for (int i = 0; i < 1000; i++) {
            out.write('.');
            out.flush();
            Thread.sleep(100);
          }
        });
    long began = System.nanoTime();
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.TOO_SLOW);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(6));
  }

  @Test
  void aSilentServerIsLeft() {
    server.on("/a", (request, out) -> Thread.sleep(10_000));
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.TOO_SLOW);
  }

  @Test
  void anAnswerCutOffIsNoAnswer() {
    server.on(
        "/a",
        (request, out) ->
            out.write(
                "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"
                    .getBytes(StandardCharsets.US_ASCII)));
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.CUT_OFF);
  }

  @Test
  void whatIsNoHttpIsNoAnswer() {
    server.on(
        "/a",
        (request, out) -> out.write("220 smtp ready\r\n".getBytes(StandardCharsets.US_ASCII)));
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.CUT_OFF);
  }

  @Test
  void aBusyServerIsAskedAgainWhenItSaid() {
    AtomicInteger asked = new AtomicInteger();
    server.on(
        "/a",
        (request, out) ->
            MisbehavingServer.whole(
                out,
                asked.incrementAndGet() == 1 ? 429 : 200,
                List.of("Retry-After: 1"),
                "now".getBytes(StandardCharsets.US_ASCII)));
    assertThat(text(fetch("/a"))).isEqualTo("now");
    List<MisbehavingServer.Request> requests = server.requests("/a");
    assertThat(requests.get(1).nanos() - requests.get(0).nanos()).isGreaterThan(1_000_000_000L);
  }

  @Test
  void aServerThatAsksForLongIsLeftAlone() {
    server.on("/a", 503, List.of("Retry-After: 3600"), new byte[0]);
    Fetched.Failed failed = (Fetched.Failed) fetch("/a");
    assertThat(failed.kind()).isEqualTo(Kind.COME_BACK_LATER);
    assertThat(failed.later()).contains(Duration.ofHours(1));
    assertThat(server.requests("/a")).hasSize(1);
  }

  @Test
  void aServerErrorIsTriedAgainAndThenSaid() {
    server.on("/a", 500, List.of(), new byte[0]);
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.SERVER_ERROR);
    assertThat(server.requests("/a")).hasSize(3);
  }

  @Test
  void aMissingPageIsNotTriedAgain() {
    assertThat(kind(fetch("/missing"))).isEqualTo(Kind.REFUSED);
    assertThat(server.requests("/missing")).hasSize(1);
  }

  @Test
  void redirectsAreFollowedAndRememberedWhereTheyAreForGood() {
    server.on("/old", 301, List.of("Location: /new page"), new byte[0]);
    server.on("/new%20page", "text/plain", "here");
    server.on("/found", 302, List.of("Location: /old"), new byte[0]);
    Fetched.Page page = (Fetched.Page) fetch("/old");
    assertThat(page.address().getPath()).isEqualTo("/new page");
    assertThat(page.moved()).isTrue();
    assertThat(((Fetched.Page) fetch("/found")).moved()).isFalse();
  }

  @Test
  void aRedirectLoopEnds() {
    server.on("/a", 302, List.of("Location: /b"), new byte[0]);
    server.on("/b", 302, List.of("Location: /a"), new byte[0]);
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.TOO_MANY_REDIRECTS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "ftp://127.0.0.1/x", "gopher://x", "http:///x", "nothing"})
  void onlyTheWebIsFetched(String address) {
    assertThat(kind(fetcher.fetch(URI.create(address), Validators.NONE)))
        .isEqualTo(Kind.BAD_ADDRESS);
    server.on("/a", 302, List.of("Location: " + address), new byte[0]);
    assertThat(kind(fetch("/a"))).isIn(Kind.BAD_ADDRESS, Kind.REFUSED);
  }

  @Test
  void robotsAreObeyed() {
    server.on(
        "/robots.txt",
        "text/plain",
        "User-agent: other\nDisallow: /\n\nUser-agent: demarche\nDisallow: /secret\nCrawl-delay: 0.3\n");
    server.on("/open", "text/plain", "open");
    server.on("/secret", "text/plain", "secret");
    server.on("/to-secret", 302, List.of("Location: /secret"), new byte[0]);
    assertThat(text(fetch("/open"))).isEqualTo("open");
    assertThat(kind(fetch("/secret"))).isEqualTo(Kind.FORBIDDEN_BY_ROBOTS_TXT);
    assertThat(kind(fetch("/to-secret"))).isEqualTo(Kind.FORBIDDEN_BY_ROBOTS_TXT);
    assertThat(server.requests("/secret")).isEmpty();
    assertThat(server.requests("/robots.txt")).hasSize(1);
    long gap =
        server.requests("/to-secret").get(0).nanos() - server.requests("/open").get(0).nanos();
    assertThat(gap).isGreaterThan(280_000_000L);
  }

  @Test
  void aHostWhoseRobotsCannotBeReadIsLeft() {
    server.on("/robots.txt", 503, List.of("Retry-After: 600"), new byte[0]);
    assertThat(kind(fetch("/a"))).isEqualTo(Kind.FORBIDDEN_BY_ROBOTS_TXT);
  }

  @Test
  void aHostGetsOneRequestAtATime() throws InterruptedException {
    server.on(
        "/a",
        (request, out) -> {
          Thread.sleep(60);
          MisbehavingServer.whole(out, 200, List.of(), new byte[0]);
        });
    ExecutorService threads = Executors.newFixedThreadPool(4);
    for (int i = 0; i < 6; i++) {
      threads.execute(() -> fetch("/a"));
    }
    threads.shutdown();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    assertThat(server.requests("/a")).hasSize(6);
    assertThat(server.mostAtATime()).isEqualTo(1);
  }

  @Test
  void nobodyListening() throws IOException {
    URI address = server.at("/a");
    server.close();
    assertThat(kind(fetcher.fetch(address, Validators.NONE))).isEqualTo(Kind.NO_CONNECTION);
  }

  // --- private addresses ---

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1", "localhost", "10.1.2.3", "172.20.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "0.0.0.0", "224.0.0.1", "[::1]", "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]",
        "[::7f00:1]", "[fe80::1]", "[fd00::1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
            "2130706433",
        "198.18.0.1", "255.255.255.255"
      })
  void privateAddressesAreRefused(String host) throws IOException {
    try (Fetcher guarded = new Fetcher(QUICK.privateAddresses(false))) {
      URI address = URI.create("http://" + host + ":" + server.port() + "/a");
      assertThat(kind(guarded.fetch(address, Validators.NONE))).isEqualTo(Kind.PRIVATE_ADDRESS);
      assertThat(server.requests("/a")).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"8.8.8.8", "172.32.0.1", "192.169.1.1", "2606:4700::1111", "100.128.0.1"})
  void openAddressesAreNot(String address) throws UnknownHostException {
    assertThat(AddressGuard.isOpen(InetAddress.getAllByName(address)[0])).isTrue();
  }

  /**
   * A name that is at an open address while it is looked at, and at a private one when connected
   * to.
   */
  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void aNameThatChangesItsAddressIsRefusedWhenConnectedTo(String scheme) throws IOException {
    AtomicInteger asked = new AtomicInteger();
    AddressGuard.Resolver rebinding =
        host ->
            new InetAddress[] {
              InetAddress.getAllByName(
                  asked.incrementAndGet() <= 2 ? "93.184.215.14" : "127.0.0.1")[0]
            };
    server.on("/a", "text/plain", "secret");
    try (Fetcher guarded = new Fetcher(QUICK, rebinding, AddressGuard::isOpen)) {
      URI address = URI.create(scheme + "://rebinding.example:" + server.port() + "/a");
      assertThat(kind(guarded.fetch(address, Validators.NONE))).isEqualTo(Kind.PRIVATE_ADDRESS);
      assertThat(server.requests("/a")).isEmpty();
      assertThat(asked.get()).isGreaterThan(2);
    }
  }

  /** As if 127.0.0.1 were of the open internet, and the rest of the loopback network not. */
  @Test
  void aRedirectToAPrivateAddressIsRefused() throws IOException {
    server.on(
        "/a", 302, List.of("Location: http://127.0.0.2:" + server.port() + "/b"), new byte[0]);
    server.on("/b", "text/plain", "secret");
    InetAddress open = InetAddress.getAllByName("127.0.0.1")[0];
    try (Fetcher guarded = new Fetcher(QUICK, InetAddress::getAllByName, open::equals)) {
      assertThat(kind(guarded.fetch(server.at("/a"), Validators.NONE)))
          .isEqualTo(Kind.PRIVATE_ADDRESS);
      assertThat(server.requests("/a")).hasSize(1);
      assertThat(server.requests("/b")).isEmpty();
    }
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }
}
