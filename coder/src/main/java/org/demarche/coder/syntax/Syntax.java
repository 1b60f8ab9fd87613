package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.SentenceSplitter;

/** Sentences, tokens and the parser. Costly to load: make one and share it; it is thread-safe. */
public record Syntax(SentenceSplitter splitter, Tokenizer tokenizer, Parser parser) {
  public Syntax {
    Objects.requireNonNull(splitter);
    Objects.requireNonNull(tokenizer);
    Objects.requireNonNull(parser);
  }

  /**
   * Loads the parser's models from the class path.
   *
   * @throws java.io.UncheckedIOException if a model is missing or cannot be read
   */
  public static Syntax load() {
    return new Syntax(new SentenceSplitter(), new Tokenizer(), ClearNlpParser.load());
  }

  /** The tokenised sentences of an article's text, in order; each has at least one token. */
  public List<Sentence> sentences(Article article) {
    return sentences(article.text());
  }

  /** The tokenised sentences of a text, in order; each has at least one token. */
  public List<Sentence> sentences(String text) {
    List<CharSpan> spans = splitter.split(text);
    List<Sentence> sentences = new ArrayList<>(spans.size());
    for (CharSpan span : spans) {
      sentences.add(tokenizer.tokenize(sentences.size(), span, text));
    }
    return List.copyOf(sentences);
  }

  /** The parts of speech and lemmas of a sentence, from which it can be parsed. */
  public Parser.Tagged tag(Sentence sentence) {
    return parser.tag(sentence);
  }

  /** The dependency tree of a sentence. */
  public DependencyTree parse(Sentence sentence) {
    return parser.parse(sentence);
  }
}
