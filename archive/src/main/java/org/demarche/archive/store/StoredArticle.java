package org.demarche.archive.store;

import java.time.Instant;
import java.util.Objects;
import org.demarche.press.page.PressArticle;

/**
 * One version of an article in the archive.
 *
 * @param versionId the archive's number of this version
 * @param added when this version came in
 * @param page the article with its provenance, as it was read
 */
public record StoredArticle(ArticleHead head, long versionId, Instant added, PressArticle page) {
  public StoredArticle {
    Objects.requireNonNull(head);
    Objects.requireNonNull(added);
    Objects.requireNonNull(page);
  }
}
