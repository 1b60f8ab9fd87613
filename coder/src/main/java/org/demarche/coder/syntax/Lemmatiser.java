package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.component.mode.morph.EnglishMPAnalyzer;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import java.util.Locale;
import org.demarche.coder.data.Memo;

/** ClearNLP's lemmas, which depend on the word and its tag alone, and ours. Thread-safe. */
final class Lemmatiser {
  private static final int MOST = 50_000;

  private final EnglishMPAnalyzer analyser = new EnglishMPAnalyzer();
  private final Lemmas lemmas = new Lemmas();
  private final Memo<Key, Lemma> known = new Memo<>(MOST, k -> read(k.word(), k.tag()));

  private record Key(String word, String tag) {}

  /**
   * @param original ClearNLP's: the parser was trained on it
   * @param mended lower case, with the word itself for classes such as {@code #crd#}
   */
  record Lemma(String original, String mended) {}

  Lemma of(String word, String tag) {
    return known.of(new Key(word, tag));
  }

  /** The same, not kept. */
  Lemma read(String word, String tag) {
    DEPNode node = new DEPNode(1, word);
    node.setPOSTag(tag);
    analyser.analyze(node);
    return new Lemma(node.getLemma(), mended(node.getLemma(), tag, word.toLowerCase(Locale.ROOT)));
  }

  /** ClearNLP writes classes such as {@code #crd#} for numbers and 0 for runs of digits. */
  private String mended(String lemma, String tag, String lower) {
    boolean isClass = lemma.startsWith("#") && lemma.endsWith("#") && lemma.length() > 2;
    return isClass || lemma.indexOf('0') >= 0 ? lower : lemmas.of(lemma, tag, lower);
  }
}
