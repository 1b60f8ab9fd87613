package org.demarche.desk.article;

import java.util.List;
import java.util.Objects;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredMention;

/**
 * A piece of text with the same marks from end to end. Marks may nest and overlap in any way; cut
 * at every edge of each, the pieces lie side by side.
 *
 * @param start in characters of the article's text
 * @param within the events whose words it belongs to
 * @param saying the events whose predicate it belongs to
 * @param mentions who is named there
 * @param first whether a predicate begins here, so that only this piece is a stop of the keyboard
 * @param anchor whether links lead to its beginning
 */
public record Segment(
    int start,
    String text,
    List<StoredEvent> within,
    List<StoredEvent> saying,
    List<StoredMention> mentions,
    boolean first,
    boolean anchor) {
  public Segment {
    Objects.requireNonNull(text);
    within = List.copyOf(within);
    saying = List.copyOf(saying);
    mentions = List.copyOf(mentions);
  }

  /** The numbers of the events whose words it belongs to, parted by spaces. */
  public String ids() {
    return String.join(" ", within.stream().map(e -> Long.toString(e.id())).toList());
  }

  /** Classes of the style sheet. */
  public String classes() {
    StringBuilder classes = new StringBuilder("s");
    if (!within.isEmpty()) {
      classes.append(" in");
    }
    if (!mentions.isEmpty()) {
      classes.append(" who");
    }
    if (!saying.isEmpty()) {
      classes.append(" says q").append(saying.get(0).event().quad().orElse(0));
    }
    return classes.toString();
  }

  /** Who is named and how that was found; empty where nobody is. */
  public String title() {
    return String.join(
        "; ", mentions.stream().map(m -> name(m) + " · " + m.how()).distinct().toList());
  }

  private static String name(StoredMention mention) {
    String code = mention.party().code();
    String name = mention.party().name();
    return name.isEmpty() ? code : code.isEmpty() ? name : name + " (" + code + ")";
  }

  /** What a screen reader says of the link. */
  public String label() {
    return text
        + ": "
        + String.join(
            "; ", saying.stream().map(e -> e.event().type() + " " + e.event().dyad()).toList());
  }
}
