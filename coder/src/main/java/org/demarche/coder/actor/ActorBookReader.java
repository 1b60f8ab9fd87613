package org.demarche.coder.actor;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.demarche.coder.actor.ActorEntry.Kind;
import org.demarche.coder.actor.ActorEntry.Membership;
import org.demarche.coder.actor.ActorEntry.Office;
import org.demarche.coder.actor.ActorEntry.Period;
import org.demarche.coder.actor.ActorEntry.Term;
import org.demarche.coder.data.CacheFolder;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;
import org.demarche.coder.data.Yaml;

/** Reads actor book files; the format is in {@code docs/actor-book.md}. */
final class ActorBookReader {
  private static final Set<String> ENTRY_KEYS =
      Set.of(
          "code",
          "kind",
          "name",
          "names",
          "adjectives",
          "people",
          "capital",
          "seats",
          "places",
          "sectors",
          "partof",
          "from",
          "until",
          "near",
          "unless",
          "offices",
          "members",
          "descriptions",
          "hq",
          "replace");
  private static final Set<String> ROLE_KEYS = Set.of("sectors", "nouns", "titles");
  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values())
          .collect(
              Collectors.toMap(
                  k -> k.name().toLowerCase(Locale.ROOT).replace('_', '-'), Function.identity()));

  private final List<Problem> problems;
  private final Map<String, ActorEntry> entries = new LinkedHashMap<>();
  private final List<Role> roles = new ArrayList<>();

  ActorBookReader(List<Problem> problems) {
    this.problems = problems;
  }

  Map<String, ActorEntry> entries() {
    return entries;
  }

  List<Role> roles() {
    return roles;
  }

  void read(List<DataFile> files) {
    Yaml.read(files, CacheFolder.ofProcess(), problems, this::document);
  }

  /** Reports what entries say of others that do not exist. */
  void check() {
    for (ActorEntry entry : entries.values()) {
      for (Membership membership : entry.members()) {
        for (String state : membership.states()) {
          known(entry, state, "member");
        }
      }
      entry.partOf().ifPresent(code -> known(entry, code, "partof"));
    }
  }

  private void known(ActorEntry entry, String code, String key) {
    if (!entries.containsKey(code)) {
      problems.add(
          new Problem(entry.source(), entry.code() + ": " + key + " '" + code + "' has no entry"));
    }
  }

  private void document(Yaml document) {
    for (Yaml item : document.elements()) {
      if (item.has("nouns")) {
        role(item);
      } else {
        entry(item);
      }
    }
  }

  private void role(Yaml item) {
    Map<String, Yaml> keys = item.entries(ROLE_KEYS);
    List<String> sectors = texts(keys, "sectors");
    if (sectors.isEmpty()) {
      item.problem("roles without sectors");
    }
    boolean titles = keys.containsKey("titles") && keys.get("titles").flag();
    for (String noun : texts(keys, "nouns")) {
      roles.add(new Role(noun.toLowerCase(Locale.ROOT), sectors, titles));
    }
  }

  private void entry(Yaml item) {
    Map<String, Yaml> keys = item.entries(ENTRY_KEYS);
    String code = text(keys, "code");
    if (code.isEmpty()) {
      item.problem("an entry needs a code");
      return;
    }
    Kind kind = KINDS.get(text(keys, "kind"));
    ActorEntry old = entries.get(code);
    boolean replace = keys.containsKey("replace") && keys.get("replace").flag();
    if (kind == null && (old == null || replace)) {
      item.problem("kind must be one of " + String.join(", ", KINDS.keySet()));
      return;
    }
    String name = text(keys, "name");
    if (name.isEmpty() && (old == null || replace)) {
      item.problem("an entry needs a name");
      return;
    }
    Source source = item.source();
    ActorEntry entry =
        new ActorEntry(
            code,
            kind == null ? old.kind() : kind,
            name.isEmpty() ? old.name() : name,
            texts(keys, "names"),
            texts(keys, "adjectives"),
            texts(keys, "people"),
            texts(keys, "capital"),
            texts(keys, "seats"),
            texts(keys, "places"),
            texts(keys, "sectors"),
            Optional.of(text(keys, "partof")).filter(s -> !s.isEmpty()),
            period(keys),
            texts(keys, "near"),
            texts(keys, "unless"),
            elements(keys, "offices").stream().map(o -> office(o, kind)).toList(),
            elements(keys, "members").stream().map(this::membership).toList(),
            texts(keys, "descriptions"),
            Optional.of(text(keys, "hq")).filter(s -> !s.isEmpty()),
            source);
    entries.put(code, old == null || replace ? entry : old.plus(entry));
  }

  private Office office(Yaml item, Kind kind) {
    Map<String, Yaml> keys = item.entries(Set.of("office", "titles", "sectors", "terms"));
    List<String> sectors = texts(keys, "sectors");
    return new Office(
        text(keys, "office"),
        texts(keys, "titles"),
        sectors.isEmpty() && kind == Kind.STATE ? List.of("GOV") : sectors,
        elements(keys, "terms").stream().map(this::term).toList());
  }

  private Term term(Yaml item) {
    Map<String, Yaml> keys = item.entries(Set.of("name", "also", "from", "until", "surname"));
    if (text(keys, "name").isEmpty()) {
      item.problem("a term needs a name");
    }
    return new Term(
        text(keys, "name"),
        texts(keys, "also"),
        period(keys),
        !keys.containsKey("surname") || keys.get("surname").flag());
  }

  private Membership membership(Yaml item) {
    Map<String, Yaml> keys = item.entries(Set.of("states", "from", "until"));
    return new Membership(texts(keys, "states"), period(keys));
  }

  private Period period(Map<String, Yaml> keys) {
    return new Period(day(keys, "from", false), day(keys, "until", true));
  }

  private Optional<LocalDate> day(Map<String, Yaml> keys, String key, boolean last) {
    Yaml value = keys.get(key);
    if (value == null || value.isNull()) {
      return Optional.empty();
    }
    String text = value.text();
    try {
      return Optional.of(
          switch (text.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(text), last ? 12 : 1, last ? 31 : 1);
            case 7 -> last ? YearMonth.parse(text).atEndOfMonth() : YearMonth.parse(text).atDay(1);
            default -> date(text);
          });
    } catch (DateTimeException | NumberFormatException e) {
      value.problem("'" + text + "' is no date; write 2022, 2022-05 or 2022-05-16");
      return Optional.empty();
    }
  }

  /** The formatter of the library takes its time, and the book has thousands of dates. */
  private static LocalDate date(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return LocalDate.parse(text);
    }
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i == 4 || i == 7) {
        continue;
      }
      if (c < '0' || c > '9') {
        return LocalDate.parse(text);
      }
      digits = digits * 10 + c - '0';
    }
    return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
  }

  private static String text(Map<String, Yaml> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).text() : "";
  }

  private static List<String> texts(Map<String, Yaml> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).texts() : List.of();
  }

  private static List<Yaml> elements(Map<String, Yaml> keys, String key) {
    return keys.containsKey(key) ? keys.get(key).elements() : List.of();
  }
}
