package org.demarche.archive.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.text.CharSpan;

/**
 * Names for events that last: the article, the sentence's words, the predicate's place in it and
 * the two parties, but not the type. So a judgement holds for the next run too, and for a new
 * version of the article in which the sentence still stands, and two runs can be compared.
 */
final class EventKeys {
  private static final int BYTES = 15;

  private EventKeys() {}

  /** The keys of a coding's events, in their order. */
  static List<String> of(String articleKey, String text, Coding coding) {
    List<String> keys = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Event event : coding.events()) {
      CharSpan sentence = coding.sentences().get(event.sentence()).span();
      keys.add(of(articleKey, text, sentence, event, seen));
    }
    return keys;
  }

  /**
   * @param seen how often the same was read before, which tells equal ones apart
   */
  static String of(
      String articleKey, String text, CharSpan sentence, Event event, Map<String, Integer> seen) {
    CharSpan predicate = event.evidence().predicate();
    String said =
        String.join(
            "\n",
            articleKey,
            sentence.of(text),
            (predicate.start() - sentence.start()) + "-" + predicate.length(),
            side(event.actor()),
            side(event.recipient()));
    int before = seen.merge(said, 1, Integer::sum) - 1;
    byte[] digest = sha256((said + "\n" + before).getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().encodeToString(java.util.Arrays.copyOf(digest, BYTES));
  }

  private static String side(Optional<Participant> participant) {
    return participant
        .map(
            p ->
                p.party().code().isEmpty()
                    ? p.text()
                    : p.party().code() + "/" + String.join("+", p.party().sectors()))
        .orElse("");
  }

  /** SHA-256 in hexadecimal digits. */
  static String hash(String text) {
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
