package org.demarche.press.plain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;
import org.demarche.coder.data.Yaml;

/** The lines of {@code portal-lines.yaml}, by which portals frame an article. Immutable. */
public final class PortalLines {
  private static final String FILE = "portal-lines.yaml";
  private static final PortalLines BUILT_IN = load();

  private final List<Entry> entries;

  private PortalLines(List<Entry> entries) {
    this.entries = List.copyOf(entries);
  }

  /** What a line is. */
  public enum Label {
    RIGHTS,
    ORIGIN,
    COMMENTS,
    RELATED,
    SUBSCRIBE,
    IMAGE,
    ACCOUNT,
    SHARE,
    DATE,
    NOTICE
  }

  /** A kind of line. */
  record Entry(Label label, TextLine.Kind kind, Optional<Pattern> starts, Optional<Pattern> holds) {
    private boolean fits(String line) {
      return starts.filter(p -> p.matcher(line).lookingAt()).isPresent()
          || holds.filter(p -> p.matcher(line).find()).isPresent();
    }
  }

  static PortalLines builtIn() {
    return BUILT_IN;
  }

  private static PortalLines load() {
    try (InputStream in = PortalLines.class.getResourceAsStream(FILE)) {
      return read(new DataFile(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a file of this form.
   *
   * @throws DataException if it is wrong, naming each line
   */
  static PortalLines read(DataFile file) {
    List<Problem> problems = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    Yaml.read(file, problems)
        .ifPresent(root -> root.elements().forEach(e -> entry(e).ifPresent(entries::add)));
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
    return new PortalLines(entries);
  }

  private static Optional<Entry> entry(Yaml element) {
    Map<String, Yaml> keys = element.entries(Set.of("label", "effect", "starts", "holds"));
    Optional<Pattern> starts = Optional.ofNullable(keys.get("starts")).flatMap(PortalLines::any);
    Optional<Pattern> holds = Optional.ofNullable(keys.get("holds")).flatMap(PortalLines::any);
    try {
      Label label = Label.valueOf(keys.get("label").text().toUpperCase(Locale.ROOT));
      TextLine.Kind kind =
          switch (keys.get("effect").text()) {
            case "end" -> TextLine.Kind.END;
            case "box" -> TextLine.Kind.BOX;
            case "line" -> TextLine.Kind.FURNITURE;
            default -> throw new IllegalArgumentException();
          };
      return Optional.of(new Entry(label, kind, starts, holds));
    } catch (IllegalArgumentException | NullPointerException e) {
      element.problem("needs a label that is known, and effect: end, box or line");
      return Optional.empty();
    }
  }

  /** One pattern for all expressions of all languages. */
  private static Optional<Pattern> any(Yaml languages) {
    List<String> good = new ArrayList<>();
    for (Yaml expressions : languages.entries().values()) {
      for (Yaml expression : expressions.elements()) {
        try {
          good.add("(?:" + Pattern.compile(expression.text()).pattern() + ")");
        } catch (PatternSyntaxException e) {
          expression.problem("no regular expression: " + e.getDescription());
        }
      }
    }
    return good.isEmpty()
        ? Optional.empty()
        : Optional.of(Pattern.compile("(?iu)" + String.join("|", good)));
  }

  /** The first entry that fits a line; empty where none does. */
  Optional<Entry> find(String line) {
    for (Entry entry : entries) {
      if (entry.fits(line)) {
        return Optional.of(entry);
      }
    }
    return Optional.empty();
  }
}
