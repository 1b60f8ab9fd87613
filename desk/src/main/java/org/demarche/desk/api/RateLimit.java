package org.demarche.desk.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.demarche.desk.web.Visitor;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * How often somebody may ask: so many requests a minute for an account, or for an address where
 * nobody is logged in. Kept in memory. Thread-safe.
 */
@Component
final class RateLimit implements HandlerInterceptor {
  static final int PER_MINUTE = 600;
  private static final long MINUTE = 60;

  /** Callers of minutes gone by are forgotten when there are more than this. */
  private static final int REMEMBERED = 10_000;

  private final Clock clock;
  private final Map<String, Count> counts = new ConcurrentHashMap<>();

  RateLimit(Clock clock) {
    this.clock = clock;
  }

  private record Count(long minute, int requests) {}

  /** Somebody asked too often; {@code seconds} until they may again. */
  static final class ExceededException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long seconds;

    ExceededException(long seconds) {
      super("too many requests");
      this.seconds = seconds;
    }

    long seconds() {
      return seconds;
    }
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    String caller = Visitor.account().map(a -> "#" + a.id()).orElse(request.getRemoteAddr());
    long second = clock.instant().getEpochSecond();
    long minute = second / MINUTE;
    if (counts.size() > REMEMBERED) {
      counts.values().removeIf(c -> c.minute() != minute);
    }
    Count count =
        counts.merge(
            caller,
            new Count(minute, 1),
            (before, one) ->
                before.minute() == minute ? new Count(minute, before.requests() + 1) : one);
    response.setHeader("X-RateLimit-Limit", Integer.toString(PER_MINUTE));
    response.setHeader(
        "X-RateLimit-Remaining", Integer.toString(Math.max(0, PER_MINUTE - count.requests())));
    if (count.requests() > PER_MINUTE) {
      throw new ExceededException(MINUTE - second % MINUTE);
    }
    return true;
  }
}
