package org.demarche.press.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
 * @param english whether the article is in Latin letters; no further test is made
 */
public record TextPage(
    String title,
    String lead,
    String byline,
    List<String> body,
    List<String> furniture,
    boolean english) {
  /** So many lines in a row that are no prose part two texts. */
  private static final int GAP = 4;

  private static final Pattern AUTHOR =
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
          foreign
              ? new TextLine(unit.text(), TextLine.Kind.FURNITURE, unit.words(), unit.latin())
              : unit);
    }
    boolean plain = own.stream().noneMatch(TextLine::isFurniture);
    return plain ? plain(own, latin) : new Portal(own, latin).page();
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
        latin);
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

  // --- pages with furniture ---

  /** The parting of a page that has furniture. */
  private static final class Portal {
    private final List<TextLine> units;
    private final boolean latin;

    Portal(List<TextLine> units, boolean latin) {
      this.units = units;
      this.latin = latin;
    }

    TextPage page() {
      int first = first();
      int end = first < 0 ? units.size() : end(first);
      int[] run = first < 0 ? new int[] {0, 0} : longestRun(first, end);
      boolean[] kept = new boolean[units.size()];
      List<String> body = new ArrayList<>();
      for (int i = run[0]; i < run[1]; i++) {
        TextLine unit = units.get(i);
        if (unit.isProse() || unit.kind() == TextLine.Kind.SHORT) {
          kept[i] = true;
          body.add(unit.text());
        }
      }
      if (first < 0) {
        loose(kept, body);
      }
      int title = title(run[0]);
      int author = author(title, run[0], end);
      List<String> furniture = new ArrayList<>();
      for (int i = 0; i < units.size(); i++) {
        if (!kept[i] && i != title && i != author) {
          furniture.add(units.get(i).text());
        }
      }
      return new TextPage(
          title < 0 ? "" : units.get(title).text(),
          body.isEmpty() ? "" : body.get(0),
          author < 0 ? "" : units.get(author).text(),
          body,
          furniture,
          latin);
    }

    /** Where no line is prose: what is at least a clause. */
    private void loose(boolean[] kept, List<String> body) {
      for (int i = 0; i < units.size(); i++) {
        TextLine unit = units.get(i);
        if (unit.kind() == TextLine.Kind.SHORT && unit.words() > 2) {
          kept[i] = true;
          body.add(unit.text());
        }
      }
    }

    private int first() {
      for (int i = 0; i < units.size(); i++) {
        if (units.get(i).isProse()) {
          return i;
        }
      }
      return -1;
    }

    /** Where the article surely ends. */
    private int end(int first) {
      int list = 0;
      for (int i = first; i < units.size(); i++) {
        TextLine unit = units.get(i);
        if (unit.kind() == TextLine.Kind.END) {
          return i;
        }
        if (unit.kind() == TextLine.Kind.BOX && !proseFollows(i + 1)) {
          return i;
        }
        list = unit.kind() == TextLine.Kind.COUNTER ? list + 1 : unit.isProse() ? 0 : list;
        if (list == GAP) {
          return i;
        }
      }
      return units.size();
    }

    /** Whether the article goes on behind a box: with prose at once, not with headlines. */
    private boolean proseFollows(int from) {
      return from < units.size() && units.get(from).isProse() && units.get(from).words() > 15;
    }

    /** The run of prose with the most characters, from its first line to behind its last. */
    private int[] longestRun(int first, int end) {
      int[] best = {first, first + 1};
      int most = 0;
      int begin = first;
      while (begin < end) {
        int last = begin;
        int characters = 0;
        int i = begin;
        for (; i < end && i - last < GAP; i++) {
          if (units.get(i).isProse()) {
            characters += units.get(i).text().length();
            last = i;
          } else if (units.get(i).kind() == TextLine.Kind.SHORT && i == last + 1) {
            last = i;
          }
        }
        if (characters > most) {
          most = characters;
          best = new int[] {begin, last + 1};
        }
        begin = last + 1;
        while (begin < end && !units.get(begin).isProse()) {
          begin++;
        }
      }
      return best;
    }

    /** The first line before the article that can be a title. */
    private int title(int before) {
      for (int i = 0; i < before; i++) {
        boolean heading = units.get(i).kind() == TextLine.Kind.HEADING;
        if (heading && units.get(i).words() > 2) {
          return i;
        }
      }
      return -1;
    }

    /** A line that is a name, between the title and the second paragraph. */
    private int author(int title, int lead, int end) {
      for (int i = title + 1; i < Math.min(lead + 3, end); i++) {
        TextLine unit = units.get(i);
        boolean near = title >= 0 || i > lead;
        if (near
            && unit.kind() == TextLine.Kind.HEADING
            && unit.words() > 1
            && AUTHOR.matcher(unit.text()).matches()) {
          return i;
        }
      }
      return -1;
    }
  }
}
