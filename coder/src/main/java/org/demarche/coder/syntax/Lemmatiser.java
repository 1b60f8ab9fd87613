package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.component.mode.morph.EnglishMPAnalyzer;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.demarche.coder.data.Memo;

/** ClearNLP's lemmas, which depend on the word and its tag alone, and ours. Thread-safe. */
final class Lemmatiser {
  private static final int MOST = 50_000;

  private final EnglishMPAnalyzer analyser = new EnglishMPAnalyzer();
  private final Lemmas lemmas = new Lemmas();
  private final Memo<Key, Lemma> known =
      new Memo<>(MOST, k -> read(new DEPNode(1, k.word()), k.tag()));

  private record Key(String word, String tag) {}

  /**
   * @param original ClearNLP's: the parser was trained on it
   * @param mended lower case, with the word itself for classes such as {@code #crd#}
   */
  record Lemma(String original, String mended) {}

  Lemma of(String word, String tag) {
    return known.of(new Key(word, tag));
  }

  /** All mended lemmas of a word that may have any of these tags. */
  Set<String> all(String word, Collection<String> tags) {
    DEPNode node = new DEPNode(1, word); // which takes longer than to analyse it
    return tags.stream().map(t -> read(node, t).mended()).collect(Collectors.toSet());
  }

  private Lemma read(DEPNode node, String tag) {
    node.setPOSTag(tag);
    analyser.analyze(node);
    String lower = node.getWordForm().toLowerCase(Locale.ROOT);
    return new Lemma(node.getLemma(), mended(node.getLemma(), tag, lower));
  }

  /** ClearNLP writes classes such as {@code #crd#} for numbers and 0 for runs of digits. */
  private String mended(String lemma, String tag, String lower) {
    boolean isClass = lemma.startsWith("#") && lemma.endsWith("#") && lemma.length() > 2;
    return isClass || lemma.indexOf('0') >= 0 ? lower : lemmas.of(lemma, tag, lower);
  }
}
