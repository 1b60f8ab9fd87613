package org.demarche.coder.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A pattern of a verb dictionary as a frame of ours: {@code * TALKS WITH +} asks for an object
 * <em>talk</em> and has its recipient behind <em>with</em>.
 *
 * @param particle what belongs to the verb: <em>out</em> in <em>carry out</em>; empty if nothing
 * @param slots conditions by slot
 * @param recipient the slot in which the target stands, empty where the pattern does not say
 * @param between whether the pattern takes both parties from one phrase
 * @param act the verb of an act within: <em>withdraw</em> in <em>* + TO_WITHDRAW</em>; empty if
 *     none
 */
record VerbPattern(
    String particle, Map<String, String> slots, String recipient, boolean between, String act) {
  private static final Set<String> PREPOSITIONS =
      Set.of(
          "with", "to", "on", "against", "for", "from", "of", "over", "in", "into", "at", "about",
          "between", "as", "toward", "by", "after", "before", "under", "among", "through", "near",
          "outside");
  private static final Set<String> PARTICLES =
      Set.of("up", "out", "off", "down", "back", "away", "apart", "together", "forward", "aside");
  private static final Set<String> IGNORED =
      Set.of("a", "an", "the", "its", "his", "her", "their", "has", "have", "had", "was", "were");

  /** A pattern read, or why it cannot be. */
  record Reading(Optional<VerbPattern> pattern, String why) {}

  /**
   * @param text the pattern without its leading hyphen and its code
   * @param sets the sets that the dictionary defines
   */
  static Reading read(String text, Set<String> sets) {
    int star = text.indexOf('*');
    if (star < 0) {
      return no("a pattern without *");
    }
    if (text.indexOf('^') >= 0) {
      return no("^ (leaves words out)");
    }
    String before = text.substring(0, star).strip();
    boolean between = text.contains("%");
    for (String token : before.split("\\s+")) {
      if (!Set.of("", "$", "+", "%").contains(token)) {
        return no("words before the verb");
      }
    }
    return new Builder(sets, between, before.contains("+")).read(text.substring(star + 1).strip());
  }

  private static Reading no(String why) {
    return new Reading(Optional.empty(), why);
  }

  /** Reads what stands behind the verb. */
  private static final class Builder {
    private final Set<String> sets;
    private final boolean between;
    private final boolean passive;
    private final Map<String, String> slots = new LinkedHashMap<>();
    private final List<String> words = new ArrayList<>();
    private String particle = "";
    private String slot = "object";
    private String recipient = "";
    private String act = "";

    Builder(Set<String> sets, boolean between, boolean passive) {
      this.sets = sets;
      this.between = between;
      this.passive = passive;
    }

    Reading read(String after) {
      for (String token : tokens(after)) {
        Optional<String> problem = token(token);
        if (problem.isPresent()) {
          return no(problem.get());
        }
      }
      Optional<String> problem = endPhrase();
      if (problem.isPresent()) {
        return no(problem.get());
      }
      if (passive) {
        recipient = recipient.isEmpty() ? "object" : recipient;
      }
      return new Reading(
          Optional.of(new VerbPattern(particle, slots, recipient, between, act)), "");
    }

    /** Braces and brackets part phrases; their words are read as they come. */
    private static List<String> tokens(String text) {
      List<String> tokens = new ArrayList<>();
      for (String token : text.replaceAll("([(){}])", " $1 ").split("\\s+")) {
        if (!token.isEmpty()) {
          tokens.add(token);
        }
      }
      return tokens;
    }

    private Optional<String> token(String token) {
      switch (token) {
        case "(", "{", ")", "}" -> {
          return endPhrase();
        }
        case "+" -> {
          Optional<String> problem = endPhrase();
          recipient = slot;
          return problem;
        }
        case "$", "%" -> {
          return endPhrase();
        }
        default -> {
          return word(token);
        }
      }
    }

    private Optional<String> word(String token) {
      if (token.startsWith("&")) {
        String set = token.substring(1).replaceAll("_+$", "");
        if (!sets.contains(set)) {
          return Optional.of("a set that is not defined");
        }
        Optional<String> problem = endPhrase();
        return problem.isPresent() ? problem : condition("@" + VerbDictionary.setName(set));
      }
      String word = DictionaryLine.words(token);
      if (word.isEmpty() || IGNORED.contains(word)) {
        return Optional.empty();
      }
      boolean first = slots.isEmpty() && words.isEmpty() && slot.equals("object");
      if (PARTICLES.contains(word) && first) {
        particle = (particle + " " + word).strip();
        return Optional.empty();
      }
      if (PREPOSITIONS.contains(word)) {
        Optional<String> problem = endPhrase();
        slot = word;
        return problem;
      }
      if (word.startsWith("to ")) {
        Optional<String> problem = endPhrase();
        act = word.substring(3);
        return problem;
      }
      if (Set.of("not", "no", "never").contains(word)) {
        return Optional.of("a negation");
      }
      words.add(Nouns.singular(word));
      return Optional.empty();
    }

    private Optional<String> endPhrase() {
      if (words.isEmpty()) {
        return Optional.empty();
      }
      String phrase = String.join(" ", words);
      words.clear();
      return phrase.split(" ").length > 3
          ? Optional.of("more than three words in a row")
          : condition(phrase);
    }

    private Optional<String> condition(String alternative) {
      if (slots.putIfAbsent(slot, alternative) != null) {
        return Optional.of("two conditions on one phrase");
      }
      return Optional.empty();
    }
  }

  /** The frame in YAML, in one line. */
  String frame(List<String> verbs) {
    List<String> with = verbs.stream().map(v -> (v + " " + particle).strip()).toList();
    StringBuilder frame = new StringBuilder("{ verb: ").append(DictionaryLine.list(with));
    slots.forEach(
        (slot, condition) ->
            frame
                .append(", ")
                .append(slot)
                .append(": ")
                .append(DictionaryLine.list(List.of(condition))));
    if (!act.isEmpty()) {
      frame.append(", act: { verb: ").append(DictionaryLine.list(List.of(act))).append(" }");
    }
    return frame.append(" }").toString();
  }

  /**
   * A sentence that the frame reads.
   *
   * @param past the verb in the past tense
   * @param both whether the act runs both ways
   * @param member a member of a set
   */
  String example(String past, boolean both, UnaryOperator<String> member) {
    StringBuilder text = new StringBuilder();
    String to = recipient.isEmpty() ? (slots.containsKey("object") ? "with" : "object") : recipient;
    boolean together = between || (both && recipient.isEmpty());
    text.append(together ? "Kazakhstan and Japan " : "Kazakhstan ").append(past);
    text.append(particle.isEmpty() ? "" : " " + particle);
    Set<String> rest = new TreeSet<>(slots.keySet());
    rest.remove("object");
    if (slots.containsKey("object")) {
      text.append(to.equals("object") && !together ? " Japan's " : " the ");
      text.append(member.apply(slots.get("object")));
    } else if (to.equals("object") && !together) {
      text.append(" Japan");
    }
    if (!to.equals("object") && !together) {
      String japan = slots.containsKey(to) ? "Japan's " + member.apply(slots.get(to)) : "Japan";
      text.append(" ").append(to).append(" ").append(japan);
      rest.remove(to);
    }
    for (String slot : rest) {
      text.append(" ").append(slot).append(" the ").append(member.apply(slots.get(slot)));
    }
    text.append(act.isEmpty() ? "" : " to " + act);
    return text.append(".").toString();
  }
}
