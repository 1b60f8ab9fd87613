package org.demarche.press.outline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.demarche.coder.text.CharSpan;

/** Finds what may number points, at the beginning of sentences, lines and parts of sentences. */
final class MarkerFinder {
  private static final List<String> ORDINALS =
      List.of(
          "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth",
          "tenth");
  private static final List<String> CARDINALS =
      List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten");
  private static final Map<String, Integer> NUMBERS = numbers();

  private static final String ORDINAL = "(" + String.join("|", ORDINALS) + ")";
  private static final String START = "(?:^|(?<=[.!?…:;—–][\"”»’)]?\\s{1,3}))[\"“«‘]?";

  /** {@code First, …}, {@code Secondly …}, {@code ; and third, …}. */
  private static final Pattern ADVERB =
      Pattern.compile(
          START
              + "(?:and |but |in the )?(?:"
              + ORDINAL
              + "(?:(?:ly| of all| place)?(?=\\s?[,:—–])|ly(?= \\p{L}))|(finally|lastly)(?=,)"
              + "|(last)(?= but not least,))",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** {@code The first factor is}, {@code A second reason}, {@code Third measure: …}. */
  private static final Pattern NOUN =
      Pattern.compile(
          START
              + "(?:(?:the|a|another) )?(?:"
              + ORDINAL
              + "|(last|final)),? (?:of (?:the|these|those) )?(?:(?:and |, )?(?!and )[\\p{L}-]+ ){0,2}?"
              + Countable.SINGULAR_OR_PLURAL
              + "\\b(?= (?:is|was|are|were|has|lies|concerns|consists|relates|comes|will|would|may)\\b"
              + "|\\s?[:.—–]|,? (?:which|that) |, |$)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** {@code The first is …}, {@code The second of these was …}. */
  private static final Pattern BARE =
      Pattern.compile(
          START + "the " + ORDINAL + "(?: one| of (?:these|them))? (?=is |was |concerns |lies )",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** {@code Measure 1}, {@code Reason one: …}, {@code Factor No. 2}. */
  private static final Pattern HEADING =
      Pattern.compile(
          "^[ \\t]*"
              + Countable.SINGULAR
              + " (?:no\\. ?|number |#)?("
              + String.join("|", CARDINALS)
              + "|\\d{1,2})(?=[:.—–, ]|$)",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** {@code 1) …}, {@code (2) …}, and at the beginning of a line {@code 3. …}. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?:^[ \\t]*|(?<=[\\s:;,.]))(?:\\((\\d{1,2})\\)|(?<![\\d(])(\\d{1,2})\\))(?=\\s)"
              + "|^[ \\t]*(\\d{1,2})\\.(?=[ \\t]+\\p{L})",
          Pattern.MULTILINE);

  private static final Pattern LETTER =
      Pattern.compile(
          "(?:^[ \\t]*|(?<=[\\s:;,.]))(?:\\(([a-j])\\)|([a-j])\\))(?=\\s)", Pattern.MULTILINE);

  /** What follows a first or second that lists things and does not number points. */
  private static final Pattern LISTED =
      Pattern.compile(
          "\\s*,?\\s*(?:and |or )?(?:" + String.join("|", ORDINALS) + "|then|last|only)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static Map<String, Integer> numbers() {
    Map<String, Integer> numbers =
        IntStream.range(0, ORDINALS.size())
            .boxed()
            .collect(Collectors.toMap(ORDINALS::get, i -> i + 1));
    IntStream.range(0, CARDINALS.size()).forEach(i -> numbers.put(CARDINALS.get(i), i + 1));
    return Map.copyOf(numbers);
  }

  private static final Set<String> FINAL = Set.of("finally", "lastly", "last", "final");

  /** All of them in the order of the text; none overlaps another. */
  List<Marker> find(String text) {
    List<Marker> all = new ArrayList<>();
    find(NOUN, text, all, m -> named(m, text));
    find(
        HEADING,
        text,
        all,
        m ->
            new Marker(
                Marker.Style.WORD,
                number(m.group(2)),
                Countable.singular(m.group(1)),
                span(m, text),
                true));
    find(
        BARE,
        text,
        all,
        m -> new Marker(Marker.Style.WORD, number(m.group(1)), "", span(m, text), true));
    find(ADVERB, text, all, m -> adverb(m, text));
    find(
        FIGURE,
        text,
        all,
        m -> new Marker(Marker.Style.FIGURE, number(group(m)), "", span(m, text), false));
    find(
        LETTER,
        text,
        all,
        m ->
            new Marker(
                Marker.Style.LETTER, group(m).charAt(0) - 'a' + 1, "", span(m, text), false));
    // Of two that overlap the one with more words knows more.
    all.sort(
        Comparator.comparing((Marker m) -> m.span().start())
            .thenComparing(m -> -m.span().length()));
    List<Marker> apart = new ArrayList<>();
    int end = -1;
    for (Marker marker : all) {
      if (marker.span().start() >= end) {
        apart.add(marker);
        end = marker.span().end();
      }
    }
    return apart;
  }

  private static void find(
      Pattern pattern, String text, List<Marker> all, Function<MatchResult, Marker> read) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      Marker marker = read.apply(matcher.toMatchResult());
      if (marker != null) {
        all.add(marker);
      }
    }
  }

  private static Marker adverb(MatchResult m, String text) {
    String word = group(m).toLowerCase(Locale.ROOT);
    String rest = text.substring(m.end(), Math.min(text.length(), m.end() + 30));
    boolean lists = LISTED.matcher(rest).matches();
    return lists ? null : new Marker(Marker.Style.WORD, number(word), "", span(m, text), false);
  }

  private static Marker named(MatchResult m, String text) {
    String ordinal = m.group(1) == null ? m.group(2) : m.group(1);
    return new Marker(
        Marker.Style.WORD, number(ordinal), Countable.singular(m.group(3)), span(m, text), true);
  }

  private static String group(MatchResult m) {
    for (int i = 1; i <= m.groupCount(); i++) {
      if (m.group(i) != null) {
        return m.group(i);
      }
    }
    throw new IllegalStateException("a marker without a number");
  }

  private static int number(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return FINAL.contains(lower)
        ? Marker.LAST
        : NUMBERS.containsKey(lower) ? NUMBERS.get(lower) : Integer.parseInt(lower);
  }

  /** Without the blanks and quotation marks before it. */
  private static CharSpan span(MatchResult m, String text) {
    int start = m.start();
    while (start < m.end() - 1
        && !Character.isLetterOrDigit(text.charAt(start))
        && text.charAt(start) != '(') {
      start++;
    }
    return new CharSpan(start, m.end());
  }
}
