package org.demarche.press.input;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.press.plain.TextPage;

/**
 * An article in a plain text file. Lines such as {@code Published: 2022-06-20} may stand at the
 * top, parted from the text by a blank line.
 */
final class TextFile {
  private static final Pattern HEADER =
      Pattern.compile("(?i)(title|published|language|url|author|note):\\s*(.*)");

  private TextFile() {}

  static Article article(String id, String content) throws InputException {
    List<String> lines = content.lines().toList();
    Map<String, String> headers = headers(lines);
    TextPage page =
        TextPage.of(lines.subList(headers.isEmpty() ? 0 : headers.size(), lines.size()));
    if (page.body().isEmpty()) {
      throw new InputException(Input.Kind.NO_TEXT, "no text that reads as sentences");
    }
    String url = headers.getOrDefault("url", "");
    return new Article(
        id,
        headers.getOrDefault("title", page.title()),
        headers.getOrDefault("author", page.byline()),
        headers.getOrDefault("language", page.english() ? "en" : "und").toLowerCase(Locale.ROOT),
        Dates.day("Published", headers.getOrDefault("published", "")),
        page.text(),
        url.isEmpty() ? Provenance.UNKNOWN : Provenance.ofUrl(url),
        List.of());
  }

  /** The header lines; none unless a blank line ends them. */
  private static Map<String, String> headers(List<String> lines) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      if (line.isBlank()) {
        return headers;
      }
      Matcher header = HEADER.matcher(line.strip());
      boolean fresh =
          header.matches()
              && headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2).strip())
                  == null;
      if (!fresh) {
        return Map.of();
      }
    }
    return Map.of();
  }
}
