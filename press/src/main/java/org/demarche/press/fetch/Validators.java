package org.demarche.press.fetch;

import java.util.Objects;
import java.util.Optional;

/**
 * What a server gave to ask it later whether anything has changed (RFC 9110, section 13).
 *
 * @param etag as sent, with its quotes
 * @param lastModified as sent
 */
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  public Validators {
    Objects.requireNonNull(etag);
    Objects.requireNonNull(lastModified);
  }
}
