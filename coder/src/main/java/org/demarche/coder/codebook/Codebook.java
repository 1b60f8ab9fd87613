package org.demarche.coder.codebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;

/** The event rules, read and indexed by their predicates. Immutable. */
public final class Codebook {
  /** A rule's frame under one of its predicates. */
  record Entry(Rule rule, Frame frame, List<String> words, Requirement requirement) {}

  /** Sets that the coder reads by itself to tell what is no politics. */
  private static final List<String> BACKGROUND =
      List.of(
          "sport",
          "match",
          "fiction",
          "work",
          "culture",
          "depicting",
          "private",
          "nature",
          "stage");

  private final Map<String, Rule> rules;
  private final List<Shift> shifts;
  private final Map<String, List<List<String>>> contexts;
  private final List<List<String>> support;
  private final Set<String> speech;
  private final Map<String, List<List<String>>> background = new HashMap<>();
  private final String hash;
  private final Map<String, List<Entry>> verbs = new HashMap<>();
  private final Map<String, List<Entry>> nouns = new HashMap<>();
  private final Map<String, List<Entry>> adjectives = new HashMap<>();
  private final Vocabulary vocabulary = new Vocabulary();

  private Codebook(CodebookReader reader, String hash) {
    this.rules = Map.copyOf(reader.rules());
    this.shifts = List.copyOf(reader.shifts());
    this.contexts = new java.util.LinkedHashMap<>(reader.contexts());
    this.support = reader.sets().set("support").stream().map(WordSets::words).toList();
    this.speech = Set.copyOf(reader.sets().set("say"));
    for (String set : BACKGROUND) {
      background.put(set, reader.sets().set(set).stream().map(WordSets::words).toList());
    }
    this.hash = hash;
    for (Rule rule : reader.rules().values()) {
      for (Frame frame : rule.frames()) {
        Requirement asked = Requirement.of(frame, vocabulary);
        frame.verbs().forEach(w -> index(verbs, w.get(0), rule, frame, w, asked));
        frame.nouns().forEach(w -> index(nouns, nounHead(w), rule, frame, w, asked));
        frame.adjectives().forEach(w -> index(adjectives, w.get(0), rule, frame, w, asked));
      }
    }
  }

  /**
   * The head of a noun expression: <em>strike</em> in <em>air strike</em>, <em>show</em> in
   * <em>show of force</em>.
   */
  static String nounHead(List<String> words) {
    int of = words.indexOf("of");
    return of > 0 ? words.get(of - 1) : words.get(words.size() - 1);
  }

  private void index(
      Map<String, List<Entry>> into,
      String key,
      Rule rule,
      Frame frame,
      List<String> words,
      Requirement asked) {
    vocabulary.add(key);
    into.computeIfAbsent(key, k -> new ArrayList<>())
        .add(new Entry(rule, frame, words, asked.with(words, key, vocabulary)));
  }

  /**
   * The built-in codebook.
   *
   * @throws DataException if it is wrong
   */
  public static Codebook builtIn() {
    return builtInWith(List.of());
  }

  /**
   * The built-in codebook with a user's files added.
   *
   * @throws DataException if a file is wrong; every problem is listed with file and line
   */
  public static Codebook builtInWith(List<DataFile> added) {
    return of(DataFile.ofResources(Codebook.class, "/org/demarche/coder/codebook"), added);
  }

  /**
   * A codebook of these files alone.
   *
   * @throws DataException if a file is wrong; every problem is listed with file and line
   */
  public static Codebook of(List<DataFile> files) {
    return of(files, List.of());
  }

  private static Codebook of(List<DataFile> files, List<DataFile> added) {
    List<Problem> problems = new ArrayList<>();
    CodebookReader reader = new CodebookReader(problems);
    reader.read(files);
    reader.read(added);
    reader.finish();
    List<DataFile> all = new ArrayList<>(files);
    all.addAll(added);
    if (reader.rules().isEmpty() && problems.isEmpty()) {
      throw new IllegalArgumentException("no rules in " + all.size() + " files");
    }
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
    return new Codebook(reader, hash(all));
  }

