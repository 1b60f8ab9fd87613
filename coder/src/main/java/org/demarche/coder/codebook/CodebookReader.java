package org.demarche.coder.codebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.codebook.Rule.Between;
import org.demarche.coder.codebook.Rule.Example;
import org.demarche.coder.codebook.Rule.RecipientPolicy;
import org.demarche.coder.data.CacheFolder;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;
import org.demarche.coder.data.Yaml;

/** Reads codebook files; the grammar is in {@code docs/codebook-grammar.md}. */
final class CodebookReader {
  static final Set<String> PREPOSITIONS =
      Set.of(
          "with",
          "to",
          "on",
          "against",
          "for",
          "from",
          "of",
          "over",
          "in",
          "into",
          "at",
          "about",
          "between",
          "as",
          "toward",
          "by",
          "after",
          "before",
          "under",
          "among",
          "through",
          "near",
          "outside",
          "upon",
          "onto",
          "off",
          "out",
          "around",
          "across",
          "along",
          "within",
          "behind",
          "inside",
          "beyond",
          "concerning",
          "regarding",
          "amid",
          "during",
          "despite",
          "alongside",
          "until",
          "past",
          "since",
          "versus",
          "via",
          "than",
          "like");
  private static final Set<String> SLOTS = Set.of("object", "subject", "indirect", "possessor");
  private static final Set<String> MODALS =
      Set.of(
          "must", "should", "may", "might", "can", "could", "would", "will", "need", "ought",
          "shall");
  private static final Set<String> FRAME_KEYS =
      Stream.of(
              PREPOSITIONS.stream(),
              SLOTS.stream(),
              Stream.of(
                  "verb",
                  "noun",
                  "adj",
                  "act",
                  "negated",
                  "modal",
                  "voice",
                  "modifier",
                  "without",
                  "actor",
                  "recipient"))
          .flatMap(s -> s)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> RULE_KEYS =
      Set.of(
          "rule",
          "type",
          "mode",
          "contexts",
          "cameo",
          "when",
          "actor",
          "recipient",
          "between",
          "examples",
          "priority",
          "actor_optional",
          "recipient_optional",
          "replace");
  private static final Set<String> FILLERS =
      Set.of("the", "a", "an", "one's", "its", "their", "his", "'s");

  private final List<Problem> problems;
  private final List<Yaml> documents = new ArrayList<>();
  private final Map<String, Yaml> sets = new LinkedHashMap<>();
  private final Map<String, List<String>> expanded = new HashMap<>();
  private final Map<String, List<String>> folded = new HashMap<>();
  private final Map<String, NounCondition> lemmas = new HashMap<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final Map<String, List<List<String>>> contexts = new LinkedHashMap<>();

  CodebookReader(List<Problem> problems) {
    this.problems = problems;
  }

  Map<String, Rule> rules() {
    return rules;
  }

  List<Shift> shifts() {
    return shifts;
  }

  Map<String, List<List<String>>> contexts() {
    return contexts;
  }

  /** A set's lemmas; empty where it does not exist. */
  List<String> set(String name) {
    return sets.containsKey(name) ? expand(name, new HashSet<>(), sets.get(name)) : List.of();
  }

  /** Reads files that belong together, all but their rules. */
  void read(List<DataFile> files) {
    Yaml.read(files, CacheFolder.ofProcess(), problems, this::document);
  }

  private void document(Yaml document) {
    String file = document.source().file();
    String base = file.substring(file.lastIndexOf('/') + 1);
    if (base.startsWith("sets")) {
      document.entries().forEach(this::defineSet);
    } else if (base.equals("shifts.yaml")) {
      document.elements().forEach(this::shift);
    } else if (base.equals("contexts.yaml")) {
      document
          .entries()
          .forEach(
              (k, v) -> contexts.put(k, v.texts().stream().map(CodebookReader::words).toList()));
    } else {
      documents.add(document);
    }
  }

  /** Reads the rules, which may use the sets of any file. */
  void finish() {
    documents.forEach(d -> d.elements().forEach(this::rule));
  }

  private void defineSet(String name, Yaml value) {
    if (sets.containsKey(name)) {
      value.problem("set '" + name + "' is defined twice, first at " + sets.get(name).source());
    }
    sets.put(name, value);
  }

