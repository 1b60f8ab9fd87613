package org.demarche.coder.time;

import java.util.Set;
import org.demarche.coder.time.Tokens.Token;

/** The checks that rules name with {@code guard=}: what stands around words that may be a time. */
final class Guards {
  private static final Lexicon WORDS = Lexicon.ENGLISH;

  /** Month names that are also verbs, nouns or given names: they need a preposition. */
  private static final Set<String> AMBIGUOUS_MONTHS = Set.of("may", "march", "mar", "jun", "dec");

  /** What may follow a bare number that is a year, beside a sign or a capital. */
  private static final Set<String> NO_NOUNS =
      Set.of(
          "was", "is", "has", "as", "this", "his", "its", "does", "us", "versus", "across",
          "towards", "thus", "perhaps", "besides", "plus", "whereas", "always", "various");

  private static final Set<String> COUNTED =
      Set.of(
          "men",
          "people",
          "percent",
          "million",
          "billion",
          "km",
          "kilometres",
          "children",
          "women",
          "m",
          "meters",
          "feet",
          "troops",
          "kg",
          "tons",
          "hectares",
          "acres",
          "dead",
          "wounded");

  private static final Set<String> NUMBER_SIGNS = Set.of("#", "$", "€", "£", "¥", "№", "%", "+");
  private static final Set<String> NUMBER_WORDS =
      Set.of(
          "no", "nos", "number", "resolution", "act", "article", "page", "p", "pp", "usd", "room");
  private static final Set<String> CLOSERS =
      Set.of(
          "and", "but", "the", "to", "in", "at", "by", "with", "when", "was", "were", "for", "a",
          "after", "as", "of", "however", "that", "it", "he", "she", "they", "on", "from", "until");

  private static final Set<String> NO_NAME =
      Set.of("from", "of", "last", "next", "this", "early", "late");

  private final Tokens tokens;
  private Boolean eras;

