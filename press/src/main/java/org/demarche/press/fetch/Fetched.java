package org.demarche.press.fetch;

import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** What became of one request. */
public sealed interface Fetched {
  <T> T fold(Function<Page, T> page, Function<Unchanged, T> unchanged, Function<Failed, T> failed);

  /**
   * An answer with a body.
   *
   * @param address where it was in the end
   * @param moved whether every redirect on the way was for good, so that the old address is to be
   *     forgotten
   * @param contentType as sent; empty where there was none
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared or changed
  record Page(URI address, boolean moved, String contentType, byte[] bytes, Validators validators)
      implements Fetched {
    public Page {
      Objects.requireNonNull(address);
      Objects.requireNonNull(contentType);
      Objects.requireNonNull(bytes);
      Objects.requireNonNull(validators);
    }

    /** The character set that the server named. */
    public Optional<String> charset() {
      for (String part : contentType.split(";")) {
        String[] pair = part.strip().split("=", 2);
        if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("charset")) {
          return Optional.of(pair[1].strip().replace("\"", "")).filter(s -> !s.isEmpty());
        }
      }
      return Optional.empty();
    }

    /** The media type without its parameters, in lower case; empty where there was none. */
    public String mediaType() {
      return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public <T> T fold(
        Function<Page, T> page, Function<Unchanged, T> unchanged, Function<Failed, T> failed) {
      return page.apply(this);
    }
  }

  /** Not changed since the validators were given (304). */
  record Unchanged(URI address) implements Fetched {
    public Unchanged {
      Objects.requireNonNull(address);
    }

    @Override
    public <T> T fold(
        Function<Page, T> page, Function<Unchanged, T> unchanged, Function<Failed, T> failed) {
      return unchanged.apply(this);
    }
  }

  /**
   * No answer that can be used.
   *
   * @param why in words, with the address
   * @param later how long the server asks to be left alone, where it does
   */
  record Failed(Kind kind, String why, Optional<Duration> later) implements Fetched {
    public Failed {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(why);
      Objects.requireNonNull(later);
    }

    static Failed of(Kind kind, String why) {
      return new Failed(kind, why, Optional.empty());
    }

    @Override
    public <T> T fold(
        Function<Page, T> page, Function<Unchanged, T> unchanged, Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }

  /** Kinds of failure, for counting. */
  enum Kind {
    /** Not http or https, or not an address at all. */
    BAD_ADDRESS,
    UNKNOWN_HOST,
    /** An address that is not of the open internet. */
    PRIVATE_ADDRESS,
    FORBIDDEN_BY_ROBOTS_TXT,
    NO_CONNECTION,
    TOO_SLOW,
    TOO_LARGE,
    CUT_OFF,
    TOO_MANY_REDIRECTS,
    /** 4xx. */
    REFUSED,
    /** 429, or any with {@code Retry-After}. */
    COME_BACK_LATER,
    /** 5xx. */
    SERVER_ERROR;

    /** Whether the same request may well succeed another time. */
    public boolean isPassing() {
      return switch (this) {
        case UNKNOWN_HOST, NO_CONNECTION, TOO_SLOW, CUT_OFF, COME_BACK_LATER, SERVER_ERROR -> true;
        case BAD_ADDRESS,
            PRIVATE_ADDRESS,
            FORBIDDEN_BY_ROBOTS_TXT,
            TOO_LARGE,
            TOO_MANY_REDIRECTS,
            REFUSED ->
            false;
      };
    }

    /** The kind in words. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("robots txt", "robots.txt");
    }
  }
}
