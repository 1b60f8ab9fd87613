package org.demarche.cluster.code;

import org.demarche.coder.code.Coder;
import org.demarche.coder.code.Coding;
import org.demarche.coder.text.Article;

/** What a job asks of a coder. Thread-safe. */
public interface ArticleCoder {
  /** A coder as one machine has it. */
  static ArticleCoder of(Coder coder) {
    return new ArticleCoder() {
      @Override
      public boolean codes(String language) {
        return coder.codes(language);
      }

      @Override
      public Coding code(Article article) {
        return coder.code(article);
      }
    };
  }

  /** Whether articles in a language are coded. */
  boolean codes(String language);

  Coding code(Article article);
}
