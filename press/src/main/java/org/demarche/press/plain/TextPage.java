package org.demarche.press.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.demarche.press.page.Image;
import org.demarche.press.page.Surroundings;

/**
 * A page saved as plain text, its article told from the furniture around it: login words, counters,
 * credits, rights notices, comment prompts, lists of other headlines.
 *
 * <p>Prose is what ends in sentence punctuation and has more than a few words; the article is the
 * run of prose with the most text, from its first paragraph (the lead) to a rights notice, a
 * comment prompt or a list. A text without any furniture is taken whole.
 *
 * @param title empty where there is none
 * @param lead the first paragraph of the article; empty where there is no text
 * @param byline the author's line, empty where there is none
 * @param body all paragraphs of the article, the lead among them
 * @param furniture the lines left out, in order, title and author's line not counted
 * @param image the credit of the picture at its head
 * @param rights the rights notice, verbatim, its lines parted by line breaks
 * @param surroundings counters, the call to comment, the side column, told apart
 * @param english whether the article is in Latin letters; no further test is made
 */
public record TextPage(
    String title,
    String lead,
    String byline,
    List<String> body,
    List<String> furniture,
    boolean english,
    Optional<Image> image,
    Optional<String> rights,
    Surroundings surroundings) {
  static final Pattern AUTHOR =
      Pattern.compile(
          "(?i:by )?\\p{Lu}[\\p{L}.'’-]*( (\\p{Lu}[\\p{L}.'’-]*|and|de|al|van|von)){0,4}");
  private static final int WRAP_MIN = 45;
  private static final int WRAP_MAX = 110;

  public TextPage {
    body = List.copyOf(body);
    furniture = List.copyOf(furniture);
  }

  /** The paragraphs of the article parted by blank lines. */
  public String text() {
    return String.join("\n\n", body);
  }

  /** Reads the lines of a page. */
  public static TextPage of(List<String> lines) {
    List<TextLine> units = unwrapped(lines).stream().map(TextLine::of).toList();
    boolean latin = inLatin(units);
    List<TextLine> own = new ArrayList<>();
    for (TextLine unit : units) {
      boolean foreign = unit.latin() != latin && unit.kind() != TextLine.Kind.COUNTER;
      own.add(
          foreign && !unit.isFurniture()
              ? new TextLine(
                  unit.text(), TextLine.Kind.FURNITURE, unit.label(), unit.words(), unit.latin())
              : unit);
    }
    boolean plain = own.stream().noneMatch(TextLine::isFurniture);
    return plain ? plain(own, latin) : new PortalPage(own, latin).page();
  }

  private static boolean inLatin(List<TextLine> units) {
    int latin = 0;
    int other = 0;
    // Side columns are longer than articles at times, but they are no prose.
    boolean prose = units.stream().anyMatch(TextLine::isProse);
    for (TextLine unit : units) {
      if (unit.isProse() || !prose) {
        latin += unit.latin() ? unit.text().length() : 0;
        other += unit.latin() ? 0 : unit.text().length();
      }
    }
    return latin >= other;
  }

  /** A text without furniture: the first line is its title if it reads as one. */
  private static TextPage plain(List<TextLine> units, boolean latin) {
    boolean titled =
        units.size() > 1
            && units.get(0).kind() == TextLine.Kind.HEADING
            && units.stream().anyMatch(TextLine::isProse);
    List<String> body =
        units.stream().skip(titled ? 1 : 0).map(TextLine::text).collect(Collectors.toList());
    String byline = "";
    if (titled && AUTHOR.matcher(body.get(0)).matches()) {
      byline = body.remove(0);
    }
    return new TextPage(
        titled ? units.get(0).text() : "",
        body.isEmpty() ? "" : body.get(0),
        byline,
        body,
        List.of(),
        latin,
        Optional.empty(),
        Optional.empty(),
        Surroundings.NONE);
  }

  // --- wrapped lines ---

  /** Lines, those of a wrapped paragraph joined by spaces. */
  private static List<String> unwrapped(List<String> lines) {
    List<String> units = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : lines) {
      if (line.isBlank()) {
        flush(block, units);
      } else {
        block.add(line.strip());
      }
    }
    flush(block, units);
    return units;
  }

  private static void flush(List<String> block, List<String> units) {
    if (isWrapped(block)) {
      units.add(String.join(" ", block));
    } else {
      units.addAll(block);
    }
    block.clear();
  }

  /** Whether all lines but the last have about the same length and most stop inside a sentence. */
  private static boolean isWrapped(List<String> block) {
    if (block.size() < 2) {
      return false;
    }
    int longest = 0;
    int shortest = Integer.MAX_VALUE;
    int inside = 0;
    for (int i = 0; i < block.size(); i++) {
      String line = block.get(i);
      TextLine unit = TextLine.of(line);
      if (unit.isFurniture() || !unit.text().equals(line)) {
        return false;
      }
      if (i < block.size() - 1) {
        longest = Math.max(longest, line.length());
        shortest = Math.min(shortest, line.length());
        inside += ".!?".indexOf(line.charAt(line.length() - 1)) < 0 ? 1 : 0;
      }
    }
    boolean even = shortest >= WRAP_MIN && longest <= WRAP_MAX && longest - shortest <= 30;
    boolean lastFits = block.get(block.size() - 1).length() <= longest + 20;
    String second = block.get(1);
    boolean continues =
        block.size() > 2
            || Character.isLowerCase(second.charAt(0))
            || ".!?".indexOf(second.charAt(second.length() - 1)) >= 0;
    return even && lastFits && continues && inside * 2 >= block.size() - 1;
  }
}
