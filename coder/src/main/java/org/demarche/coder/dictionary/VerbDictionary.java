package org.demarche.coder.dictionary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;
import org.demarche.coder.dictionary.Imported.Leftover;

/**
 * A verb dictionary of TABARI, PETRARCH or PETRARCH2: blocks of verbs that share a code and
 * patterns, and sets of nouns. (TABARI manual 0.8.4, section 4; PETRARCH2's CAMEO.2.0 dictionary.)
 */
final class VerbDictionary {
  private static final Pattern BLOCK =
      Pattern.compile("-{3}\\s*([^\\[]*?)\\s*(?:\\[([^\\]]*)\\])?\\s*-{3}");
  private static final Pattern CODED = Pattern.compile("(.*?)\\s*\\[([^\\]]*)\\]\\s*");
  private static final Pattern FORMS = Pattern.compile("\\{[^}]*\\}");

  private final Map<String, Set<String>> sets = new LinkedHashMap<>();
  private final List<Block> blocks = new ArrayList<>();
  private final List<Leftover> left;
  private int patterns;
  private int verbs;

  VerbDictionary(List<Leftover> left) {
    this.left = left;
  }

  private record Coded(Source at, String text, String code) {}

  private static final class Block {
    final Source at;
    final String code;
    final Set<String> verbs = new LinkedHashSet<>();

    /** The past tense of the first verb. */
    String past = "";

    final List<Coded> patterns = new ArrayList<>();

    Block(Source at, String code) {
      this.at = at;
      this.code = code;
    }
  }

  /** Whether a file is one: patterns begin with a hyphen and hold a star. */
  static boolean is(List<DictionaryLine> lines) {
    return lines.stream()
        .anyMatch(l -> l.text().matches("-{3}.*-{3}") || l.text().matches("-\\s.*\\*.*"));
  }

  void read(DataFile file) {
    Block block = null;
    Set<String> set = null;
    for (DictionaryLine line : DictionaryLine.of(file)) {
      String text = line.text();
      Matcher header = BLOCK.matcher(text);
      Matcher coded = CODED.matcher(text);
      if (header.matches()) {
        set = null;
        block = new Block(line.at(), header.group(2) == null ? "" : header.group(2));
        blocks.add(block);
      } else if (text.startsWith("&")) {
        block = null;
        set = sets.computeIfAbsent(setKey(text), k -> new LinkedHashSet<>());
      } else if (text.startsWith("+") && set != null) {
        set.add(Nouns.singular(DictionaryLine.words(FORMS.matcher(text).replaceAll(" "))));
      } else if (text.startsWith("-")) {
        pattern(block, line, coded);
      } else if (text.startsWith("~") || text.startsWith("<")) {
        left.add(new Leftover(line.at(), text, "a transformation"));
      } else if (set != null && !coded.matches()) {
        set.add(Nouns.singular(DictionaryLine.words(text)));
      } else {
        set = null;
        block = verb(block, line, coded);
      }
    }
  }

  private static String setKey(String text) {
    return text.substring(1).replaceFirst("[\\s=].*", "").replaceAll("_+$", "");
  }

  private void pattern(Block block, DictionaryLine line, Matcher coded) {
    if (block == null) {
      left.add(new Leftover(line.at(), line.text(), "a pattern without a verb"));
      return;
    }
    boolean own = coded.matches();
    String text = own ? coded.group(1) : line.text();
    block.patterns.add(
        new Coded(line.at(), text.substring(1).strip(), own ? coded.group(2) : block.code));
  }

  /** A verb; one with a code of its own begins a block, as TABARI has it. */
  private Block verb(Block current, DictionaryLine line, Matcher coded) {
    Block block = current;
    String text = line.text();
    if (coded.matches()) {
      block = new Block(line.at(), coded.group(2));
      blocks.add(block);
      text = coded.group(1);
    }
    if (block == null) {
      left.add(new Leftover(line.at(), line.text(), "a verb outside any block"));
      return null;
    }
    String forms = FORMS.matcher(text).replaceAll(" ");
    for (String verb : forms.replace('=', ' ').split("\\s+")) {
      String words = DictionaryLine.words(verb.replaceFirst("^\\+", ""));
      if (!words.isEmpty()) {
        block.past = block.past.isEmpty() ? Pasts.of(words, text) : block.past;
        block.verbs.add(words);
      }
    }
    return block;
  }

