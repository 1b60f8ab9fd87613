package org.demarche.coder.time;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules of {@code rules.txt}, found by the token they can start with. Its grammar is there. */
final class RuleBook {
  static final RuleBook ENGLISH = new RuleBook(Lexicon.resourceLines("rules.txt"));

  private final Map<String, Pattern> definitions = new HashMap<>();
  private final List<Rule> rules = new ArrayList<>();
  private final Map<String, List<Rule>> byWord = new HashMap<>();
  private final List<Rule> numeric;

  RuleBook(List<String> lines) {
    for (int n = 0; n < lines.size(); n++) {
      String line = lines.get(n).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      try {
        read(line);
      } catch (IllegalArgumentException e) {
        throw new IllegalStateException("rules.txt:" + (n + 1) + ": " + e.getMessage(), e);
      }
    }
    Set<String> words = new HashSet<>(Lexicon.ENGLISH.words());
    words.addAll(Slots.NUMBER_STARTS);
    rules.forEach(rule -> words.addAll(Pattern.firstLiterals(rule.pattern())));
    for (String word : words) {
      Set<String> slots = new HashSet<>(Lexicon.ENGLISH.classesOf(word));
      if (Slots.NUMBER_STARTS.contains(word)
          || slots.stream().anyMatch(Slots.READ_BY_BUILT_IN::contains)) {
        slots.addAll(Slots.BUILT_IN);
      }
      byWord.put(word, rulesFor(word, slots));
    }
    numeric = rulesFor("", Slots.BUILT_IN);
  }

  private List<Rule> rulesFor(String word, Set<String> slots) {
    return rules.stream()
        .filter(
            rule ->
                Pattern.firstLiterals(rule.pattern()).contains(word)
                    || !Collections.disjoint(Pattern.firstSlots(rule.pattern()), slots))
        .toList();
  }

  private void read(String line) {
    int colon = line.indexOf(" : ");
    if (colon < 0) {
      throw new IllegalArgumentException("no ' : ' after the name");
    }
    String name = line.substring(0, colon).strip();
    String body = line.substring(colon + 3).strip();
    if (name.startsWith("def ")) {
      definitions.put(name.substring(4).strip(), parse(body));
      return;
    }
    int arrow = body.lastIndexOf("=>");
    if (arrow < 0) {
      throw new IllegalArgumentException("no '=>' in rule " + name);
    }
    String[] right = body.substring(arrow + 2).strip().split("\\s+");
    Map<String, String> settings = new HashMap<>();
    for (String word : Arrays.asList(right).subList(1, right.length)) {
      int equals = word.indexOf('=');
      if (equals < 0) {
        throw new IllegalArgumentException("'" + word + "' is not key=value");
      }
      settings.put(word.substring(0, equals), word.substring(equals + 1));
    }
    rules.add(
        new Rule(name, parse(body.substring(0, arrow)), Rule.Action.valueOf(right[0]), settings));
  }

  private Pattern parse(String source) {
    Deque<String> words = new ArrayDeque<>(Arrays.asList(source.strip().split("\\s+")));
    Pattern pattern = parseWays(words, "", false);
    if (!words.isEmpty()) {
      throw new IllegalArgumentException("'" + words.peek() + "' closes nothing");
    }
    return pattern;
  }

  private Pattern parseWays(Deque<String> words, String close, boolean optional) {
    List<Pattern> ways = new ArrayList<>();
    List<Pattern> parts = new ArrayList<>();
    while (!words.isEmpty() && !words.peek().equals("]") && !words.peek().equals(")")) {
      String word = words.pop();
      switch (word) {
        case "/" -> {
          ways.add(new Pattern.Sequence(parts));
          parts = new ArrayList<>();
        }
        case "[" -> parts.add(parseWays(words, "]", true));
        case "(" -> parts.add(parseWays(words, ")", false));
        case "<", ">" -> parts.add(new Pattern.Mark(word));
        default -> parts.add(parseWord(word));
      }
    }
    if (!close.isEmpty() && !close.equals(words.poll())) {
      throw new IllegalArgumentException("'" + close + "' is missing");
    }
    ways.add(new Pattern.Sequence(parts));
    return ways.size() == 1 && !optional ? ways.get(0) : new Pattern.Choice(ways, optional);
  }

  private Pattern parseWord(String source) {
    boolean glued = source.startsWith("~");
    String word = glued ? source.substring(1) : source;
    if (!word.startsWith("{")) {
      return new Pattern.Literal(new HashSet<>(Arrays.asList(word.split("\\|"))), glued);
    }
    String name = word.substring(1, word.length() - 1);
    Pattern definition = definitions.get(name);
    if (definition != null) {
      return definition;
    }
    if (!Slots.BUILT_IN.contains(name) && !Lexicon.ENGLISH.hasClass(name)) {
      throw new IllegalArgumentException("'" + name + "' is neither defined nor in words.txt");
    }
    return new Pattern.Slot(name, glued);
  }

  /** The rules that could start at token {@code i}, in the order of the file. */
  List<Rule> startingAt(Tokens t, int i) {
    Tokens.Token token = t.at(i);
    return switch (token.type()) {
      case NUMBER, FIGURE -> numeric;
      case WORD, SIGN -> byWord.getOrDefault(token.lower(), List.of());
    };
  }
}
