package org.demarche.press.outlet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Yaml;

/** The known agencies, outlets, translators and portals of {@code outlets.yaml}. Immutable. */
public final class OutletBook {
  private static final String FILE = "outlets.yaml";
  private static final Set<String> KEYS =
      Set.of("name", "names", "short", "domain", "country", "kind", "only_short");

  private final List<Outlet> outlets;
  private final Map<String, Outlet> byName = new HashMap<>();
  private final Map<String, Outlet> byShortName = new HashMap<>();
  private final Map<String, Outlet> byDomain = new HashMap<>();
  private final Pattern mention;

  private OutletBook(List<Outlet> outlets) {
    this.outlets = List.copyOf(outlets);
    for (Outlet outlet : outlets) {
      outlet.names().forEach(name -> byName.put(key(name), outlet));
      outlet.shortNames().forEach(name -> byShortName.put(name, outlet));
      outlet.domains().forEach(domain -> byDomain.put(domain, outlet));
    }
    String any =
        outlets.stream()
            .flatMap(o -> o.names().stream())
            .sorted(Comparator.comparing(String::length).reversed())
            .map(Pattern::quote)
            .collect(Collectors.joining("|"));
    // Chinese and Japanese stand without spaces.
    mention =
        Pattern.compile(
            "(?iu)(?<![\\p{IsLatin}\\p{IsCyrillic}])(?:"
                + any
                + ")(?![\\p{IsLatin}\\p{IsCyrillic}])");
  }

  /**
   * The built-in book.
   *
   * @throws DataException if the file is wrong
   */
  public static OutletBook load() {
    try (InputStream in = OutletBook.class.getResourceAsStream(FILE)) {
      return read(new DataFile(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A book from a file of the same form.
   *
   * @throws DataException if the file is wrong, naming each line
   */
  public static OutletBook read(DataFile file) {
    List<Problem> problems = new ArrayList<>();
    List<Outlet> outlets = new ArrayList<>();
    Yaml.read(file, problems)
        .ifPresent(root -> root.elements().forEach(e -> outlets.add(outlet(e))));
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
    return new OutletBook(outlets);
  }

  private static Outlet outlet(Yaml element) {
    Map<String, Yaml> entries = element.entries(KEYS);
    String name = entries.containsKey("name") ? entries.get("name").text() : "";
    if (name.isEmpty()) {
      element.problem("an outlet needs a name");
    }
    List<String> names = new ArrayList<>(List.of(name));
    names.addAll(texts(entries, "names"));
    List<String> shortNames = new ArrayList<>(texts(entries, "short"));
    if (entries.containsKey("only_short") && entries.get("only_short").flag()) {
      shortNames.addAll(names);
      names.clear();
    }
    Outlet.Kind kind = Outlet.Kind.OUTLET;
    try {
      kind = Outlet.Kind.valueOf(String.join("", texts(entries, "kind")).toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      element.problem("kind is agency, outlet, translator or portal");
    }
    return new Outlet(
        name,
        names,
        shortNames,
        texts(entries, "domain"),
        String.join("", texts(entries, "country")),
        kind);
  }

  private static List<String> texts(Map<String, Yaml> entries, String key) {
    return entries.containsKey(key) ? entries.get(key).texts() : List.of();
  }

  /** All outlets, as the file has them. */
  public List<Outlet> outlets() {
    return outlets;
  }

  /**
   * The outlet of an address; that of {@code x.example.org} where only {@code example.org} is
   * known.
   */
  public Optional<Outlet> at(String url) {
    String host;
    try {
      host = URI.create(url.strip()).getHost();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    String rest = host == null ? "" : host.toLowerCase(Locale.ROOT);
    while (!rest.isEmpty()) {
      Outlet outlet = byDomain.get(rest);
      if (outlet != null) {
        return Optional.of(outlet);
      }
      int dot = rest.indexOf('.');
      rest = dot < 0 ? "" : rest.substring(dot + 1);
    }
    return Optional.empty();
  }

  /** The outlet of a name that stands where a credit is expected; short names count. */
  public Optional<Outlet> named(String name) {
    String plain = name.strip();
    Outlet outlet = byName.get(key(plain));
    return Optional.ofNullable(outlet != null ? outlet : byShortName.get(plain));
  }

  /** The outlets that a running text names, in order; short names do not count. */
  public List<Outlet> mentioned(String text) {
    List<Outlet> found = new ArrayList<>();
    Matcher matcher = mention.matcher(text);
    while (matcher.find()) {
      Outlet outlet = byName.get(key(matcher.group()));
      if (outlet != null && !found.contains(outlet)) {
        found.add(outlet);
      }
    }
    return found;
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT).replaceFirst("^the ", "");
  }
}
