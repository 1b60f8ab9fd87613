package org.demarche.evaluation;

import java.util.List;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;

/**
 * A gold relation between two given parties.
 *
 * @param line its line in the gold file, from 1
 * @param actor the actor's place in {@code text}
 * @param recipient the recipient's place in {@code text}
 * @param type PLOVER type, {@code YIELD} standing for CONCEDE and RETREAT
 * @param quad 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict
 */
public record RelationGold(
    String id, int line, String text, CharSpan actor, CharSpan recipient, String type, int quad) {

  /** The sentence as an article that comes with its two parties. */
  public Article article() {
    return new Article(
        id,
        "",
        "",
        "en",
        Optional.empty(),
        text,
        Provenance.UNKNOWN,
        List.of(
            new Article.Party(Article.Role.ACTOR, actor),
            new Article.Party(Article.Role.RECIPIENT, recipient)));
  }
}
