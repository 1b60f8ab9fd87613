package org.demarche.coder.syntax;

import edu.emory.clir.clearnlp.component.AbstractComponent;
import edu.emory.clir.clearnlp.component.mode.dep.DEPConfiguration;
import edu.emory.clir.clearnlp.component.mode.dep.EnglishDEPParser;
import edu.emory.clir.clearnlp.component.mode.morph.EnglishMPAnalyzer;
import edu.emory.clir.clearnlp.component.mode.pos.EnglishPOSTagger;
import edu.emory.clir.clearnlp.component.utils.GlobalLexica;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import java.io.BufferedInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tukaani.xz.XZInputStream;

/** ClearNLP's tagger, lemmatiser and dependency parser for English. */
public final class ClearNlpParser implements Parser {
  private static final String CLUSTERS =
      "brown-rcv1.clean.tokenized-CoNLL03.txt-c1000-freq1.txt.xz";
  private static final String TAGGER = "general-en-pos.xz";
  private static final String PARSER = "general-en-dep.xz";

  /** The tagger looks at no more than this many characters of a word. */
  private static final int LONGEST_WORD = 60;

  private final AbstractComponent tagger;
  private final AbstractComponent lemmatiser;
  private final AbstractComponent parser;

  ClearNlpParser(AbstractComponent tagger, AbstractComponent lemmatiser, AbstractComponent parser) {
    this.tagger = tagger;
    this.lemmatiser = lemmatiser;
    this.parser = parser;
  }

  /**
   * Loads the models from the class path.
   *
   * @throws UncheckedIOException if one is missing or cannot be read
   */
  public static ClearNlpParser load() {
    synchronized (ClearNlpParser.class) {
      GlobalLexica.initDistributionalSemanticsWords(new ArrayList<>(List.of(CLUSTERS)));
    }
    try (ObjectInputStream tags = open(TAGGER);
        ObjectInputStream arcs = open(PARSER)) {
      return new ClearNlpParser(
          new EnglishPOSTagger(tags),
          new EnglishMPAnalyzer(),
          new EnglishDEPParser(new DEPConfiguration("root"), arcs));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectInputStream open(String model) throws IOException {
    InputStream in = ClearNlpParser.class.getClassLoader().getResourceAsStream(model);
    if (in == null) {
      throw new FileNotFoundException("model " + model + " is not on the class path");
    }
    return new ObjectInputStream(new BufferedInputStream(new XZInputStream(in)));
  }

  @Override
  public String version() {
    return "ClearNLP 3.2.0 general-en 3.2";
  }

  @Override
  public DependencyTree parse(Sentence sentence) {
    DEPTree tree = new DEPTree(sentence.size());
    for (Token token : sentence.tokens()) {
      String word = Plain.word(token.form());
      tree.add(
          new DEPNode(
              token.index() + 1,
              word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word));
    }
    tagger.process(tree);
    lemmatiser.process(tree);
    parser.process(tree);
    List<DependencyTree.Node> nodes = new ArrayList<>(sentence.size());
    for (Token token : sentence.tokens()) {
      DEPNode node = tree.get(token.index() + 1);
      int head = node.getHead() == null ? DependencyTree.ROOT : node.getHead().getID() - 1;
      nodes.add(
          new DependencyTree.Node(
              token.index(),
              token.form(),
              lemma(node),
              node.getPOSTag(),
              head,
              node.getLabel() == null ? "dep" : node.getLabel()));
    }
    return new DependencyTree(sentence, nodes);
  }

  /** ClearNLP writes classes such as {@code #crd#} for numbers and 0 for runs of digits. */
  private static String lemma(DEPNode node) {
    String lemma = node.getLemma();
    boolean isClass = lemma.startsWith("#") && lemma.endsWith("#") && lemma.length() > 2;
    return isClass || lemma.indexOf('0') >= 0 ? node.getWordForm().toLowerCase(Locale.ROOT) : lemma;
  }
}
