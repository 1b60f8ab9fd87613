package org.demarche.archive.story;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.text.CharSpan;

/**
 * The words by which reports are compared: those of the sentence without function words, words of
 * reporting, names of days, and the two parties, which are compared by themselves. Words are cut to
 * their first letters, so that <em>shelled</em> and <em>shelling</em> are one.
 */
public final class Words {
  private static final int LETTERS = 5;

  private final Set<String> passedOver;

  /** Reads the words passed over from the class path. */
  public Words() {
    try (InputStream in = Words.class.getResourceAsStream("passed-over.txt")) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: passed-over.txt");
      }
      this.passedOver =
          Arrays.stream(new String(in.readAllBytes(), StandardCharsets.UTF_8).strip().split("\\s+"))
              .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The words of an event's sentence, in the order of the text.
   *
   * @param text the article's text
   * @param sentence where the sentence stands in it
   */
  public Set<String> of(String text, CharSpan sentence, Event event) {
    StringBuilder rest = new StringBuilder(sentence.of(text));
    List<CharSpan> parties =
        Stream.of(event.actor(), event.recipient())
            .flatMap(p -> p.map(Participant::span).stream())
            .filter(sentence::contains)
            .toList();
    for (CharSpan party : parties) {
      for (int i = party.start(); i < party.end(); i++) {
        rest.setCharAt(i - sentence.start(), ' ');
      }
    }
    String plain =
        Normalizer.normalize(rest, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT);
    Set<String> words = new LinkedHashSet<>();
    for (String word : plain.split("[^\\p{L}\\p{N}]+")) {
      if (!word.isEmpty() && !passedOver.contains(word)) {
        words.add(word.length() > LETTERS ? word.substring(0, LETTERS) : word);
      }
    }
    return words;
  }
}
