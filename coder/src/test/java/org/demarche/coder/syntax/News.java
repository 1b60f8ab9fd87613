package org.demarche.coder.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.demarche.coder.data.CacheFolder;
import org.demarche.coder.text.SentenceSplitter;

/** Invented news for tests, and a parser whose cache lasts until the module is cleaned. */
final class News {
  private News() {}

  static List<Sentence> sentences() {
    try (InputStream in = News.class.getResourceAsStream("news.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new Syntax(new SentenceSplitter(), new Tokenizer(), parser()).sentences(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static ClearNlpParser parser() {
    return ClearNlpParser.load(
        ModelCache.of(
            ClearNlpParser.MODELS, new CacheFolder(Path.of("target", "models").toAbsolutePath())));
  }
}
