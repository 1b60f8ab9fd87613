package org.demarche.press.page;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a portal prints around an article, where it can be told apart.
 *
 * @param views how often the page was read, as it says
 * @param rating what readers gave it, as written ({@code +1})
 * @param commentPrompt the call to comment, verbatim
 * @param sideColumn headlines of other articles, in order
 * @param others the remaining lines: menus, log-in words, counters, calls to subscribe
 */
public record Surroundings(
    OptionalLong views,
    Optional<String> rating,
    Optional<String> commentPrompt,
    List<String> sideColumn,
    List<String> others) {
  /** Nothing around. */
  public static final Surroundings NONE =
      new Surroundings(
          OptionalLong.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

  public Surroundings {
    Objects.requireNonNull(views);
    Objects.requireNonNull(rating);
    Objects.requireNonNull(commentPrompt);
    sideColumn = List.copyOf(sideColumn);
    others = List.copyOf(others);
  }
}
