package org.demarche.coder.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;

/** A parser may give any tree: clauses are read from whatever it gives. */
class AnyTreeTest {
  private static final List<String> LABELS =
      List.of(
          "root",
          "nsubj",
          "nsubjpass",
          "dobj",
          "agent",
          "prep",
          "pobj",
          "pcomp",
          "xcomp",
          "ccomp",
          "advcl",
          "acl",
          "relcl",
          "amod",
          "appos",
          "conj",
          "cc",
          "aux",
          "auxpass",
          "neg",
          "attr",
          "oprd",
          "acomp",
          "dative",
          "parataxis",
          "mark",
          "poss",
          "nmod",
          "compound",
          "det",
          "prt",
          "advmod",
          "csubj",
          "meta",
          "intj",
          "dep",
          "punct",
          "nummod",
          "npadvmod");
  private static final List<String> TAGS =
      List.of(
          "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBN", "VBG", "VBZ", "VBP", "MD", "IN", "TO",
          "JJ", "RB", "DT", "PRP", "PRP$", "WDT", "WP", "WRB", "CC", "CD", ",", ".", "POS", "RP");
  private static final List<String> WORDS =
      List.of(
          "Russia",
          "attack",
          "attacked",
          "by",
          "with",
          "call",
          "called",
          "say",
          "said",
          "it",
          "that",
          "who",
          "which",
          "to",
          "and",
          "neither",
          "nor",
          "not",
          "be",
          "is",
          "agree",
          "talks",
          "between",
          "of",
          "according",
          "it",
          "be",
          "will",
          "help",
          "force",
          "'s");

  @Test
  void clausesAreReadFromAnyTree() {
    Random random = new Random(20240506);
    int clauses = 0;
    for (int i = 0; i < 20_000; i++) {
      clauses += ClauseReader.read(tree(random), "attack"::equals).all().size();
    }
    assertThat(clauses).isPositive();
  }

  private static DependencyTree tree(Random random) {
    int size = 1 + random.nextInt(14);
    List<Token> tokens = new ArrayList<>();
    List<DependencyTree.Node> nodes = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < size; i++) {
      String word = pick(WORDS, random);
      tokens.add(new Token(i, word, new CharSpan(at, at + word.length())));
      at += word.length() + 1;
    }
    // each token hangs on one that is already in the tree, in any order: no cycles
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      order.add(random.nextInt(i + 1), i);
    }
    int[] heads = new int[size];
    for (int i = 0; i < size; i++) {
      boolean root = i == 0 || random.nextInt(12) == 0;
      heads[order.get(i)] = root ? DependencyTree.ROOT : order.get(random.nextInt(i));
    }
    for (Token token : tokens) {
      nodes.add(
          new DependencyTree.Node(
              token.index(),
              token.form(),
              token.form().toLowerCase(Locale.ROOT),
              pick(TAGS, random),
              heads[token.index()],
              pick(LABELS, random)));
    }
    return new DependencyTree(new Sentence(0, new CharSpan(0, at), tokens), nodes);
  }

  private static String pick(List<String> of, Random random) {
    return of.get(random.nextInt(of.size()));
  }
}
