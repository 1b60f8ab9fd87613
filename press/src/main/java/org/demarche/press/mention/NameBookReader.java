package org.demarche.press.mention;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the names of a language from its data file, and adds CLDR's. */
final class NameBookReader {
  private final String language;
  private final String file;
  private final List<Name> own = new ArrayList<>();
  private final Map<String, Map<String, List<String>>> endings = new HashMap<>();
  private final Set<String> weak = new HashSet<>();
  private final Set<String> personal = new HashSet<>();
  private final Set<String> dropped = new HashSet<>();
  private final Set<String> cased = new HashSet<>(Set.of("name"));
  private final List<String> suffixes = new ArrayList<>();

  private NameBookReader(String language) {
    this.language = language;
    this.file = language + ".tsv";
  }

  /**
   * The names of a language; of one without a data file, CLDR's alone.
   *
   * @param language ISO 639-1
   * @throws IllegalStateException naming file and line, where a line of the file is not understood
   */
  static NameBook read(String language) {
    return new NameBookReader(language).book();
  }

  private NameBook book() {
    int number = 0;
    for (String line : lines(file)) {
      number++;
      if (!line.isBlank() && !line.startsWith("#")) {
        line(line.split("\t", -1), number);
      }
    }
    List<Name> names = new ArrayList<>();
    own.forEach(name -> names.add(careful(name)));
    for (Name name : CldrNames.of(language)) {
      if (!dropped.contains(name.text())) {
        names.add(careful(name));
      }
    }
    Map<String, Inflection> inflections = new HashMap<>();
    endings.forEach((column, table) -> inflections.put(column, new Inflection(table)));
    return new NameBook(language, names, inflections, suffixes);
  }

  private Name careful(Name name) {
    Name.Care care =
        weak.contains(name.text())
            ? Name.Care.COMMON_WORD
            : personal.contains(name.text()) ? Name.Care.PERSONAL_NAME : Name.Care.NONE;
    return new Name(name.text(), name.code(), name.kind(), name.cased(), care);
  }

  private void line(String[] fields, int number) {
    switch (fields[0]) {
      case "state" -> state(fields, number);
      case "org" -> {
        expect(fields.length == 3, number, "org takes a code and names");
        add(fields[1], Mention.Kind.ORGANISATION, fields[2], true);
      }
      case "not" ->
          list(fields[1])
              .forEach(
                  text ->
                      own.add(
                          new Name(
                              text, Optional.empty(), Mention.Kind.STATE, false, Name.Care.NONE)));
      case "weak" -> weak.addAll(list(fields[1]));
      case "named" -> personal.addAll(list(fields[1]));
      case "drop" -> dropped.addAll(list(fields[1]));
      case "suffix" -> suffixes.addAll(list(fields[1]));
      case "cased" -> cased.addAll(Arrays.asList(fields[1].split(" ")));
      case "name", "adjective", "people" -> {
        expect(fields.length == 3, number, fields[0] + " takes an ending and its forms");
        List<String> forms = new ArrayList<>();
        for (String form : fields[2].split(" ")) {
          forms.add(form.equals("*") ? "" : form);
        }
        endings
            .computeIfAbsent(fields[0], column -> new HashMap<>())
            .put(fields[1].equals("*") ? "" : fields[1], forms);
      }
      default -> expect(false, number, "'" + fields[0] + "' is no kind of line");
    }
  }

  private void state(String[] fields, int number) {
    expect(
        fields.length > 2 && fields.length < 7,
        number,
        "state takes a code and up to four columns");
    Mention.Kind[] kinds = {
      Mention.Kind.STATE, Mention.Kind.ADJECTIVE, Mention.Kind.PEOPLE, Mention.Kind.CAPITAL
    };
    String[] columns = {"name", "adjective", "people", "name"};
    for (int i = 0; i + 2 < fields.length; i++) {
      add(fields[1], kinds[i], fields[i + 2], cased.contains(columns[i]));
    }
  }

  private void add(String code, Mention.Kind kind, String names, boolean isCased) {
    for (String text : list(names)) {
      own.add(new Name(text, Optional.of(code), kind, isCased, Name.Care.NONE));
    }
  }

  private void expect(boolean fits, int number, String what) {
    if (!fits) {
      throw new IllegalStateException(file + ":" + number + ": " + what);
    }
  }

  private static List<String> list(String field) {
    return Arrays.stream(field.split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }

  /** The lines of a file beside this class; none where there is no such file. */
  static List<String> lines(String file) {
    try (InputStream in = NameBookReader.class.getResourceAsStream(file)) {
      if (in == null) {
        return List.of();
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
