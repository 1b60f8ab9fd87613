package org.demarche.press.plain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line of a page, or a paragraph that was wrapped into several, told by its make-up.
 *
 * @param text without the white space around it and without a bullet
 * @param label what a portal's line is; empty for others
 * @param words the number of words
 * @param latin whether most of its letters are Latin, or it has none
 */
public record TextLine(
    String text, Kind kind, Optional<PortalLines.Label> label, int words, boolean latin) {

  /** What a line looks like. */
  public enum Kind {
    /** A sentence or more. */
    PROSE,
    /** A sentence too short to tell by itself, or a line that leads to the next one. */
    SHORT,
    /** A line without a full stop: a heading, a name, a menu word. */
    HEADING,
    /** A number, a date, a bullet with nothing behind it. */
    COUNTER,
    /** A credit, a login word and the like: says nothing about what comes after it. */
    FURNITURE,
    /** A heading behind which other articles or boxes follow. */
    BOX,
    /** Behind it nothing of the article follows. */
    END
  }

  /** Prose has more words than this, or is taken for a caption. */
  private static final int FEW = 6;

  /** A line of more words is prose though nothing ends it. */
  private static final int MANY = 25;

  /** Notices are shorter; a paragraph that speaks of copyright or subscribers is no notice. */
  private static final int NOTICE = 45;

  private static final Pattern BULLET = Pattern.compile("^[•·‣▪●◦*]\\s*");
  private static final Pattern ENDED = Pattern.compile(".*[.!?…][\"'”’»)\\]]*(\\[\\d+])*$");
  private static final Pattern LEADING = Pattern.compile(".*[:;,—–][\"'”’»)\\]]*$");
  private static final Pattern COUNTER =
      Pattern.compile(
          "[-+–]?[\\d.,:/\\s]+[%kKM]?"
              + "|\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?,?\\s+\\d{1,2}:\\d{2}"
              + "|(?i)(\\d{1,2} (minutes?|min|hours?|days?|weeks?) ago|today,? \\d{1,2}:\\d{2}|yesterday,? \\d{1,2}:\\d{2})"
              + "|(?i)\\d+ (comments?|views?|shares?|likes?|reads?|min(ute)? read)");

  public static TextLine of(String line) {
    String stripped = line.strip();
    boolean bullet = BULLET.matcher(stripped).find();
    String text = BULLET.matcher(stripped).replaceFirst("").strip();
    int words = text.isEmpty() ? 0 : text.split("\\s+").length;
    boolean counter = text.isEmpty() || COUNTER.matcher(text).matches();
    Optional<PortalLines.Entry> portal =
        counter || words > NOTICE ? Optional.empty() : PortalLines.builtIn().find(text);
    Kind kind =
        counter
            ? Kind.COUNTER
            : portal.map(PortalLines.Entry::kind).orElseGet(() -> kind(text, words, bullet));
    return new TextLine(text, kind, portal.map(PortalLines.Entry::label), words, latin(text));
  }

  private static Kind kind(String text, int words, boolean bullet) {
    boolean ended = ENDED.matcher(text).matches();
    if ((ended && words > FEW) || words >= MANY) {
      return Kind.PROSE;
    }
    boolean leads = LEADING.matcher(text).matches() && words > 2;
    return ended || leads || (bullet && words > FEW) ? Kind.SHORT : Kind.HEADING;
  }

  private static boolean latin(String text) {
    int letters = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
      }
    }
    return latin * 2 >= letters;
  }

  public boolean isProse() {
    return kind == Kind.PROSE;
  }

  /** Whether it is no part of any article by its looks alone. */
  public boolean isFurniture() {
    return switch (kind) {
      case COUNTER, FURNITURE, BOX, END -> true;
      case PROSE, SHORT, HEADING -> false;
    };
  }
}
