package org.demarche.coder.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the dateline that a dispatch opens with, such as <em>GENEVA, June 18 (Reuters) -</em>:
 * where it was filed is no part of the sentence.
 */
public final class Dateline {
  private static final String MONTH =
      "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\\.?";
  private static final String DAY =
      "(?:,?\\s+(?:" + MONTH + "\\s+\\d{1,2}|\\d{1,2}\\s+" + MONTH + ")(?:,?\\s+\\d{4})?)";
  private static final String AGENCY = "(?:,?\\s*\\([\\p{L}\\d. /&-]{2,30}\\))";
  private static final String DASH = "\\s*(?:--|[-–—])\\s+";

  /** A place in capitals, or any place before a day or an agency in brackets. */
  private static final Pattern LINE =
      Pattern.compile(
          "(?:[A-Z][A-Z.'’-]+(?:[ /][A-Z][A-Z.'’-]+){0,3}(?:,\\s+[\\p{Lu}][\\p{L}. ]{1,25}){0,2}"
              + DAY
              + "?"
              + AGENCY
              + "?"
              + DASH
              + "|\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3}(?:,\\s+\\p{Lu}[\\p{L}. ]{1,25})?(?:"
              + DAY
              + AGENCY
              + "?|"
              + AGENCY
              + ")"
              + DASH
              + "|\\(?(?:Reuters|AP|AFP|TASS|Xinhua|UPI|IANS|dpa|EFE|ANSA)\\)?"
              + DASH
              + ")");

  private Dateline() {}

  private static final Pattern PLACE =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,3}");

  /** The place that opens the line before {@code start}, as a name is written; empty if none. */
  public static Optional<String> place(String text, int start) {
    int from = Math.max(0, start - 120);
    int line = text.lastIndexOf('\n', start - 1) + 1;
    Matcher place = PLACE.matcher(text).region(Math.max(from, Math.min(line, start)), start);
    if (!place.lookingAt()) {
      return Optional.empty();
    }
    StringBuilder name = new StringBuilder();
    boolean inner = false;
    for (char c : place.group().toCharArray()) {
      name.append(inner ? Character.toLowerCase(c) : c);
      inner = Character.isLetter(c) || c == '.' || c == '\'';
    }
    return Optional.of(name.toString());
  }

  /** The sentence without its dateline; the same where it has none. */
  static CharSpan without(String text, CharSpan sentence) {
    int end = Math.min(sentence.end(), sentence.start() + 120);
    Matcher line = LINE.matcher(text).region(sentence.start(), end);
    boolean opens = line.lookingAt() && line.end() < sentence.end();
    return opens ? new CharSpan(line.end(), sentence.end()) : sentence;
  }
}
