package org.demarche.press.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.demarche.press.fetch.Fetched.Failed;
import org.demarche.press.fetch.Fetched.Kind;

/**
 * Fetches pages politely and safely: one request a host at a time, {@code robots.txt} and its delay
 * kept, a busy server left alone as long as it asks; nothing but http and https, nothing off the
 * open internet, no more bytes and time than allowed. No request fails with an exception.
 * Thread-safe.
 */
public final class Fetcher implements Closeable {
  private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);

  private final FetchLimits limits;
  private final AddressGuard guard;
  private final GuardedTunnel tunnel;
  private final HttpClient client;
  private final Hosts hosts;
  private final Robots robots;

  public Fetcher(FetchLimits limits) {
    this(
        limits,
        InetAddress::getAllByName,
        address -> limits.privateAddresses() || AddressGuard.isOpen(address));
  }

  Fetcher(FetchLimits limits, AddressGuard.Resolver resolver, Predicate<InetAddress> allowed) {
    this.limits = limits;
    this.guard = new AddressGuard(resolver, allowed);
    try {
      this.tunnel = new GuardedTunnel(guard, (int) limits.time().toMillis());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot listen on the loopback address", e);
    }
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(ProxySelector.of(tunnel.address()))
            .connectTimeout(limits.time())
            .build();
    this.hosts = new Hosts(limits.delay());
    this.robots = new Robots(limits.agent());
  }

  /**
   * Fetches a page.
   *
   * @param validators of an earlier answer, to be told only of what is new
   */
  public Fetched fetch(URI address, Validators validators) {
    URI at = address;
    boolean moved = true;
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      Optional<Failed> refused = refusal(at);
      if (refused.isPresent()) {
        return refused.get();
      }
      if (!robots.isAllowed(at, file -> follow(file))) {
        return Failed.of(Kind.FORBIDDEN_BY_ROBOTS_TXT, at + " is forbidden by robots.txt");
      }
      Answer answer = ask(at, validators, robots.delay(at, file -> follow(file)));
      if (answer.redirect().isEmpty()) {
        return answer.fetched(at, moved && hop > 0);
      }
      at = answer.redirect().get();
      moved = moved && answer.permanent();
    }
    return Failed.of(
        Kind.TOO_MANY_REDIRECTS, address + ": more than " + limits.redirects() + " redirects");
  }

  /** Fetches a {@code robots.txt}, for which no rule is asked. */
  private Fetched follow(URI address) {
    URI at = address;
    for (int hop = 0; hop <= limits.redirects(); hop++) {
      Optional<Failed> refused = refusal(at);
      if (refused.isPresent()) {
        return refused.get();
      }
      Answer answer = ask(at, Validators.NONE, Duration.ZERO);
      if (answer.redirect().isEmpty()) {
        return answer.fetched(at, false);
      }
      at = answer.redirect().get();
    }
    return Failed.of(Kind.TOO_MANY_REDIRECTS, address + ": too many redirects");
  }

  /** Why an address is not asked at all. */
  private Optional<Failed> refusal(URI address) {
    String scheme = String.valueOf(address.getScheme());
    if ((!scheme.equalsIgnoreCase("http") && !scheme.equalsIgnoreCase("https"))
        || address.getHost() == null) {
      return Optional.of(Failed.of(Kind.BAD_ADDRESS, address + " is no http or https address"));
    }
    try {
      guard.check(address.getHost());
      return Optional.empty();
    } catch (UnknownHostException e) {
      return Optional.of(Failed.of(Kind.UNKNOWN_HOST, "there is no host " + address.getHost()));
    } catch (AddressGuard.RefusedException e) {
      return Optional.of(Failed.of(Kind.PRIVATE_ADDRESS, e.getMessage()));
    }
  }

  /**
   * One server's answer.
   *
   * @param failed why there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
  private record Answer(
      int status,
      Optional<URI> redirect,
      byte[] body,
      String contentType,
      Validators validators,
      Optional<Failed> failed) {
    boolean permanent() {
      return status == 301 || status == 308;
    }

    Fetched fetched(URI at, boolean moved) {
      if (failed.isPresent()) {
        return failed.get();
      }
      return status == 304
          ? new Fetched.Unchanged(at)
          : new Fetched.Page(at, moved, contentType, body, validators);
    }

    static Answer failure(Failed failed) {
      return new Answer(0, Optional.empty(), new byte[0], "", Validators.NONE, Optional.of(failed));
    }
  }

  /** Asks, and asks again while the server says that it cannot answer now. */
  private Answer ask(URI address, Validators validators, Duration crawlDelay) {
    Duration backoff = FIRST_BACKOFF;
    Answer answer = null;
    try {
      for (int attempt = 1; attempt <= limits.attempts(); attempt++) {
        try (Hosts.Turn turn = hosts.take(address.getRawAuthority())) {
          turn.pause(crawlDelay);
          answer = once(address, validators);
          boolean again = answer.failed().map(f -> isPassing(f.kind())).orElse(false);
          if (!again) {
            return answer;
          }
          Duration wait = answer.failed().flatMap(Failed::later).orElse(backoff);
          if (wait.compareTo(limits.patience()) > 0) {
            return answer;
          }
          if (attempt < limits.attempts()) {
            turn.leaveAlone(wait);
          }
          backoff = backoff.multipliedBy(2);
        }
      }
      return answer;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.failure(Failed.of(Kind.TOO_SLOW, address + ": interrupted"));
    }
  }

  private static boolean isPassing(Kind kind) {
    return kind == Kind.COME_BACK_LATER || kind == Kind.SERVER_ERROR;
  }

  private Answer once(URI address, Validators validators) throws InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("User-Agent", limits.agent())
            .header("Accept-Encoding", "gzip")
            .header("Accept", "*/*")
            .timeout(limits.time());
    validators.etag().ifPresent(etag -> request.header("If-None-Match", etag));
    validators.lastModified().ifPresent(day -> request.header("If-Modified-Since", day));
    CompletableFuture<HttpResponse<byte[]>> pending =
        client.sendAsync(request.build(), info -> new Body(limits.bytes()));
    try {
      return answer(address, pending.get(limits.time().toMillis(), TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      pending.cancel(true);
      throw e;
    } catch (TimeoutException e) {
      pending.cancel(true);
      return Answer.failure(Failed.of(Kind.TOO_SLOW, tooSlow(address)));
    } catch (ExecutionException e) {
      return Answer.failure(failure(address, e.getCause()));
    } catch (IOException e) {
      return Answer.failure(failure(address, e));
    }
  }

  private Answer answer(URI address, HttpResponse<byte[]> response) throws IOException {
    int status = response.statusCode();
    Optional<URI> redirect = Optional.empty();
    if (status == 301 || status == 302 || status == 303 || status == 307 || status == 308) {
      redirect = response.headers().firstValue("Location").flatMap(to -> resolved(address, to));
    }
    Optional<Failed> failed = refusedByTunnel(address, response);
    if (failed.isPresent()) {
      return Answer.failure(failed.get());
    }
    if (status >= 400 || (status >= 300 && status != 304 && redirect.isEmpty())) {
      Optional<Duration> later =
          response.headers().firstValue("Retry-After").flatMap(Fetcher::wait);
      Kind kind =
          status == 429 || (status == 503 && later.isPresent())
              ? Kind.COME_BACK_LATER
              : status >= 500 ? Kind.SERVER_ERROR : Kind.REFUSED;
      failed = Optional.of(new Failed(kind, address + ": status " + status, later));
    }
    String encoding = response.headers().firstValue("Content-Encoding").orElse("");
    byte[] body =
        failed.isPresent() || redirect.isPresent()
            ? new byte[0]
            : Body.unpacked(response.body(), encoding, limits.bytes());
    return new Answer(
        status,
        redirect,
        body,
        response.headers().firstValue("Content-Type").orElse(""),
        new Validators(
            response.headers().firstValue("ETag"), response.headers().firstValue("Last-Modified")),
        failed);
  }

  private static Optional<Failed> refusedByTunnel(URI address, HttpResponse<byte[]> response) {
    return response
        .headers()
        .firstValue(GuardedTunnel.REFUSED)
        .map(Kind::valueOf)
        .map(kind -> Failed.of(kind, address + ": " + kind.label()));
  }

  private static Optional<URI> resolved(URI address, String to) {
    try {
      return Optional.of(address.resolve(to.strip().replace(" ", "%20")));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** {@code Retry-After}: seconds, or a date. */
  private static Optional<Duration> wait(String header) {
    try {
      Duration wait =
          header.strip().matches("\\d{1,9}")
              ? Duration.ofSeconds(Long.parseLong(header.strip()))
              : Duration.between(
                  Instant.now(),
                  ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME));
      return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Failed failure(URI address, Throwable cause) {
    for (Throwable e = cause; e != null; e = e.getCause()) {
      if (e instanceof Body.TooLargeException) {
        return Failed.of(Kind.TOO_LARGE, address + ": " + e.getMessage());
      }
      if (e instanceof java.net.http.HttpTimeoutException) {
        return Failed.of(Kind.TOO_SLOW, tooSlow(address));
      }
      if (e instanceof java.net.ConnectException) {
        return Failed.of(Kind.NO_CONNECTION, address + ": no connection");
      }
    }
    // The name may have been answered otherwise since it was looked at first.
    return refusal(address)
        .orElseGet(
            () ->
                Failed.of(Kind.CUT_OFF, address + ": the answer broke off: " + cause.getMessage()));
  }

  private String tooSlow(URI address) {
    return address + ": no full answer within " + limits.time().toSeconds() + " s";
  }

  @Override
  public void close() {
    try {
      tunnel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
