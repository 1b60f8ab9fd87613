package org.demarche.coder.dictionary;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Source;
import org.demarche.coder.dictionary.Imported.Leftover;

/**
 * An actor dictionary of TABARI or PETRARCH: names with codes, other spellings behind {@code +},
 * and dated codes such as {@code [AFGGOV 011222-140929]}. (TABARI manual 0.8.4, section 3.)
 */
final class ActorDictionary {
  private static final Pattern CODE = Pattern.compile("\\[([^\\]]*)\\]");
  private static final Pattern DATED =
      Pattern.compile("(\\S+)\\s+(?:([<>])\\s*(\\d{6,8})|(\\d{6,8})\\s*-\\s*(\\d{6,8}))");

  private final List<Leftover> left;
  private final Map<String, String> countries = new HashMap<>();
  private final Map<String, Entry> byName = new HashMap<>();
  private final List<Entry> entries = new ArrayList<>();
  private int names;
  private int terms;

  ActorDictionary(List<Leftover> left) {
    this.left = left;
    for (String code : Locale.getISOCountries()) {
      Locale country = new Locale("", code);
      countries.put(country.getISO3Country(), country.getDisplayCountry(Locale.ENGLISH));
    }
    countries.put("XKX", "Kosovo");
  }

  private static final class Entry {
    final Source at;
    final Set<String> names = new LinkedHashSet<>();
    final List<Coded> codes = new ArrayList<>();

    Entry(Source at) {
      this.at = at;
    }
  }

  private record Coded(
      Source at, String code, Optional<LocalDate> from, Optional<LocalDate> until) {
    boolean dated() {
      return from.isPresent() || until.isPresent();
    }
  }

  void read(DataFile file) {
    Entry entry = null;
    for (DictionaryLine line : DictionaryLine.of(file)) {
      String text = line.text();
      String name = text.replaceFirst("\\s*\\[.*", "").replaceAll("\\{[^}]*\\}", " ").strip();
      boolean other = text.startsWith("+");
      if (!name.isEmpty() && !other && !(line.indented() && text.startsWith("["))) {
        entry = entry(line, name);
      } else if (other && entry != null) {
        add(entry, name.substring(1));
      }
      if (entry == null) {
        left.add(new Leftover(line.at(), text, "a code or spelling without a name"));
        continue;
      }
      Matcher codes = CODE.matcher(text);
      while (codes.find()) {
        code(entry, line, codes.group(1).strip());
      }
    }
  }

  /** A new entry; {@code A = B} is another name of B's. */
  private Entry entry(DictionaryLine line, String name) {
    String[] same = name.split("\\s*=\\s*", 2);
    Entry entry = same.length > 1 ? byName.get(key(same[1])) : null;
    if (entry == null) {
      entry = new Entry(line.at());
      entries.add(entry);
      if (same.length > 1) {
        add(entry, same[1]);
      }
    }
    add(entry, same[0]);
    return entry;
  }

  private static String key(String name) {
    return DictionaryLine.words(name);
  }

  private void add(Entry entry, String name) {
    if (!DictionaryLine.words(name).isEmpty()) {
      entry.names.addAll(DictionaryLine.names(name));
      byName.putIfAbsent(key(name), entry);
    }
  }

  private void code(Entry entry, DictionaryLine line, String text) {
    Matcher dated = DATED.matcher(text);
    if (!dated.matches()) {
      if (text.contains(" ") || text.isEmpty()) {
        left.add(new Leftover(line.at(), line.text(), "a code or date that cannot be read"));
        return;
      }
      entry.codes.add(new Coded(line.at(), text, Optional.empty(), Optional.empty()));
      return;
    }
    try {
      Optional<LocalDate> from = Optional.empty();
      Optional<LocalDate> until = Optional.empty();
      if (dated.group(2) == null) {
        from = Optional.of(day(dated.group(4)));
        until = Optional.of(day(dated.group(5)));
      } else if (dated.group(2).equals(">")) {
        from = Optional.of(day(dated.group(3)));
      } else {
        until = Optional.of(day(dated.group(3)).minusDays(1));
      }
      entry.codes.add(new Coded(line.at(), dated.group(1), from, until));
    } catch (DateTimeException e) {
      left.add(new Leftover(line.at(), line.text(), "a date that is none"));
    }
  }

  /** {@code YYMMDD}, of this century up to 40, or {@code YYYYMMDD}. */
  private static LocalDate day(String digits) {
    int at = digits.length() - 4;
    int year = Integer.parseInt(digits.substring(0, at));
    if (at == 2) {
      year += year <= 40 ? 2000 : 1900;
    }
    int month = Math.max(1, Integer.parseInt(digits.substring(at, at + 2)));
    int day = Math.max(1, Integer.parseInt(digits.substring(at + 2)));
    return LocalDate.of(year, month, day);
  }

