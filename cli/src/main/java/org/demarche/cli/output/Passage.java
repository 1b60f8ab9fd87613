package org.demarche.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.demarche.coder.text.CharSpan;

/** A sentence wrapped to a width, with actor, recipient and predicate marked. */
final class Passage {
  private enum Mark {
    NONE,
    ACTOR,
    RECIPIENT,
    PREDICATE
  }

  private final String text;
  private final CharSpan span;
  private final Mark[] marks;

  /**
   * @param text the article's text
   * @param span the stretch of it to show
   */
  Passage(String text, CharSpan span) {
    this.text = text;
    this.span = span;
    this.marks = new Mark[span.length()];
    java.util.Arrays.fill(marks, Mark.NONE);
  }

  void actor(CharSpan where) {
    mark(where, Mark.ACTOR);
  }

  void recipient(CharSpan where) {
    mark(where, Mark.RECIPIENT);
  }

  void predicate(CharSpan where) {
    mark(where, Mark.PREDICATE);
  }

  /** Shorter marks inside longer ones stand; what lies outside the passage is not shown. */
  private void mark(CharSpan where, Mark mark) {
    for (int i = Math.max(where.start(), span.start());
        i < Math.min(where.end(), span.end());
        i++) {
      if (marks[i - span.start()] == Mark.NONE) {
        marks[i - span.start()] = mark;
      }
    }
  }

  /** The lines, each no longer than {@code width} where its words allow. */
  List<String> lines(int width, Paint paint, OptionalInt quad) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    int column = 0;
    int at = 0;
    while (at < marks.length) {
      int end = at;
      while (end < marks.length && !Character.isWhitespace(character(end))) {
        end++;
      }
      int length = end - at + brackets(at, end, paint);
      if (column > 0 && column + 1 + length > width) {
        lines.add(line.toString());
        line = new StringBuilder();
        column = 0;
      } else if (column > 0) {
        line.append(joint(at, paint, quad));
        column++;
      }
      line.append(word(at, end, paint, quad));
      column += length;
      at = end;
      while (at < marks.length && Character.isWhitespace(character(at))) {
        at++;
      }
    }
    if (column > 0) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** The space before a word, underlined inside a marked predicate. */
  private String joint(int at, Paint paint, OptionalInt quad) {
    boolean inside = marks[at] != Mark.NONE && marks[at] == marks[at - 1];
    return inside ? painted(marks[at], " ", paint, quad) : " ";
  }

  private char character(int at) {
    return text.charAt(span.start() + at);
  }

  private String word(int from, int to, Paint paint, OptionalInt quad) {
    StringBuilder word = new StringBuilder();
    int at = from;
    while (at < to) {
      int end = at;
      while (end < to && marks[end] == marks[at]) {
        end++;
      }
      String piece = text.substring(span.start() + at, span.start() + end);
      if (paint.on()) {
        word.append(painted(marks[at], piece, paint, quad));
      } else {
        word.append(opens(at) ? bracket(marks[at], true) : "");
        word.append(piece);
        word.append(closes(end - 1) ? bracket(marks[at], false) : "");
      }
      at = end;
    }
    return word.toString();
  }

  private static String painted(Mark mark, String piece, Paint paint, OptionalInt quad) {
    return switch (mark) {
      case NONE -> piece;
      case ACTOR -> paint.of(Paint.Style.ACTOR, piece);
      case RECIPIENT -> paint.of(Paint.Style.RECIPIENT, piece);
      case PREDICATE -> paint.predicate(quad, piece);
    };
  }

  /** Without colours marks are brackets: [actor], {recipient}, *predicate*. */
  private static String bracket(Mark mark, boolean open) {
    return switch (mark) {
      case NONE -> "";
      case ACTOR -> open ? "[" : "]";
      case RECIPIENT -> open ? "{" : "}";
      case PREDICATE -> "*";
    };
  }

  private int brackets(int from, int to, Paint paint) {
    int count = 0;
    for (int i = from; i < to && !paint.on(); i++) {
      count += marks[i] != Mark.NONE && opens(i) ? 1 : 0;
      count += marks[i] != Mark.NONE && closes(i) ? 1 : 0;
    }
    return count;
  }

  private boolean opens(int at) {
    return at == 0 || marks[at - 1] != marks[at];
  }

  private boolean closes(int at) {
    return at + 1 == marks.length || marks[at + 1] != marks[at];
  }
}