  private List<String> expand(String name, Set<String> open, Yaml at) {
    List<String> known = expanded.get(name);
    if (known != null) {
      return known;
    }
    if (!sets.containsKey(name)) {
      at.problem("unknown set '@" + name + "'");
      return List.of();
    }
    if (!open.add(name)) {
      at.problem("set '@" + name + "' holds itself");
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (Yaml element : sets.get(name).elements()) {
      String text = element.text();
      if (text.startsWith("@")) {
        words.addAll(expand(text.substring(1), open, element));
      } else {
        words.add(text);
      }
    }
    expanded.put(name, words);
    return words;
  }

  private void shift(Yaml item) {
    Map<String, Yaml> keys =
        item.entries(Set.of("status", "negated", "from", "to", "cameo", "cameo_prefix", "mode"));
    shifts.add(
        new Shift(
            Set.copyOf(texts(keys, "status")),
            keys.containsKey("negated") && keys.get("negated").flag(),
            Set.copyOf(texts(keys, "from")),
            text(keys, "cameo_prefix"),
            text(keys, "to"),
            text(keys, "cameo"),
            text(keys, "mode")));
  }

  private void rule(Yaml item) {
    Map<String, Yaml> keys = item.entries(RULE_KEYS);
    String name = text(keys, "rule");
    if (name.isEmpty()) {
      item.problem("a rule needs a name: rule: …");
      return;
    }
    boolean replace = keys.containsKey("replace") && keys.get("replace").flag();
    if (rules.containsKey(name) && !replace) {
      item.problem("rule '" + name + "' stands twice, first at " + rules.get(name).source());
      return;
    }
    for (String key : List.of("type", "when", "cameo")) {
      if (!keys.containsKey(key)) {
        item.problem("rule '" + name + "' needs " + key);
        return;
      }
    }
    Optional<List<String>> actor = slots(keys.get("actor"));
    boolean actorOptional =
        (keys.containsKey("actor_optional") && keys.get("actor_optional").flag())
            || actor.filter(a -> a.contains("optional")).isPresent();
    Optional<List<String>> recipient = slots(keys.get("recipient"));
    boolean recipientOptional =
        keys.containsKey("recipient_optional") && keys.get("recipient_optional").flag();
    RecipientPolicy policy = recipientOptional ? RecipientPolicy.OPTIONAL : policy(recipient);
    List<Frame> frames = new ArrayList<>();
    for (Yaml frame : keys.get("when").elements()) {
      frames.add(frame(frame, cleaned(actor), cleaned(recipient), false));
    }
    List<Example> examples =
        keys.containsKey("examples")
            ? keys.get("examples").elements().stream().map(this::example).toList()
            : List.of();
    if (examples.stream().noneMatch(e -> !e.events().isEmpty())) {
      item.problem("rule '" + name + "' has no example that yields an event");
    }
    rules.put(
        name,
        new Rule(
            name,
            text(keys, "type"),
            text(keys, "mode"),
            texts(keys, "contexts"),
            text(keys, "cameo"),
            frames,
            policy,
            actorOptional,
            between(keys.get("between")),
            keys.containsKey("priority") ? number(keys.get("priority")) : 0,
            examples,
            item.source()));
  }

  private static Between between(Yaml value) {
    if (value == null) {
      return Between.NO;
    }
    return value.text().equals("alone") ? Between.ALONE : value.flag() ? Between.YES : Between.NO;
  }

  private static RecipientPolicy policy(Optional<List<String>> recipient) {
    if (recipient.filter(r -> r.contains("none")).isPresent()) {
      return RecipientPolicy.NONE;
    }
    return recipient.filter(r -> r.contains("optional")).isPresent()
        ? RecipientPolicy.OPTIONAL
        : RecipientPolicy.REQUIRED;
  }

  /** Slots without the policy words; absent where nothing else stood there. */
  private static Optional<List<String>> cleaned(Optional<List<String>> slots) {
    return slots
        .map(s -> s.stream().filter(x -> !Set.of("none", "optional").contains(x)).toList())
        .filter(s -> !s.isEmpty());
  }

  private Optional<List<String>> slots(Yaml value) {
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    List<String> slots =
        value.texts().stream().map(s -> s.equals("towards") ? "toward" : s).toList();
    for (String slot : slots) {
      boolean known =
          SLOTS.contains(slot)
              || PREPOSITIONS.contains(slot)
              || Set.of("possessor", "act.subject", "act.recipient", "if", "none", "optional")
                  .contains(slot);
      if (!known) {
        value.problem("unknown slot '" + slot + "'");
      }
    }
    return Optional.of(slots);
  }

  private Frame frame(
      Yaml item, Optional<List<String>> actor, Optional<List<String>> recipient, boolean open) {
    Map<String, Yaml> keys = item.entries(FRAME_KEYS);
    int before = problems.size();
    Map<String, List<NounCondition>> conditions = new LinkedHashMap<>();
    for (Map.Entry<String, Yaml> entry : keys.entrySet()) {
      if (PREPOSITIONS.contains(entry.getKey()) || SLOTS.contains(entry.getKey())) {
        conditions.put(entry.getKey(), conditions(entry.getValue()));
      }
    }
    Set<String> modals = new LinkedHashSet<>(texts(keys, "modal"));
    if (!MODALS.containsAll(modals)) {
      keys.get("modal").problem("modals are " + String.join(", ", new TreeSet<>(MODALS)));
    }
    Frame frame =
        new Frame(
            predicate(keys.get("verb")),
            predicate(keys.get("noun")),
            predicate(keys.get("adj")),
            conditions,
            Optional.ofNullable(keys.get("act")).map(this::act),
            Optional.ofNullable(keys.get("negated")).map(Yaml::flag),
            modals,
            Optional.ofNullable(keys.get("voice")).map(v -> voice(v)),
            predicate(keys.get("modifier")),
            Optional.ofNullable(keys.get("without"))
                .map(w -> frame(w, Optional.empty(), Optional.empty(), true)),
            cleaned(slots(keys.get("actor"))).or(() -> actor),
            cleaned(slots(keys.get("recipient"))).or(() -> recipient));
    // an unknown set leaves the predicate empty, and has been reported
    if (!open && !frame.namesPredicate() && problems.size() == before) {
      item.problem("a frame must name its predicate: verb, noun or adj");
    }
    return frame;
  }

  private static boolean voice(Yaml value) {
    String text = value.text();
    if (!text.equals("active") && !text.equals("passive")) {
      value.problem("voice is active or passive");
    }
    return text.equals("passive");
  }

  private List<List<String>> predicate(Yaml value) {
    if (value == null) {
      return List.of();
    }
    List<List<String>> found = new ArrayList<>();
    for (Yaml element : value.elements()) {
      String text = element.text();
      if (text.startsWith("@")) {
        expand(text.substring(1), new HashSet<>(), element).forEach(w -> found.add(folded(w)));
      } else if (!text.isEmpty()) {
        found.add(folded(text));
      }
    }
    return found.stream().filter(w -> !w.isEmpty()).distinct().toList();
  }

  /** The same as {@link #words}, made once for all that use a set. */
  private List<String> folded(String text) {
    return folded.computeIfAbsent(text, CodebookReader::words);
  }

  private NounCondition lemma(String text) {
    return lemmas.computeIfAbsent(text, t -> new NounCondition.Lemma(folded(t)));
  }

  /** The words of a multiword expression, folded, without articles. */
  static List<String> words(String text) {
    String stripped = text.strip();
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= stripped.length(); i++) {
      if (i == stripped.length() || isGap(stripped.charAt(i))) {
        if (i > start) {
          String word = Spelling.fold(stripped.substring(start, i));
          if (!FILLERS.contains(word)) {
            words.add(word);
          }
        }
        start = i + 1;
      }
    }
    return List.copyOf(words);
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '-' || (c >= '\t' && c <= '\r');
  }

