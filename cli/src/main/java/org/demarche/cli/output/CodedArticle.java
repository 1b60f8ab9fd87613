package org.demarche.cli.output;

import java.util.List;
import java.util.Objects;
import org.demarche.coder.code.Coding;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Vote;
import org.demarche.coder.text.Article;
import org.demarche.press.page.PressArticle;

/** An article with what it was coded to, and what of that is to be written. */
public record CodedArticle(PressArticle page, Coding coding, Selection selection) {
  public CodedArticle {
    Objects.requireNonNull(page);
    Objects.requireNonNull(coding);
    Objects.requireNonNull(selection);
  }

  public Article article() {
    return page.article();
  }

  /**
   * What is written.
   *
   * @param factsOnly whether plans, denials, demands and threats are left out
   * @param votes whether positions in votes are written
   * @param confidence events below it are left out, 0 to 1
   */
  public record Selection(boolean factsOnly, boolean votes, double confidence) {
    public static final Selection ALL = new Selection(false, true, 0);
  }

  /** The events to be written, in the order of the text. */
  public List<Event> events() {
    return coding.events().stream()
        .filter(e -> !selection.factsOnly() || e.status().isFact())
        .filter(e -> e.confidence().value() >= selection.confidence())
        .toList();
  }

  /** The votes to be written, in the order of the text. */
  public List<Vote> votes() {
    return selection.votes() ? coding.votes() : List.of();
  }
}