  Guards(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean allow(Match m) {
    if (!bordered(m)) {
      return false;
    }
    String guard = m.rule().setting("guard");
    if (guard == null) {
      return true;
    }
    return switch (guard) {
      case "month" -> month(m);
      case "season" -> season(m);
      case "year" -> m.has("ERA") || year(m);
      case "oldyear" -> oldYear(m);
      case "yy" -> tokens.at(m.from()).start() > 0 && tokens.glued(m.from());
      case "loneday" -> signOr(m.to(), CLOSERS);
      case "weekday" -> weekday(m);
      case "closed" -> signOr(m.to(), Set.of("and", "but", ""));
      case "former" -> former(m);
      case "lowercase" -> plain(m.from());
      case "length" -> length(m);
      case "lengtha" -> lengthOfOne(m);
      case "plural" -> plain(m.to() - 1);
      case "part" -> partOfYear(m);
      default -> throw new IllegalStateException("rules.txt: no guard " + guard);
    };
  }

  /** No date starts or ends inside a longer number, code or name: "$2020", "F-16", "2020th". */
  private boolean bordered(Match m) {
    Token first = tokens.at(m.from());
    Token before = tokens.at(m.from() - 1);
    if (tokens.glued(m.from())
        && first.type() == Tokens.Type.NUMBER
        && m.rule().setting("after") == null) {
      if (before.type() != Tokens.Type.SIGN || NUMBER_SIGNS.contains(before.lower())) {
        return false;
      }
      if (before.lower().equals("-")
          && tokens.glued(m.from() - 1)
          && tokens.at(m.from() - 2).type() == Tokens.Type.WORD
          && WORDS.value("MONTH", tokens.lower(m.from() - 2)) == null) {
        return false;
      }
      if ((before.lower().equals(".") || before.lower().equals("/") || before.lower().equals(","))
          && tokens.glued(m.from() - 1)) {
        return tokens.at(m.from() - 2).type() == Tokens.Type.WORD && before.lower().equals(",");
      }
    }
    Token last = tokens.at(m.to() - 1);
    Token next = tokens.at(m.to());
    boolean glued = tokens.glued(m.to());
    if (last.type() == Tokens.Type.NUMBER && glued) {
      return next.type() == Tokens.Type.SIGN
          && !NUMBER_SIGNS.contains(next.lower())
          && !(Set.of(".", ",", ":").contains(next.lower())
              && tokens.glued(m.to() + 1)
              && tokens.at(m.to() + 1).type() == Tokens.Type.NUMBER);
    }
    return !glued || next.type() == Tokens.Type.SIGN;
  }

  private boolean signOr(int i, Set<String> words) {
    Token token = tokens.at(i);
    return (token.type() == Tokens.Type.SIGN && !token.lower().equals("-"))
        || words.contains(token.lower());
  }

  /** Lower case, or capital only because a sentence starts. */
  private boolean plain(int i) {
    return !tokens.at(i).capital() || tokens.at(i).opens();
  }

  private boolean month(Match m) {
    int i = m.from();
    while (i < m.to() && WORDS.value("MONTH", tokens.lower(i)) == null) {
      i++;
    }
    boolean prepared =
        m.has("MOD") || m.has("EDGE") || WORDS.value("TIMEPREP", tokens.lower(i - 1)) != null;
    if (AMBIGUOUS_MONTHS.contains(tokens.lower(i)) || tokens.at(i).raw().length() == 3) {
      return prepared
          && !(tokens.at(i + 1).capital()
              && tokens.at(i + 1).type() == Tokens.Type.WORD
              && !tokens.at(i + 1).opens()
              && tokens.lower(i - 1).equals("and"));
    }
    // "August Wilson", "June Brown".
    String before = tokens.lower(i - 1);
    return m.has("MOD")
        || !nameFollows(i)
        || WORDS.value("STRONGPREP", before) != null
        || NO_NAME.contains(before);
  }

  private boolean nameFollows(int i) {
    Token next = tokens.at(i + 1);
    return WORDS.value("GIVENNAME", tokens.lower(i)) != null
        && next.capital()
        && next.gap()
        && !next.opens();
  }

  private boolean season(Match m) {
    int last = m.to() - 1;
    String before = tokens.lower(last - 1);
    if (tokens.lower(last).equals("fall")) {
      boolean cut = tokens.lower(m.to()).equals("of") || !plain(last);
      return !cut
          && (m.has("MOD")
              || WORDS.value("STRONGPREP", before) != null
              || (before.equals("the")
                  && WORDS.value("STRONGPREP", tokens.lower(last - 2)) != null));
    }
    return plain(last)
        || WORDS.value("TIMEPREP", before) != null
        || (before.equals("the") && WORDS.value("TIMEPREP", tokens.lower(last - 2)) != null);
  }

  private boolean year(Match m) {
    if (m.has("ANYYEAR") && m.number("ANYYEAR") < 1000 && !eras()) {
      return false;
    }
    String before = tokens.lower(m.from() - 1);
    boolean prefixed = m.from() < m.to() - 1;
    String word = before.equals(".") ? tokens.lower(m.from() - 2) : before;
    if (NUMBER_WORDS.contains(word)) {
      return false;
    }
    Token next = tokens.at(m.to());
    if (street(m.to())) {
      return false;
    }
    if (next.type() != Tokens.Type.WORD) {
      return !next.lower().equals("%");
    }
    if (COUNTED.contains(next.lower())) {
      return WORDS.value("STRONGPREP", before) != null && next.lower().equals("troops");
    }
    boolean plural =
        next.lower().endsWith("s")
            && !next.lower().endsWith("ss")
            && !next.capital()
            && !NO_NOUNS.contains(next.lower());
    return !plural
        || (!prefixed && WORDS.value("STRONGPREP", before) != null)
        || (m.rule().name().equals("year") && tokens.lower(m.from()).equals("the"));
  }

  /** "1984 Main Street". */
  private boolean street(int i) {
    for (int k = i; k < i + 3 && tokens.at(k).capital(); k++) {
      if (WORDS.value("STREET", tokens.lower(k)) != null) {
        return true;
      }
    }
    return false;
  }

  private boolean oldYear(Match m) {
    int year = m.number("ANYYEAR");
    return year >= 100 && year < 1000 && eras() && signOr(m.to(), CLOSERS);
  }

  /** Whether the text counts years before Christ, so that three digits may be a year. */
  private boolean eras() {
    if (eras == null) {
      int count = 0;
      for (int i = 0; i < tokens.size() && count < 3; i++) {
        boolean number = tokens.at(i).type() == Tokens.Type.NUMBER;
        count += number && Slots.read("ERA", tokens, i + 1) != null ? 1 : 0;
      }
      eras = count >= 3;
    }
    return eras;
  }

  private boolean weekday(Match m) {
    int i = m.from();
    while (i < m.to() && WORDS.value("WEEKDAY", tokens.lower(i)) == null) {
      i++;
    }
    if (tokens.at(i).raw().length() <= 4) {
      // "Sun" and "Sat" are words too.
      return tokens.lower(i + 1).equals(".")
          && WORDS.value("TIMEPREP", tokens.lower(i - 1)) != null;
    }
    Token before = tokens.at(i - 1);
    return i > m.from()
        || !before.capital()
        || before.opens()
        || before.type() != Tokens.Type.WORD
        || before.lower().equals("on");
  }

  private boolean former(Match m) {
    return plain(m.from())
        && tokens.at(m.to()).type() == Tokens.Type.WORD
        && !Set.of("was", "were", "is", "are", "did", "had", "has", "and", "or", "of", "to", "in")
            .contains(tokens.lower(m.to()))
        && WORDS.value("TENSE", tokens.lower(m.to())) == null;
  }

  /** There are four quarters and two halves. */
  private static boolean partOfYear(Match m) {
    String n = m.has("ORD") ? m.slot("ORD") : m.slot("NUM");
    return n.length() == 1
        && n.compareTo("1") >= 0
        && n.compareTo(m.rule().setting("part").equals("Q") ? "4" : "2") <= 0;
  }

  private boolean length(Match m) {
    String last = tokens.lower(m.to() - 1);
    int next = tokens.lower(m.to()).equals("'") ? m.to() + 1 : m.to();
    if (tokens.lower(next).equals("war") && tokens.at(next).capital()) {
      // "the Six-Day War" is a name.
      return false;
    }
    if ("X".equals(m.slot("NUM")) && m.has("UNIT") && WORDS.value("CALUNIT", last) != null) {
      // "some day" is no length.
      return false;
    }
    if (last.startsWith("quarter") && tokens.lower(m.to()).equals("of")) {
      return false;
    }
    if (last.equals("second") || last.equals("quarter") || last.equals("quarters")) {
      return tokens.lower(m.to() - 2).equals("-");
    }
    return !last.equals("seconds") || !"1".equals(m.slot("NUM"));
  }

  private boolean lengthOfOne(Match m) {
    String last = tokens.lower(m.to() - 1);
    return !last.equals("second") && !last.equals("quarter") && !tokens.lower(m.to()).equals("-");
  }

  /** "1914-18", not "1904-02". */
  boolean rangeOfYears(Match first, Match second) {
    return second.number("YY") > first.number("YEAR") % 100;
  }
}
