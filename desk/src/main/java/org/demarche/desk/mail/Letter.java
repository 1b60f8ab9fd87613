package org.demarche.desk.mail;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A letter to one reader.
 *
 * @param text what is read where HTML is not
 * @param html the same as a page
 * @param headers beside those that every letter has
 */
public record Letter(
    String to, String subject, String text, Optional<String> html, Map<String, String> headers) {
  public Letter {
    Objects.requireNonNull(to);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(text);
    Objects.requireNonNull(html);
    headers = Map.copyOf(headers);
  }
}
