package org.demarche.press.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.press.page.PressArticle;
import org.demarche.press.plain.PlainArticle;

/**
 * An article in a plain text file. Lines such as {@code Published: 2022-06-20} may stand at the
 * top, parted from the text by a blank line.
 */
final class TextFile {
  private static final Pattern HEADER =
      Pattern.compile("(?i)(title|published|language|url|author|note):\\s*(.*)");

  private TextFile() {}

  static PressArticle read(String id, String content, PlainArticle reader) throws InputException {
    List<String> lines = content.lines().toList();
    Map<String, String> headers = headers(lines);
    Dates.day("Published", headers.getOrDefault("published", ""));
    return reader
        .read(id, lines.subList(headers.isEmpty() ? 0 : headers.size(), lines.size()), headers)
        .orElseThrow(
            () -> new InputException(InputKind.NO_TEXT, "no text that reads as sentences"));
  }

  /** The header lines; none unless a blank line ends them. */
  private static Map<String, String> headers(List<String> lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank()) {
        return headers;
      }
      Matcher header = HEADER.matcher(line.strip());
      if (!header.matches()
          || headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip())
              != null) {
        return Map.of();
      }
    }
    return Map.of();
  }
}
