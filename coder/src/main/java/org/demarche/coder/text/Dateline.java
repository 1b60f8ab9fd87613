package org.demarche.coder.text;

import java.util.Optional;
import java.util.Set;
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
  private static final Pattern PLACE =
      Pattern.compile(
          "[\\p{Lu}][\\p{L}.'’ -]*?(?=,|\\s*\\(|\\s*--|\\s+[-–—]|\\s+"
              + MONTH
              + "\\b)(?:, \\p{Lu}[\\p{L}. ]{1,25}(?=,|\\s*\\(|\\s*--|\\s+[-–—]))?");
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

  private static final Set<String> AGENCIES =
      Set.of("Reuters", "AP", "AFP", "TASS", "Xinhua", "UPI", "IANS", "EFE", "ANSA");

  private Dateline() {}

  /** The place that a dispatch's dateline names; none where it has no dateline or names several. */
  public static Optional<CharSpan> place(String text) {
    int start = 0;
    while (start < text.length() && SentenceSplitter.isBlank(text.charAt(start))) {
      start++;
    }
    Matcher line = LINE.matcher(text).region(start, Math.min(text.length(), start + 120));
    if (!line.lookingAt() || text.charAt(start) == '(') {
      return Optional.empty();
    }
    Matcher place = PLACE.matcher(text).region(start, line.end());
    return place.lookingAt() && !AGENCIES.contains(place.group())
        ? Optional.of(new CharSpan(place.start(), place.end()))
        : Optional.empty();
  }

  /** The sentence without its dateline; the same where it has none. */
  static CharSpan without(String text, CharSpan sentence) {
    int end = Math.min(sentence.end(), sentence.start() + 120);
    Matcher line = LINE.matcher(text).region(sentence.start(), end);
    boolean opens = line.lookingAt() && line.end() < sentence.end();
    return opens ? new CharSpan(line.end(), sentence.end()) : sentence;
  }
}
