package org.demarche.coder.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.demarche.coder.text.CharSpan;

/** Finds the stretches of a text that are times: left to right, the longest at each place. */
final class Finder {
  private final Tokens tokens;
  private final Guards guards;
  private final List<Match> found = new ArrayList<>();

  private Finder(Tokens tokens) {
    this.tokens = tokens;
    this.guards = new Guards(tokens);
  }

  static List<Match> find(Tokens tokens) {
    Finder finder = new Finder(tokens);
    finder.run();
    return List.copyOf(finder.found);
  }

  private void run() {
    int i = 0;
    while (i < tokens.size()) {
      Match best = bestAt(i);
      if (best != null && best.from() > i) {
        // The words before "<" are only context; what follows them may read better by itself.
        Match alone = bestAt(best.from());
        best = alone != null && alone.to() > best.to() ? alone : best;
      }
      if (best == null) {
        i++;
        continue;
      }
      if (best.rule().action() != Rule.Action.NONE) {
        found.add(best);
      }
      i = best.to();
    }
  }

  private Match bestAt(int i) {
    Match best = null;
    int bestStop = 0;
    for (Rule rule : RuleBook.ENGLISH.startingAt(tokens, i)) {
      int[] stop = new int[1];
      Pattern.Capture captured =
          rule.pattern()
              .match(
                  tokens,
                  i,
                  null,
                  (j, c) -> {
                    stop[0] = j;
                    return new Pattern.Capture("", "", j, c);
                  });
      if (captured == null) {
        continue;
      }
      Match match = toMatch(rule, captured, i, stop[0]);
      boolean longer =
          best == null || match.to() > best.to() || (match.to() == best.to() && stop[0] > bestStop);
      if (longer && follows(match, i) && guards.allow(match)) {
        best = match;
        bestStop = stop[0];
      }
    }
    return best;
  }

  private Match toMatch(Rule rule, Pattern.Capture captured, int start, int stop) {
    int from = start;
    int to = stop;
    Map<String, String> slots = new HashMap<>();
    for (Pattern.Capture c = captured; c != null; c = c.older()) {
      switch (c.slot()) {
        case "" -> {}
        case "<" -> from = c.token();
        case ">" -> to = c.token();
        // Newest first, so that the first one read stays.
        default -> slots.put(c.slot(), c.value());
      }
    }
    CharSpan span = new CharSpan(tokens.at(from).start(), tokens.at(to - 1).end());
    return new Match(rule, slots, from, to, span);
  }

  /** Whether the expression before it is of the kind that the rule continues. */
  private boolean follows(Match match, int start) {
    String after = match.rule().setting("after");
    if (after == null) {
      return true;
    }
    if (found.isEmpty() || found.get(found.size() - 1).to() != start) {
      return false;
    }
    Match last = found.get(found.size() - 1);
    boolean day = last.has("DAY") || (last.has("ORD") && last.has("MONTH"));
    return after.equals("DAY") ? day : !day && last.has("YEAR") && guards.rangeOfYears(last, match);
  }
}
