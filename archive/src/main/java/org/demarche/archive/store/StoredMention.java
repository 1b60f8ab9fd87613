package org.demarche.archive.store;

import java.util.Objects;
import org.demarche.coder.actor.Party;
import org.demarche.coder.text.CharSpan;

/**
 * Somebody named in an article.
 *
 * @param span in characters of the article's text
 * @param how how it was found out who is meant
 */
public record StoredMention(CharSpan span, Party party, String how) {
  public StoredMention {
    Objects.requireNonNull(span);
    Objects.requireNonNull(party);
    Objects.requireNonNull(how);
  }
}
