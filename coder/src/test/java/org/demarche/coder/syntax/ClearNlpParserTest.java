package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.demarche.coder.text.SentenceSplitter;
import org.junit.jupiter.api.Test;

class ClearNlpParserTest {
  private static final Syntax SYNTAX =
      new Syntax(new SentenceSplitter(), new Tokenizer(), News.parser());

  private static List<DependencyTree.Node> parse(String text) {
    return SYNTAX.parse(SYNTAX.sentences(text).get(0)).nodes();
  }

  @Test
  void findsHeadsAndLabels() {
    List<DependencyTree.Node> nodes = parse("Turkey\u2019s envoy was expelled by Greece.");
    assertThat(nodes)
        .extracting(node -> node.form() + "/" + node.label() + "/" + node.head())
        .containsExactly(
            "Turkey/poss/2",
            "\u2019s/case/0",
            "envoy/nsubjpass/4",
            "was/auxpass/4",
            "expelled/root/-1",
            "by/agent/4",
            "Greece/pobj/5",
            "./punct/4");
  }

  @Test
  void keepsNumbersAsLemmas() {
    assertThat(parse("Three of 1,200 men left on the third day of 1998."))
        .extracting(DependencyTree.Node::lemma)
        .containsExactly(
            "three", "of", "1,200", "man", "leave", "on", "the", "third", "day", "of", "1998", ".");
  }

  @Test
  void tagsTypographicQuotesAsPlainOnes() {
    List<DependencyTree.Node> plain = parse("\"We won't go,\" he said.");
    List<DependencyTree.Node> fancy = parse("\u201cWe won\u2019t go,\u201d he said.");
    assertThat(fancy).extracting(DependencyTree.Node::pos).startsWith("``", "PRP", "MD", "RB");
    for (int i = 0; i < plain.size(); i++) {
      assertThat(fancy.get(i).head()).isEqualTo(plain.get(i).head());
      assertThat(fancy.get(i).label()).isEqualTo(plain.get(i).label());
      assertThat(fancy.get(i).lemma()).isEqualTo(plain.get(i).lemma());
    }
  }

  @Test
  void parsesWhateverTheTokenizerGives() {
    for (String text :
        List.of(
            ".", "\u0000", "\u200b", "a".repeat(5_000), "and ".repeat(3_000), "( ".repeat(50))) {
      for (Sentence sentence : SYNTAX.sentences(text)) {
        assertThat(SYNTAX.parse(sentence).size()).isEqualTo(sentence.size());
      }
    }
  }

  @Test
  void givesTheSameTreesInManyThreads() throws Exception {
    List<Sentence> sentences = News.sentences();
    List<List<DependencyTree.Node>> alone =
        sentences.stream().map(sentence -> SYNTAX.parse(sentence).nodes()).toList();
    String text = Files.readString(Path.of(News.class.getResource("news.txt").toURI()));
    Callable<List<List<DependencyTree.Node>>> task =
        () ->
            SYNTAX.sentences(text).stream()
                .map(sentence -> SYNTAX.parse(sentence).nodes())
                .toList();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<List<List<DependencyTree.Node>>>> results = new ArrayList<>();
      for (int i = 0; i < 48; i++) {
        results.add(threads.submit(task));
      }
      for (Future<List<List<DependencyTree.Node>>> result : results) {
        assertThat(result.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }
}
