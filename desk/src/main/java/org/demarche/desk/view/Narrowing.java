package org.demarche.desk.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts conditions at the end of a query as it was typed, and takes them away again. */
final class Narrowing {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._~/+-]+");

  /** What blanks part, where a phrase is whole; parentheses stand alone. */
  private static final Pattern PIECE = Pattern.compile("(?:\"[^\"]*\"?|[^\\s()\"])+|[()]");

  private Narrowing() {}

  /** A word, condition or phrase of a query that stands in no parentheses. */
  private record Piece(int start, int end, String text) {}

  /** {@code field:value}, in quotation marks where the value needs them. */
  static String condition(String field, String value) {
    String plain = value.replace("\"", "");
    return field + ":" + (PLAIN.matcher(plain).matches() ? plain : "\"" + plain + "\"");
  }

  /** Whether all that a query finds has to meet a condition, because it says so. */
  static boolean has(String q, String condition) {
    return find(q, condition).isPresent();
  }

  /** A query without a condition that it {@link #has}. */
  static String without(String q, String condition) {
    return find(q, condition)
        .map(p -> (q.substring(0, p.start()).strip() + " " + q.substring(p.end()).strip()).strip())
        .orElse(q);
  }

  /** A query and a condition; what was joined by OR is bracketed first. */
  static String narrowed(String q, String condition) {
    if (q.isBlank()) {
      return condition;
    }
    return (isEither(pieces(q)) ? "(" + q.strip() + ")" : q.strip()) + " " + condition;
  }

  /** Events between two, in either direction. */
  static String between(String one, String other) {
    return String.format(
        "(actor:%s recipient:%s) OR (actor:%s recipient:%s)", one, other, other, one);
  }

  private static Optional<Piece> find(String q, String condition) {
    List<Piece> pieces = pieces(q);
    if (isEither(pieces)) {
      return Optional.empty();
    }
    for (int i = 0; i < pieces.size(); i++) {
      boolean not = i > 0 && pieces.get(i - 1).text().equals("-");
      if (pieces.get(i).text().equals(condition) && !not) {
        return Optional.of(pieces.get(i));
      }
    }
    return Optional.empty();
  }

  private static boolean isEither(List<Piece> pieces) {
    return pieces.stream().anyMatch(p -> p.text().equals("OR"));
  }

  private static List<Piece> pieces(String q) {
    List<Piece> pieces = new ArrayList<>();
    int depth = 0;
    for (Matcher piece = PIECE.matcher(q); piece.find(); ) {
      if (piece.group().equals("(")) {
        depth++;
      } else if (piece.group().equals(")")) {
        depth--;
      } else if (depth == 0) {
        pieces.add(new Piece(piece.start(), piece.end(), piece.group()));
      }
    }
    return pieces;
  }
}
