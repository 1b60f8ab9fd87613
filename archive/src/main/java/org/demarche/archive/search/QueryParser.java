package org.demarche.archive.search;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.demarche.archive.store.FullText;

/**
 * Reads queries: words, {@code "phrases"}, {@code -not}, {@code OR}, parentheses, {@code
 * field:value}. Words side by side must all be there. Thread-safe.
 */
public final class QueryParser {
  private static final int DEEPEST = 100;

  private final Fields fields;

  /**
   * @param clock says which day it is, for {@code date:P1W}
   * @param knownType whether there are events of a type outside PLOVER
   */
  public QueryParser(Clock clock, Predicate<String> knownType) {
    this.fields = new Fields(clock, knownType);
  }

  /** Reads one query; never fails on any text. */
  public Parsed parse(String typed) {
    try {
      return new Parsed.Understood(new Reading(typed).whole());
    } catch (MistakeException e) {
      return new Parsed.Mistake(typed, e.at(), e.getMessage());
    }
  }

  /** One query being read. */
  private final class Reading {
    private final String typed;
    private int at;
    private int depth;

    Reading(String typed) {
      this.typed = typed;
    }

    Query whole() throws MistakeException {
      blanks();
      if (at == typed.length()) {
        return new Query.Everything();
      }
      Query query = either();
      if (at < typed.length()) {
        throw new MistakeException(at, "this parenthesis closes none");
      }
      return query;
    }

    private Query either() throws MistakeException {
      List<Query> queries = new ArrayList<>();
      queries.add(all());
      while (isWord("OR")) {
        int or = at;
        at += 2;
        blanks();
        if (ends()) {
          throw new MistakeException(or, "OR needs something on either side");
        }
        queries.add(all());
      }
      return queries.size() == 1 ? queries.get(0) : new Query.Or(queries);
    }

    private Query all() throws MistakeException {
      List<Query> queries = new ArrayList<>();
      while (!ends() && !isWord("OR")) {
        if (isWord("AND")) {
          at += 3;
          blanks();
          continue;
        }
        queries.add(one());
        blanks();
      }
      if (queries.isEmpty()) {
        throw new MistakeException(at, "something to look for is missing here");
      }
      return queries.size() == 1 ? queries.get(0) : new Query.And(queries);
    }

    private Query one() throws MistakeException {
      char c = typed.charAt(at);
      if (c == '-') {
        int minus = at++;
        blanks();
        if (ends() || isWord("OR")) {
          throw new MistakeException(minus, "nothing follows this minus");
        }
        deeper();
        Query query = one();
        depth--;
        return new Query.Not(query);
      }
      if (c == '(') {
        int open = at++;
        deeper();
        blanks();
        Query query = either();
        if (at == typed.length()) {
          throw new MistakeException(open, "this parenthesis is not closed");
        }
        at++;
        depth--;
        return query;
      }
      return c == '"' ? phrase() : wordOrField();
    }

    private void deeper() throws MistakeException {
      if (++depth > DEEPEST) {
        throw new MistakeException(at, "nested more than " + DEEPEST + " deep");
      }
    }

    private Query phrase() throws MistakeException {
      int start = at;
      return words(quoted(), start, false);
    }

    /** What stands between quotation marks. */
    private String quoted() throws MistakeException {
      int end = typed.indexOf('"', at + 1);
      if (end < 0) {
        throw new MistakeException(at, "this quotation mark is not closed");
      }
      String inside = typed.substring(at + 1, end);
      at = end + 1;
      return inside;
    }

    private Query wordOrField() throws MistakeException {
      int start = at;
      String word = bare();
      if (at < typed.length() && typed.charAt(at) == ':') {
        at++;
        return field(word, start);
      }
      boolean prefix = word.endsWith("*");
      return words(prefix ? word.substring(0, word.length() - 1) : word, start, prefix);
    }

    private Query field(String name, int start) throws MistakeException {
      int valueAt = at;
      String value = at < typed.length() && typed.charAt(at) == '"' ? quoted() : value();
      if (value.replace(',', ' ').isBlank()) {
        throw new MistakeException(valueAt, "a value must follow '" + name + ":' at once");
      }
      return fields.query(name.toLowerCase(Locale.ROOT), start, value.strip(), valueAt);
    }

    private Query words(String text, int start, boolean prefix) throws MistakeException {
      String words = FullText.words(text);
      if (words.isEmpty()) {
        throw new MistakeException(start, "no letter or digit in it to look for");
      }
      return new Query.Words(List.of(words.split(" ")), prefix);
    }

    /** Up to a blank, a parenthesis, a quotation mark or a colon. */
    private String bare() {
      return upTo(":");
    }

    /** Up to a blank, a parenthesis or a quotation mark. */
    private String value() {
      return upTo("");
    }

    private String upTo(String also) {
      int start = at;
      while (at < typed.length()
          && !Character.isWhitespace(typed.charAt(at))
          && ("()\"" + also).indexOf(typed.charAt(at)) < 0) {
        at++;
      }
      return typed.substring(start, at);
    }

    private boolean isWord(String word) {
      int end = at + word.length();
      return typed.startsWith(word, at)
          && (end == typed.length()
              || Character.isWhitespace(typed.charAt(end))
              || typed.charAt(end) == '(');
    }

    private boolean ends() {
      return at == typed.length() || typed.charAt(at) == ')';
    }

    private void blanks() {
      while (at < typed.length() && Character.isWhitespace(typed.charAt(at))) {
        at++;
      }
    }
  }
}
