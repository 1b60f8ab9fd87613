package org.demarche.press.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.mention.Words.Word;

/** Finds names word by word, the longest first. */
final class WordScanner implements Scanner {
  private final Node root = new Node();
  private final Affixes affixes;

  WordScanner(NameBook book) {
    this.affixes =
        book.language().equals("ar") ? Affixes.ARABIC : new Affixes(false, book.suffixes());
    for (Name name : book.names()) {
      for (String form : book.inflection(name.kind()).forms(name.text())) {
        affixes.written(form, name.kind()).forEach(written -> add(written, name));
      }
    }
  }

  /** A step on the way to a name. */
  private static final class Node {
    private final Map<String, Node> next = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
  }

  /**
   * A name in one form.
   *
   * @param capital which of its words must begin with a capital
   * @param upper which must be capitals all through
   */
  private record Entry(Name name, List<Boolean> capital, List<Boolean> upper) {
    boolean fits(String text, List<Word> words, int from, int skipped) {
      for (int i = 0; i < capital.size(); i++) {
        Word word = words.get(from + i);
        boolean isCapital = word.capital() || (i == 0 && skipped > 0);
        if ((capital.get(i) && !isCapital) || (upper.get(i) && !word.upper())) {
          return false;
        }
      }
      return switch (name.care()) {
        case NONE -> true;
        case COMMON_WORD -> !Words.atSentenceStart(text, words.get(from));
        case PERSONAL_NAME -> !besideName(text, words, from, from + capital.size());
      };
    }

    private static boolean besideName(String text, List<Word> words, int from, int to) {
      if (to < words.size()
          && words.get(to).capital()
          && !Character.isDigit(words.get(to).folded().charAt(0))
          && words.get(to).start() == words.get(to - 1).end() + 1
          && text.charAt(words.get(to).start() - 1) == ' ') {
        return true;
      }
      return from > 0
          && words.get(from - 1).capital()
          && words.get(from - 1).folded().length() > 3
          && words.get(from).start() == words.get(from - 1).end() + 1
          && text.charAt(words.get(from).start() - 1) == ' ';
    }
  }

  private void add(String form, Name name) {
    List<Word> words = Words.of(form);
    if (words.isEmpty()) {
      return;
    }
    Node node = root;
    List<Boolean> capital = new ArrayList<>();
    List<Boolean> upper = new ArrayList<>();
    for (Word word : words) {
      node = node.next.computeIfAbsent(word.folded(), key -> new Node());
      boolean cased = !form.toLowerCase(Locale.ROOT).equals(form);
      capital.add(name.cased() && cased && word.capital());
      upper.add(
          name.cased() && cased && word.upper() && !Character.isDigit(word.folded().charAt(0)));
    }
    Entry entry = new Entry(name, List.copyOf(capital), List.copyOf(upper));
    for (Entry other : node.entries) {
      if (other.name().code().equals(name.code())
          && other.name().kind() == name.kind()
          && other.capital().equals(entry.capital())
          && other.upper().equals(entry.upper())) {
        return;
      }
    }
    node.entries.add(entry);
  }

  @Override
  public List<Mention> scan(String text) {
    List<Word> words = Words.of(text);
    List<Mention> mentions = new ArrayList<>();
    int at = 0;
    while (at < words.size()) {
      Found found = longest(text, words, at);
      if (found == null) {
        at++;
        continue;
      }
      Word last = words.get(at + found.words() - 1);
      int end = last.end() - found.cut();
      boolean abbreviated = found.name().text().endsWith(".") && text.startsWith(".", end);
      CharSpan span =
          new CharSpan(words.get(at).start() + found.skipped(), abbreviated ? end + 1 : end);
      found
          .name()
          .code()
          .ifPresent(
              code -> mentions.add(new Mention(span, span.of(text), code, found.name().kind())));
      at += found.words();
    }
    return mentions;
  }

  private record Found(Name name, int words, int skipped, int cut) {}

  private Found longest(String text, List<Word> words, int at) {
    Found best = null;
    for (Affixes.Cut cut : affixes.cuts(words.get(at).folded())) {
      Node node = root.next.get(cut.rest());
      int length = 1;
      while (node != null) {
        Optional<Name> name = choose(text, node, words, at, cut.skipped());
        boolean whole = cut.cut() == 0 || length == 1;
        if (name.isPresent() && whole && (best == null || length > best.words())) {
          best = new Found(name.get(), length, cut.skipped(), cut.cut());
        }
        if (at + length >= words.size()
            || !Words.joined(text, words.get(at + length - 1), words.get(at + length))) {
          break;
        }
        node = node.next.get(words.get(at + length).folded());
        length++;
      }
      if (best != null && best.words() > 1) {
        return best;
      }
      if (best != null && cut.skipped() == 0 && cut.cut() == 0) {
        return best;
      }
    }
    return best;
  }

  /** The name that fits; a state's before an adjective; none where two states have it. */
  private static Optional<Name> choose(
      String text, Node node, List<Word> words, int at, int skipped) {
    Name best = null;
    boolean two = false;
    for (Entry entry : node.entries) {
      if (!entry.fits(text, words, at, skipped)) {
        continue;
      }
      Name name = entry.name();
      if (name.code().isEmpty()) {
        return Optional.of(name);
      }
      if (best == null || name.kind().compareTo(best.kind()) < 0) {
        best = name;
        two = false;
      } else if (name.kind() == best.kind() && !name.code().equals(best.code())) {
        two = true;
      }
    }
    return two ? Optional.empty() : Optional.ofNullable(best);
  }
}
