package org.demarche.coder.syntax;

import java.util.List;

/** Prints how many sentences a second one thread parses; run it by hand. */
final class ParseSpeed {
  private ParseSpeed() {}

  /** The number of rounds may be given; the last is the warm one. */
  public static void main(String[] args) {
    int rounds = args.length == 0 ? 100 : Integer.parseInt(args[0]);
    ClearNlpParser parser = News.parser();
    List<Sentence> sentences = News.sentences();
    double tokens = sentences.stream().mapToInt(Sentence::size).average().orElse(0);
    for (int round = 1; round <= rounds; round++) {
      long begin = System.nanoTime();
      sentences.forEach(parser::parse);
      double seconds = (System.nanoTime() - begin) / 1e9;
      System.out.printf(
          "round %d: %.0f sentences/s of %.0f tokens%n", round, sentences.size() / seconds, tokens);
    }
  }
}
