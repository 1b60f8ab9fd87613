package org.demarche.coder.event;

import java.util.List;
import java.util.Optional;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clause.Complement;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;

/** Finds who an act is attributed to: <em>X said that …</em>, <em>according to X</em>. */
final class SourceReader {
  private final Clauses clauses;
  private final SentenceActors actors;
  private final Codebook codebook;
  private final String text;

  SourceReader(Clauses clauses, SentenceActors actors, Codebook codebook, String text) {
    this.clauses = clauses;
    this.actors = actors;
    this.codebook = codebook;
    this.text = text;
  }

  Optional<Attribution> attribution(Clause clause) {
    for (Clause above : clauses.all()) {
      boolean says =
          above.kind() == Clause.Kind.VERB
              && codebook.isSpeech(above.lemma())
              && above.head() != clause.head()
              && !above.negated()
              && above.complements().stream().anyMatch(c -> holds(c, clause));
      if (says) {
        Optional<Integer> subject = above.slot(Clause.SUBJECT).findFirst();
        if (subject.isPresent()) {
          return Optional.of(of(subject.get(), above.lemma()));
        }
      }
    }
    for (Clause other : clauses.all()) {
      Optional<Integer> source = other.slot("according to").findFirst();
      if (source.isPresent()
          && (other.head() == clause.head() || clauses.under(clause.head(), other.head()))) {
        return Optional.of(of(source.get(), "according to"));
      }
    }
    return Optional.empty();
  }

  private boolean holds(Complement complement, Clause clause) {
    return complement.kind() == Clause.ComplementKind.THAT
        && clauses.under(clause.head(), complement.head());
  }

  private Attribution of(int head, String verb) {
    List<Mention> mentions = actors.of(head, true);
    if (!mentions.isEmpty()) {
      Mention mention = mentions.get(0);
      return new Attribution(
          mention.text(), mention.span(), mention.parties().stream().findFirst(), verb);
    }
    TokenSpan core = clauses.phrase(head).map(p -> p.core()).orElse(new TokenSpan(head, head + 1));
    CharSpan span = clauses.sentence().chars(core);
    return new Attribution(span.of(text), span, Optional.empty(), verb);
  }
}
