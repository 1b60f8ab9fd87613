package org.demarche.coder.event;

import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.text.CharSpan;

/**
 * A position in a vote: who, on what, how.
 *
 * @param on what was voted on, in the text's words; empty where it does not say
 * @param body where the vote was held, in the text's words; empty where it does not say
 * @param against whom the resolution is directed against, where it condemns somebody
 */
public record Vote(
    String article,
    int sentence,
    Participant voter,
    Position position,
    String on,
    String body,
    Optional<Participant> against,
    When date,
    CharSpan span,
    String text) {
  /** How somebody voted. */
  public enum Position {
    FOR,
    AGAINST,
    ABSTAINED,
    ABSENT;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
