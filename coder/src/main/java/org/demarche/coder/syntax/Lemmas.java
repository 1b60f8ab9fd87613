package org.demarche.coder.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Mends the lemmas of verb forms that ClearNLP's analyser leaves as they are (<em>provided</em>,
 * <em>ended</em>), since it takes them for adjectives. Immutable.
 */
final class Lemmas {
  private static final String VERBS =
      "/edu/emory/clir/clearnlp/dictionary/morphology/english/verb.base";
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private static final Set<String> UNLISTED = Set.of("demine", "unfreeze", "defuse", "besiege");

  private final Set<String> verbs = new HashSet<>();

  Lemmas() {
    try (InputStream in = Lemmas.class.getResourceAsStream(VERBS)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + VERBS);
      }
      String words = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      SPACE.splitAsStream(words).forEach(verbs::add);
      verbs.addAll(UNLISTED);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lemma of a form tagged {@code pos}, given the analyser's {@code lemma}; lower case. */
  String of(String lemma, String pos, String form) {
    if (lemma.equals("lie")
        && (form.equals("lays") || (form.equals("lay") && !pos.equals("VBD")))) {
      return "lay"; // "will lay down their arms"
    }
    if (lemma.equals("canvas") && pos.startsWith("VB")) {
      return "canvass";
    }
    String suffix =
        switch (pos) {
          case "VBD", "VBN" -> "ed";
          case "VBG" -> "ing";
          default -> "";
        };
    if (suffix.isEmpty() || !lemma.endsWith(suffix) || lemma.length() < suffix.length() + 3) {
      return lemma;
    }
    String stem = lemma.substring(0, lemma.length() - suffix.length());
    if (verbs.contains(stem + "e")) {
      return stem + "e";
    }
    if (verbs.contains(stem)) {
      return stem;
    }
    int last = stem.length() - 1;
    boolean doubled = stem.charAt(last) == stem.charAt(last - 1);
    if (doubled && verbs.contains(stem.substring(0, last))) {
      return stem.substring(0, last);
    }
    // re-, un-, de- and new verbs are in no list: "videoconferenced", "reimposed"
    boolean mute =
        stem.endsWith("c")
            || stem.endsWith("s")
            || stem.endsWith("v")
            || stem.endsWith("at")
            || stem.endsWith("iz");
    return verbs.contains(lemma) ? lemma : mute ? stem + "e" : stem;
  }
}