  private static String hash(List<DataFile> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (DataFile file : files) {
        digest.update(file.content().getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, 12);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All rules. */
  public List<Rule> rules() {
    return List.copyOf(rules.values());
  }

  public Optional<Rule> rule(String name) {
    return Optional.ofNullable(rules.get(name));
  }

  /** The first twelve hexadecimal digits of the SHA-256 of the files' text. */
  public String hash() {
    return hash;
  }

  public List<Shift> shifts() {
    return shifts;
  }

  /** Words that show a context, by context, each a list of folded words. */
  public Map<String, List<List<String>>> contexts() {
    return contexts;
  }

  /** Whether a noun can be a predicate. */
  public boolean isEventNoun(String lemma) {
    return nouns.containsKey(Spelling.fold(lemma));
  }

  /** Whether a verb reports speech. */
  public boolean isSpeech(String lemma) {
    return speech.contains(lemma);
  }

  /**
   * The words of a set that the coder reads by itself: <em>sport, match, fiction, work, culture,
   * depicting, private, nature, stage</em>. Empty where the codebook has none.
   */
  public List<List<String>> background(String set) {
    return background.getOrDefault(set, List.of());
  }

  /** Whether a lemma is the predicate of some rule. */
  public boolean isTrigger(String lemma) {
    String folded = Spelling.fold(lemma);
    return verbs.containsKey(folded) || nouns.containsKey(folded) || adjectives.containsKey(folded);
  }

  List<Entry> verbs(String lemma) {
    return verbs.getOrDefault(Spelling.fold(lemma), List.of());
  }

  List<Entry> nouns(String lemma) {
    return nouns.getOrDefault(Spelling.fold(lemma), List.of());
  }

  List<Entry> adjectives(String lemma) {
    return adjectives.getOrDefault(Spelling.fold(lemma), List.of());
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The index of verbs, of nouns and of adjectives: entries by the folded key of the predicate. */
  List<Map<String, List<Entry>>> indexes() {
    return List.of(verbs, nouns, adjectives);
  }

  List<List<String>> support() {
    return support;
  }

  /** The number of distinct frames: a predicate with what is asked of it. */
  public int frames() {
    return frames(rules.values());
  }

  /** The number of distinct verbs, nouns or adjectives that some of the rules read. */
  public Predicates predicates(Collection<Rule> of) {
    return new Predicates(
        distinct(of, Frame::verbs), distinct(of, Frame::nouns), distinct(of, Frame::adjectives));
  }

  private static int distinct(Collection<Rule> of, Function<Frame, List<List<String>>> words) {
    return (int)
        of.stream()
            .flatMap(r -> r.frames().stream())
            .flatMap(f -> words.apply(f).stream())
            .distinct()
            .count();
  }

  /** How many different words and expressions rules read as predicates. */
  public record Predicates(int verbs, int nouns, int adjectives) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT, "%,d verbs, %,d nouns and %,d adjectives", verbs, nouns, adjectives);
    }
  }

  /** The number of distinct frames of some of the rules. */
  public int frames(Collection<Rule> of) {
    Set<String> wanted = of.stream().map(Rule::name).collect(Collectors.toSet());
    Set<List<Object>> distinct = new HashSet<>();
    for (Map<String, List<Entry>> index : List.of(verbs, nouns, adjectives)) {
      for (List<Entry> entries : index.values()) {
        for (Entry e : entries.stream().filter(x -> wanted.contains(x.rule().name())).toList()) {
          distinct.add(
              List.of(
                  System.identityHashCode(index),
                  e.words(),
                  e.frame().conditions(),
                  e.frame().act(),
                  e.frame().modals(),
                  e.frame().modifiers()));
        }
      }
    }
    return distinct.size();
  }
}
