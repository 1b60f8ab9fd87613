package org.demarche.press.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.demarche.coder.text.CharSpan;

/**
 * Tells languages by OpenNLP's model 1.3.0 (103 languages, character n-grams). A short block tells
 * little: there the script decides, and where a script is of several languages, the blocks around.
 * Thread-safe; the model takes a second or two to load.
 */
public final class LanguageIdentifier {
  /** The model's file in its artefact. */
  private static final String MODEL = "/langdetect-183.bin";

  /** Letters from which on the model is trusted by itself. */
  private static final int LONG = 60;

  /** Least confidence for a block to differ from its neighbours. */
  private static final double SURE = 0.6;

  /** Languages of the model in which hardly any press is printed; near relatives mislead it. */
  private static final Set<String> NO_PRESS =
      Set.of(
          "war", "vol", "ceb", "min", "lat", "gsw", "nds", "ast", "bre", "pnb", "plt", "che", "san",
          "epo", "oci", "lim", "fry", "jav", "sun", "mri", "ltz", "fao");

  /** More does not make it surer. */
  private static final int READ = 4000;

  private static final Map<String, String> SHORT_CODES = shortCodes();

  private final Object loading = new Object();
  private LanguageDetectorModel model;

  private LanguageIdentifier() {}

  /** An identifier, which loads its model when it first needs it. */
  public static LanguageIdentifier create() {
    return new LanguageIdentifier();
  }

  private LanguageDetectorModel model() {
    synchronized (loading) {
      if (model == null) {
        try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(MODEL)) {
          model = new LanguageDetectorModel(in);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return model;
    }
  }

  /** The language of one text by itself; of a few words only where the script tells. */
  public Guess identify(CharSequence text) {
    Optional<UnicodeScript> script = Script.of(text);
    if (script.isEmpty()) {
      return Guess.NONE;
    }
    Optional<String> only = Script.onlyLanguage(script.get());
    if (only.isPresent()) {
      return new Guess(only.get(), 1);
    }
    Guess guess = byModel(text, script.get());
    return letters(text) >= LONG || guess.confidence() >= SURE ? guess : Guess.NONE;
  }

  /**
   * The language of each block of a text, in order.
   *
   * @param blocks in UTF-16 units of {@code text}, in the order of the text
   */
  public List<Guess> identify(String text, List<CharSpan> blocks) {
    List<Guess> alone = blocks.stream().map(block -> certain(block.of(text))).toList();
    Guess whole = identify(text);
    List<Guess> found = new ArrayList<>();
    for (int i = 0; i < alone.size(); i++) {
      Guess guess = alone.get(i);
      found.add(
          guess.language().equals(Guess.UNKNOWN)
              ? byNeighbours(text, blocks, alone, whole, i)
              : guess);
    }
    return List.copyOf(found);
  }

  /** What a block tells by itself, else nothing. */
  private Guess certain(String block) {
    Optional<UnicodeScript> script = Script.of(block);
    if (script.isEmpty()) {
      return Guess.NONE;
    }
    Optional<String> only = Script.onlyLanguage(script.get());
    if (only.isPresent()) {
      return new Guess(only.get(), 1);
    }
    if (letters(block) < LONG) {
      return Guess.NONE;
    }
    Guess guess = byModel(block, script.get());
    return guess.confidence() >= SURE ? guess : Guess.NONE;
  }

  /** The nearest sure block in the same script, the one before first; else the whole text's. */
  private static Guess byNeighbours(
      String text, List<CharSpan> blocks, List<Guess> alone, Guess whole, int at) {
    Optional<UnicodeScript> script = Script.of(blocks.get(at).of(text));
    for (int distance = 1; distance < blocks.size(); distance++) {
      for (int place : new int[] {at - distance, at + distance}) {
        if (place >= 0
            && place < blocks.size()
            && !alone.get(place).language().equals(Guess.UNKNOWN)
            && (script.isEmpty() || Script.of(blocks.get(place).of(text)).equals(script))) {
          return new Guess(alone.get(place).language(), SURE);
        }
      }
    }
    boolean fits = script.isEmpty() || Script.of(text).equals(script);
    return fits ? whole : Guess.NONE;
  }

  /**
   * The model's best language of the press that is written in the text's script, as sure as it is
   * ahead of the second.
   */
  private Guess byModel(CharSequence text, UnicodeScript script) {
    CharSequence head = text.length() <= READ ? text : text.subSequence(0, READ);
    Language best = null;
    for (Language language : new LanguageDetectorME(model()).predictLanguages(head)) {
      if (NO_PRESS.contains(language.getLang()) || !Script.writes(code(language), script)) {
        continue;
      }
      if (best != null) {
        double both = best.getConfidence() + language.getConfidence();
        return new Guess(code(best), best.getConfidence() / both);
      }
      best = language;
    }
    return best == null ? Guess.NONE : new Guess(code(best), 1);
  }

  private static String code(Language language) {
    return SHORT_CODES.getOrDefault(language.getLang(), language.getLang());
  }

  private static long letters(CharSequence text) {
    return text.codePoints().filter(Character::isLetter).count();
  }

  /** ISO 639-3 → 639-1; the model's individual languages of a macrolanguage are that. */
  private static Map<String, String> shortCodes() {
    Map<String, String> codes = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      codes.put(Locale.forLanguageTag(code).getISO3Language(), code);
    }
    codes.putAll(
        Map.of(
            "cmn", "zh", "pes", "fa", "ekk", "et", "lvs", "lv", "zlm", "ms", "pnb", "pa", "plt",
            "mg", "nob", "no", "azj", "az", "swh", "sw"));
    codes.putAll(Map.of("khk", "mn", "uzn", "uz", "als", "sq", "gug", "gn", "ydd", "yi"));
    return Map.copyOf(codes);
  }
}
