package org.demarche.desk.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * Where the next page of a list begins: the key of the last item handed out, so that what comes in
 * meanwhile shifts nothing. Opaque to callers.
 *
 * @param list which order it belongs to
 * @param after the key of the last item, as its list reads it
 */
record Cursor(String list, String after) {
  Cursor {
    Objects.requireNonNull(list);
    Objects.requireNonNull(after);
  }

  /**
   * Reads one.
   *
   * @param text as handed out, null where the list begins
   * @throws ProblemException when it was not handed out for this list
   */
  static Optional<String> after(String list, String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      String read = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      if (read.startsWith(list + " ")) {
        return Optional.of(read.substring(list.length() + 1));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw wrong();
  }

  static ProblemException wrong() {
    return ProblemException.of(
        HttpStatus.BAD_REQUEST,
        "The cursor cannot be understood",
        "It must be the next of an answer to the same request.");
  }

  @Override
  public String toString() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((list + " " + after).getBytes(StandardCharsets.UTF_8));
  }
}
