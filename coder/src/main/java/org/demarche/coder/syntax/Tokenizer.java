package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.demarche.coder.text.CharSpan;

/**
 * Cuts a sentence into the tokens that the parser was trained on, each with its place in the text.
 * Thread-safe.
 *
 * <p>What ClearNLP's rules do: possessives and clitics are tokens of their own ({@code Russia|'s},
 * {@code did|n't}, also with the typographic apostrophe); a bare plural possessive is {@code
 * states|'}. Hyphens are tokens of their own between words ({@code Russian|-|led}, {@code
 * U.S.|-|led}, {@code cease|-|fire}) but stay inside after certain prefixes and before certain
 * suffixes ({@code anti-government}, {@code co-operation}, {@code mid-May}) and before digits
 * ({@code F-16}, {@code 2019-20}). Abbreviations keep their full stop ({@code U.S.}, {@code Gen.}),
 * also at the end of a sentence, which then has no full stop of its own. {@code $} and {@code %}
 * are tokens of their own ({@code $|5}, {@code 5|%}), thousands stay together ({@code 1,200}).
 * Emoticons are not known as such: the rules take too much for one.
 */
public final class Tokenizer {
  /** Runs without white space that are longer, in characters, are one token each. */
  private static final int LONGEST_RUN = 200;

  private static final Pattern ACRONYM = Pattern.compile("(?:^|-)\\p{Alpha}(?:\\.\\p{Alpha})+$");

  private final TokenRules rules = new TokenRules();

  /** Reads the small word lists of the rules from the class path. */
  public Tokenizer() {}

  /**
   * The sentence at {@code span} of {@code text}, with {@code index} as its place in the article.
   * Its tokens ascend, do not overlap, cover all but white space, and each form is exactly the
   * characters that it covers.
   *
   * @throws IndexOutOfBoundsException if the span ends after the text
   */
  public Sentence tokenize(int index, CharSpan span, String text) {
    Objects.checkFromToIndex(span.start(), span.end(), text.length());
    List<Token> tokens = new ArrayList<>();
    Plain plain = Plain.of(text, span);
    int[] lengths = lengths(plain);
    int at = 0;
    int token = 0;
    while (at < plain.length()) {
      if (plain.isBlank(at)) {
        at++;
        continue;
      }
      int left = lengths == null ? Integer.MAX_VALUE : lengths[token++];
      int begin = at;
      while (at < plain.length() && left > 0 && !plain.isBlank(at)) {
        at++;
        left--;
      }
      if (left > 0 && lengths != null) {
        // ClearNLP joins "( a )" to one token; a form must be without white space.
        lengths[--token] = left;
      }
      CharSpan covered = plain.covered(begin, at);
      tokens.add(new Token(tokens.size(), covered.of(text), covered));
    }
    return new Sentence(index, span, tokens);
  }

  /**
   * The lengths in characters of ClearNLP's tokens, or null where they are not the text's own
   * characters in order: then words end at white space only.
   */
  private int[] lengths(Plain plain) {
    List<String> words = new ArrayList<>();
    String chars = plain.chars();
    int from = 0;
    // The rules' patterns take more than linear time on long runs, so those go round them.
    for (int at = 0; at <= chars.length(); ) {
      int end = at;
      while (end < chars.length() && !plain.isBlank(end)) {
        end++;
      }
      if (end - at > LONGEST_RUN) {
        words.addAll(rules.tokens(parted(chars.substring(from, at))));
        words.add(chars.substring(at, end));
        from = end;
      }
      at = end + 1;
    }
    words.addAll(rules.tokens(parted(chars.substring(Math.min(from, chars.length())))));
    int at = 0;
    int count = 0;
    int[] lengths = new int[words.size()];
    String previous = "";
    for (String word : words) {
      if (word.equals(".") && chars.startsWith(".", at) && ACRONYM.matcher(previous).find()) {
        // The rules keep "U.S." together, but not "anti-U.S." nor "U.S.'s".
        lengths[count - 1]++;
        at++;
        continue;
      }
      previous = word;
      int length = 0;
      for (int i = 0; i < word.length(); i++) {
        char c = word.charAt(i);
        if (c == ' ') {
          continue;
        }
        while (at < chars.length() && plain.isBlank(at)) {
          at++;
        }
        if (at == chars.length() || chars.charAt(at) != c) {
          return null;
        }
        at++;
        length++;
      }
      if (length > 0) {
        lengths[count++] = length;
      }
    }
    while (at < chars.length() && plain.isBlank(at)) {
      at++;
    }
    return at == chars.length() ? lengths : null;
  }

  /** Parts what the rules would leave together: "said:"" and the "5." that ends a sentence. */
  private static String parted(String chars) {
    StringBuilder parted = new StringBuilder(chars.length() + 8);
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      boolean part =
          i > 0
              && i + 1 < chars.length()
              && c == ':'
              && Character.isLetter(chars.charAt(i - 1))
              && "\"'".indexOf(chars.charAt(i + 1)) >= 0;
      if (part || (c == '.' && i > 0 && endsNumber(chars, i))) {
        parted.append(' ');
      }
      parted.append(c);
    }
    return parted.toString();
  }

  /** Whether the full stop at {@code at} stands between a digit and the end of the sentence. */
  private static boolean endsNumber(String chars, int at) {
    if (!Character.isDigit(chars.charAt(at - 1))) {
      return false;
    }
    int end = at + 1;
    while (end < chars.length() && "\"')] ".indexOf(chars.charAt(end)) >= 0) {
      end++;
    }
    return end == chars.length();
  }
}
