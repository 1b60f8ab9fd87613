package org.demarche.archive.store;

import java.util.Objects;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Vote;

/** A position in a vote, in the archive. */
public record StoredVote(long id, ArticleHead article, Vote vote, Run run, boolean current) {
  public StoredVote {
    Objects.requireNonNull(article);
    Objects.requireNonNull(vote);
    Objects.requireNonNull(run);
  }
}