  int names() {
    return names;
  }

  int terms() {
    return terms;
  }

  /** The actor book's entries as YAML. */
  String yaml() {
    Map<String, Set<String>> states = new TreeMap<>();
    Map<String, List<String>> offices = new TreeMap<>();
    StringBuilder others = new StringBuilder();
    Map<String, Integer> codes = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (entry.codes.isEmpty()) {
        left.add(new Leftover(entry.at, String.join(", ", entry.names), "a name without a code"));
      }
      for (Coded coded : entry.codes) {
        String state = coded.code().length() >= 3 ? coded.code().substring(0, 3) : "";
        boolean known = countries.containsKey(state);
        Sectors sectors = Sectors.of(known ? coded.code().substring(3) : coded.code());
        if (!sectors.unknown().isEmpty() && known) {
          left.add(
              new Leftover(coded.at(), "[" + coded.code() + "]", "a sector that PLOVER has not"));
          if (sectors.all().isEmpty()) {
            continue;
          }
        }
        if (known) {
          states.computeIfAbsent(state, s -> new LinkedHashSet<>());
        }
        boolean armed = sectors.all().contains("REB") || sectors.all().contains("UAF");
        if (coded.dated() && known && !armed) {
          offices.computeIfAbsent(state, s -> new ArrayList<>()).add(office(entry, coded, sectors));
          terms++;
        } else if (known && sectors.all().isEmpty()) {
          states.get(state).addAll(entry.names);
        } else {
          int before = codes.merge(coded.code(), 1, Integer::sum);
          String code = "D." + coded.code() + (before == 1 ? "" : "." + before);
          others.append(entry(entry, coded, code, known ? state : "", sectors));
        }
      }
      names += entry.codes.isEmpty() ? 0 : entry.names.size();
    }
    StringBuilder yaml = new StringBuilder("# Actors, imported.\n");
    states.forEach((code, more) -> yaml.append(state(code, more, offices.get(code))));
    return yaml.append(others).toString();
  }

  private String state(String code, Set<String> names, List<String> offices) {
    StringBuilder yaml = new StringBuilder("\n- code: ").append(code).append("\n  kind: state\n");
    yaml.append("  name: ").append(DictionaryLine.quoted(countries.get(code))).append("\n");
    if (!names.isEmpty()) {
      yaml.append("  names: ").append(DictionaryLine.list(names)).append("\n");
    }
    if (offices != null) {
      yaml.append("  offices:\n");
      offices.forEach(yaml::append);
    }
    return yaml.toString();
  }

  /** A dated code of a state: somebody who held an office. */
  private static String office(Entry entry, Coded coded, Sectors sectors) {
    List<String> names = List.copyOf(entry.names);
    List<String> also = names.subList(1, names.size());
    return "    - office: other # "
        + coded.at()
        + "\n      sectors: "
        + (sectors.all().isEmpty() ? "[GOV]" : "[" + String.join(", ", sectors.all()) + "]")
        + "\n      terms: [{ name: "
        + DictionaryLine.quoted(names.get(0))
        + (also.isEmpty() ? "" : ", also: " + DictionaryLine.list(also))
        + coded.from().map(d -> ", from: " + d).orElse("")
        + coded.until().map(d -> ", until: " + d).orElse("")
        + " }]\n";
  }

  private static String entry(
      Entry entry, Coded coded, String code, String state, Sectors sectors) {
    List<String> names = List.copyOf(entry.names);
    boolean armed = sectors.all().contains("REB") || sectors.all().contains("UAF");
    StringBuilder yaml = new StringBuilder("\n- code: ").append(code).append(" # ");
    yaml.append(coded.at()).append("\n  kind: ").append(armed ? "armed-group" : "organisation");
    yaml.append("\n  name: ").append(DictionaryLine.quoted(names.get(0))).append("\n");
    if (names.size() > 1) {
      yaml.append("  names: ").append(DictionaryLine.list(names.subList(1, names.size())));
      yaml.append("\n");
    }
    yaml.append("  sectors: [").append(String.join(", ", sectors.all())).append("]\n");
    if (!state.isEmpty()) {
      yaml.append("  partof: ").append(state).append("\n");
    }
    coded.from().ifPresent(d -> yaml.append("  from: ").append(d).append("\n"));
    coded.until().ifPresent(d -> yaml.append("  until: ").append(d).append("\n"));
    return yaml.toString();
  }
}
