package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import edu.emory.clir.clearnlp.classification.model.StringModel;
import edu.emory.clir.clearnlp.classification.vector.AbstractWeightVector;
import edu.emory.clir.clearnlp.collection.list.FloatArrayList;
import edu.emory.clir.clearnlp.component.AbstractComponent;
import edu.emory.clir.clearnlp.component.mode.dep.DEPConfiguration;
import edu.emory.clir.clearnlp.component.mode.dep.DEPFeatureExtractor;
import edu.emory.clir.clearnlp.component.mode.dep.EnglishDEPParser;
import edu.emory.clir.clearnlp.component.mode.morph.EnglishMPAnalyzer;
import edu.emory.clir.clearnlp.component.mode.pos.EnglishPOSTagger;
import edu.emory.clir.clearnlp.component.mode.pos.POSFeatureExtractor;
import edu.emory.clir.clearnlp.component.utils.CFlag;
import edu.emory.clir.clearnlp.component.utils.GlobalLexica;
import edu.emory.clir.clearnlp.dependency.DEPNode;
import edu.emory.clir.clearnlp.dependency.DEPTree;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;

/**
 * Parses with ClearNLP's own classes and dense weights, and compares. Only the reading of the
 * weight array is ours, since ClearNLP's takes over 3 GB.
 */
class SameTreesTest {
  private record Original(Object extractors, Object lexicon, StringModel model) {}

  @Test
  void parsesAsClearNlpDoes() throws Exception {
    List<Sentence> sentences = new ArrayList<>(News.sentences());
    assertThat(sentences).hasSizeGreaterThan(60);
    Tokenizer tokenizer = new Tokenizer();
    for (String nasty :
        List.of(
            "Yes",
            "...",
            "( ( (",
            "\u201cNo\u201d \u2014 see www.example.com: 5 % of 1,200 !",
            "a b c d e f g",
            "THE ARMY SEIZED POWER IN A COUP ON MONDAY",
            "he he he said said said that that that",
            "\ud83d\ude00 \u00e9t\u00e9 Z\u00fcrich \u4e2d\u56fd 3rd 1990s F-16s AT&T")) {
      sentences.add(tokenizer.tokenize(0, new CharSpan(0, nasty.length()), nasty));
    }
    ClearNlpParser parser = News.parser();
    List<List<String>> ours = new ArrayList<>();
    for (Sentence sentence : sentences) {
      ours.add(parser.parse(sentence).nodes().stream().map(SameTreesTest::line).toList());
    }
    assertThat(ours).isEqualTo(original(sentences));
  }

  private static String line(DependencyTree.Node node) {
    return node.index() + " " + node.pos() + " " + node.head() + " " + node.label();
  }

  private static List<List<String>> original(List<Sentence> sentences) throws Exception {
    loadClusters();
    Original pos = read("general-en-pos.xz");
    EnglishPOSTagger tagger =
        new EnglishPOSTagger(
            (POSFeatureExtractor[]) pos.extractors(),
            pos.lexicon(),
            new StringModel[] {pos.model()},
            false);
    tagger.setFlag(CFlag.DECODE);
    Original dep = read("general-en-dep.xz");
    EnglishDEPParser parser =
        new EnglishDEPParser(
            new DEPConfiguration("root"),
            (DEPFeatureExtractor[]) dep.extractors(),
            dep.lexicon(),
            new StringModel[] {dep.model()},
            false);
    parser.setFlag(CFlag.DECODE);
    List<AbstractComponent> components = List.of(tagger, new EnglishMPAnalyzer(), parser);
    List<List<String>> trees = new ArrayList<>();
    for (Sentence sentence : sentences) {
      DEPTree tree = new DEPTree(sentence.size());
      for (Token token : sentence.tokens()) {
        tree.add(new DEPNode(token.index() + 1, Plain.word(token.form())));
      }
      components.forEach(component -> component.process(tree));
      List<String> lines = new ArrayList<>();
      for (DEPNode node : tree) {
        lines.add(
            (node.getID() - 1)
                + " "
                + node.getPOSTag()
                + " "
                + (node.getHead().getID() - 1)
                + " "
                // the tree's own word for what hangs on nothing
                + (node.getHead() == null || node.getHead().getID() == 0
                    ? "root"
                    : node.getLabel()));
      }
      trees.add(lines);
    }
    return trees;
  }

  private static Original read(String resource) throws Exception {
    FloatTap tap = new FloatTap(OriginalModel.open(resource));
    try (ObjectInputStream in = new ObjectInputStream(tap)) {
      Object extractors = in.readObject();
      Object lexicon = in.readObject();
      assertThat(in.readInt()).isEqualTo(1);
      StringModel model = new StringModel(in);
      float[] dense = new float[Math.toIntExact(tap.length())];
      int[] places = tap.places();
      float[] weights = tap.weights();
      for (int i = 0; i < places.length; i++) {
        dense[places[i]] = weights[i];
      }
      Field list = AbstractWeightVector.class.getDeclaredField("f_weights");
      list.setAccessible(true);
      FloatArrayList target = (FloatArrayList) list.get(model.getWeightVector());
      target.buffer = dense;
      target.elementsCount = dense.length;
      return new Original(extractors, lexicon, model);
    }
  }

  @SuppressWarnings("unchecked")
  private static void loadClusters() throws IOException, ReflectiveOperationException {
    try (ObjectInputStream in =
        new ObjectInputStream(OriginalModel.open(ClearNlpParser.CLUSTERS))) {
      Field words = GlobalLexica.class.getDeclaredField("distributional_semantics_words");
      words.setAccessible(true);
      words.set(null, List.of((Map<String, Set<String>>) in.readObject()));
    }
  }
}