  static String setName(String key) {
    return "imported-" + key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
  }

  int patterns() {
    return patterns;
  }

  int verbs() {
    return verbs;
  }

  int sets() {
    return sets.size();
  }

  /** The sets as YAML. */
  String setsYaml() {
    StringBuilder yaml = new StringBuilder("# Sets of nouns, imported.\n");
    sets.forEach(
        (name, words) -> {
          words.remove("");
          if (!words.isEmpty()) {
            yaml.append(setName(name)).append(": ").append(DictionaryLine.list(words)).append("\n");
          }
        });
    return yaml.toString();
  }

  /** The rules as YAML by name: one for a block's code, place of the target and direction. */
  Map<String, String> rules() {
    Map<String, String> written = new LinkedHashMap<>();
    for (Block block : blocks) {
      Map<List<String>, List<VerbPattern>> rules = new LinkedHashMap<>();
      Set<String> frames = new LinkedHashSet<>();
      if (block.verbs.isEmpty()) {
        left.add(new Leftover(block.at, "", "a block without verbs"));
        continue;
      }
      verbs += block.verbs.size();
      if (!block.code.isEmpty()) {
        add(rules, frames, new Coded(block.at, "*", block.code));
      }
      block.patterns.forEach(p -> add(rules, frames, p));
      rules.forEach((key, same) -> rule(block, key, same, written));
    }
    return written;
  }

  private void add(Map<List<String>, List<VerbPattern>> rules, Set<String> frames, Coded pattern) {
    Cameo.Code code = Cameo.code(pattern.code());
    if (!code.problem().isEmpty()) {
      left.add(
          new Leftover(pattern.at(), pattern.text() + " [" + pattern.code() + "]", code.problem()));
      return;
    }
    VerbPattern.Reading reading = VerbPattern.read(pattern.text(), sets.keySet());
    Optional<VerbPattern> read = reading.pattern();
    if (read.isEmpty()) {
      left.add(new Leftover(pattern.at(), pattern.text(), reading.why()));
      return;
    }
    if (!frames.add(read.get().frame(List.of("it")))) {
      // the code of the block again, most often
      left.add(new Leftover(pattern.at(), pattern.text(), "asks for what a line before it asks"));
      return;
    }
    if (!pattern.text().equals("*")) {
      patterns++;
    }
    boolean both = code.mutual() || read.get().between();
    rules
        .computeIfAbsent(
            List.of(code.cameo(), read.get().recipient(), String.valueOf(both)),
            k -> new ArrayList<>())
        .add(read.get());
  }

  private void rule(
      Block block, List<String> key, List<VerbPattern> frames, Map<String, String> written) {
    List<String> verbs = List.copyOf(block.verbs);
    String cameo = key.get(0);
    String base = "imported-" + verbs.get(0).replaceAll("[^\\p{L}\\p{N}]+", "-") + "-" + cameo;
    String name = base;
    for (int i = 2; written.containsKey(name); i++) {
      name = base + "-" + i;
    }
    boolean both = key.get(2).equals("true");
    StringBuilder yaml = new StringBuilder("\n- rule: ");
    yaml.append(DictionaryLine.quoted(name)).append("  # ");
    yaml.append(block.at).append("\n  type: ").append(Cameo.type(cameo).orElseThrow());
    yaml.append("\n  cameo: ").append(DictionaryLine.quoted(cameo)).append("\n  when:\n");
    frames.forEach(f -> yaml.append("    - ").append(f.frame(verbs)).append("\n"));
    if (!key.get(1).isEmpty()) {
      yaml.append("  recipient: [").append(key.get(1)).append("]\n");
    }
    if (both) {
      yaml.append("  between: true\n");
    }
    yaml.append("  examples:\n    - text: ");
    yaml.append(DictionaryLine.quoted(frames.get(0).example(block.past, both, this::member)));
    yaml.append("\n      events: [KAZ -> JPN").append(both ? ", JPN -> KAZ" : "").append("]\n");
    written.put(name, yaml.toString());
  }

  private String member(String condition) {
    if (!condition.startsWith("@")) {
      return condition;
    }
    return sets.entrySet().stream()
        .filter(e -> setName(e.getKey()).equals(condition.substring(1)))
        .flatMap(e -> e.getValue().stream())
        .findFirst()
        .orElse("matter");
  }
}