  private List<NounCondition> conditions(Yaml value) {
    List<NounCondition> found = new ArrayList<>();
    for (Yaml element : value.elements()) {
      String text = element.text();
      if (text.startsWith("@")) {
        expand(text.substring(1), new HashSet<>(), element)
            .forEach(word -> condition(word, element).ifPresent(found::add));
      } else {
        condition(text, element).ifPresent(found::add);
      }
    }
    return List.copyOf(found);
  }

  /** One alternative, written in a rule or in a set; empty for a word that says nothing. */
  private Optional<NounCondition> condition(String text, Yaml at) {
    if (text.startsWith("<") && text.endsWith(">")) {
      return Optional.of(classCondition(text.substring(1, text.length() - 1), at));
    }
    if (text.equals("any")) {
      return Optional.of(new NounCondition.Any());
    }
    return folded(text).isEmpty() ? Optional.empty() : Optional.of(lemma(text));
  }

  private NounCondition classCondition(String name, Yaml at) {
    if (name.equals("any")) {
      return new NounCondition.Any();
    }
    if (name.equals("act")) {
      return new NounCondition.Act(Set.of());
    }
    for (NounCondition.Kind kind : NounCondition.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(name)) {
        return new NounCondition.OfKind(kind);
      }
    }
    if (!name.equals(name.toUpperCase(Locale.ROOT))) {
      at.problem("unknown class '<" + name + ">'");
    }
    return name.length() == 3 && !name.equals("AID")
        ? new NounCondition.Sector(name)
        : new NounCondition.Act(Set.of(name));
  }

  private ActCondition act(Yaml value) {
    if (value.isMapping()) {
      return new ActCondition.Framed(frame(value, Optional.empty(), Optional.empty(), true));
    }
    List<String> types = value.texts();
    if (types.contains("<any>") || types.contains("any") || types.contains("<act>")) {
      return new ActCondition.Any();
    }
    return new ActCondition.Types(
        types.stream().map(t -> t.replace("<", "").replace(">", "")).collect(Collectors.toSet()));
  }

  private Example example(Yaml item) {
    Map<String, Yaml> keys = item.entries(Set.of("text", "events", "published"));
    Optional<LocalDate> published = Optional.empty();
    if (keys.containsKey("published")) {
      try {
        published = Optional.of(LocalDate.parse(text(keys, "published")));
      } catch (DateTimeException e) {
        keys.get("published").problem("no date: " + text(keys, "published"));
      }
    }
    return new Example(text(keys, "text"), texts(keys, "events"), published, item.source());
  }

  private static int number(Yaml value) {
    try {
      return Integer.parseInt(value.text());
    } catch (NumberFormatException e) {
      value.problem("expected a whole number");
      return 0;
    }
  }

  private static String text(Map<String, Yaml> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).text() : "";
  }

  private static List<String> texts(Map<String, Yaml> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).texts() : List.of();
  }

  /** Where something stands that was read, for messages of others. */
  static Problem problem(Source at, String what) {
    return new Problem(at, what);
  }
}
