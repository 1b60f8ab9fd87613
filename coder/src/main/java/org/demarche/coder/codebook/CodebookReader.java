package org.demarche.coder.codebook;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
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

  private final List<Problem> problems;
  private final WordSets sets = new WordSets();

  /** The types that rules ask of embedded acts, to be checked when all rules are known. */
  private final Map<Yaml, Set<String>> actTypes = new LinkedHashMap<>();

  private final List<Yaml> documents = new ArrayList<>();
  private final Map<String, Rule> rules = new LinkedHashMap<>();
  private final List<Shift> shifts = new ArrayList<>();
  private final Map<String, List<List<String>>> contexts = new LinkedHashMap<>();

  CodebookReader(List<Problem> problems) {
    this.problems = problems;
  }

  WordSets sets() {
    return sets;
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

  /** Reads files that belong together, all but their rules. */
  void read(List<DataFile> files) {
    Yaml.read(files, CacheFolder.ofProcess(), problems, this::document);
  }

  private void document(Yaml document) {
    String file = document.source().file();
    String base = file.substring(file.lastIndexOf('/') + 1);
    if (base.startsWith("sets")) {
      document.entries().forEach(sets::define);
    } else if (base.equals("shifts.yaml")) {
      document.elements().forEach(this::shift);
    } else if (base.equals("contexts.yaml")) {
      document
          .entries()
          .forEach((k, v) -> contexts.put(k, v.texts().stream().map(WordSets::words).toList()));
    } else {
      documents.add(document);
    }
  }

  /** Reads the rules, which may use the sets of any file. */
  void finish() {
    documents.forEach(d -> d.elements().forEach(this::rule));
    Set<String> types = rules.values().stream().map(Rule::type).collect(Collectors.toSet());
    actTypes.forEach(
        (at, named) ->
            named.stream()
                .filter(type -> !types.contains(type))
                .forEach(type -> at.problem("no rule gives the type '" + type + "'")));
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
        String hint =
            key.equals("cameo") ? " (cameo: ~ where your ontology has no such codes)" : "";
        item.problem("rule '" + name + "' needs " + key + hint);
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
        conditions.put(entry.getKey(), sets.conditions(entry.getValue()));
      }
    }
    Set<String> modals = new LinkedHashSet<>(texts(keys, "modal"));
    if (!MODALS.containsAll(modals)) {
      keys.get("modal").problem("modals are " + String.join(", ", new TreeSet<>(MODALS)));
    }
    Frame frame =
        new Frame(
            sets.predicate(keys.get("verb")),
            sets.predicate(keys.get("noun")),
            sets.predicate(keys.get("adj")),
            conditions,
            Optional.ofNullable(keys.get("act")).map(this::act),
            Optional.ofNullable(keys.get("negated")).map(Yaml::flag),
            modals,
            Optional.ofNullable(keys.get("voice")).map(v -> voice(v)),
            sets.predicate(keys.get("modifier")),
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

  private ActCondition act(Yaml value) {
    if (value.isMapping()) {
      return new ActCondition.Framed(frame(value, Optional.empty(), Optional.empty(), true));
    }
    List<String> types = value.texts();
    if (types.contains("<any>") || types.contains("any") || types.contains("<act>")) {
      return new ActCondition.Any();
    }
    if (types.contains("<infinitive>")) {
      return new ActCondition.Infinitive();
    }
    if (types.contains("<another's>")) {
      return new ActCondition.Others();
    }
    Set<String> named =
        types.stream().map(t -> t.replace("<", "").replace(">", "")).collect(Collectors.toSet());
    actTypes.put(value, named);
    return new ActCondition.Types(named);
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
}
