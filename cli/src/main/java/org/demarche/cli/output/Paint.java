package org.demarche.cli.output;

import java.util.OptionalInt;

/**
 * ANSI colours, or none. Sixteen colours only, so that the reader's own palette holds.
 *
 * @param on whether anything is coloured
 */
public record Paint(boolean on) {
  /** What a stretch of text is shown as. */
  public enum Style {
    PLAIN(""),
    BOLD("1"),
    DIM("2"),
    TITLE("1"),
    ACTOR("1;34"),
    RECIPIENT("1;35"),
    OK("32"),
    WARN("33"),
    BAD("31");

    private final String code;

    Style(String code) {
      this.code = code;
    }
  }

  /** The text in a style. */
  public String of(Style style, String text) {
    return coded(style.code, text);
  }

  /** The text in the colour of a quad class: cyan, green, yellow, red; none outside PLOVER. */
  public String quad(OptionalInt quad, String text) {
    return coded("1;" + colour(quad), text);
  }

  /** The same underlined, for predicates. */
  public String predicate(OptionalInt quad, String text) {
    return coded("1;4;" + colour(quad), text);
  }

  private static String colour(OptionalInt quad) {
    return switch (quad.orElse(0)) {
      case 1 -> "36";
      case 2 -> "32";
      case 3 -> "33";
      case 4 -> "31";
      default -> "39";
    };
  }

  private String coded(String code, String text) {
    return on && !code.isEmpty() && !text.isEmpty()
        ? "\u001b[" + code + "m" + text + "\u001b[0m"
        : text;
  }
}
