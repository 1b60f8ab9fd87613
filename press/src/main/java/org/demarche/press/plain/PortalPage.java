package org.demarche.press.plain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.press.page.Image;
import org.demarche.press.page.ImageCredit;
import org.demarche.press.page.Surroundings;

/** The parting of a page that has furniture. */
final class PortalPage {
  /** So many lines in a row that are no prose part two texts. */
  private static final int GAP = 4;

  /** Headlines have more words. */
  private static final int HEADLINE = 3;

  private static final Pattern VIEWS =
      Pattern.compile(
          "(?iu)([\\d.,\\s]+)(?:views?|reads?|просмотр\\p{L}*|aufrufe|vues|visitas|阅读)?");
  private static final Pattern RATING = Pattern.compile("[-+–]\\d+");

  private final List<TextLine> units;
  private final boolean latin;

  PortalPage(List<TextLine> units, boolean latin) {
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
        latin,
        image(run[0]),
        rights(run[1]),
        surroundings(kept, title, author, run));
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
          && TextPage.AUTHOR.matcher(unit.text()).matches()) {
        return i;
      }
    }
    return -1;
  }

  /** The credit of the picture, from a line above the text that names one. */
  private Optional<Image> image(int before) {
    for (int i = 0; i < before; i++) {
      if (units.get(i).label().filter(l -> l == PortalLines.Label.IMAGE).isPresent()) {
        ImageCredit.Parts parts = ImageCredit.of(units.get(i).text());
        String credit = parts.credit().isEmpty() ? units.get(i).text() : parts.credit();
        return Optional.of(new Image(Optional.empty(), parts.caption(), credit));
      }
    }
    return Optional.empty();
  }

  /** The first rights notice behind the text with all lines that belong to it. */
  private Optional<String> rights(int after) {
    List<String> lines = new ArrayList<>();
    for (int i = after; i < units.size(); i++) {
      Optional<PortalLines.Label> label = units.get(i).label();
      boolean rights = label.filter(l -> l == PortalLines.Label.RIGHTS).isPresent();
      boolean origin = label.filter(l -> l == PortalLines.Label.ORIGIN).isPresent();
      if (rights || (origin && !lines.isEmpty())) {
        lines.add(units.get(i).text());
      } else if (!lines.isEmpty()) {
        break;
      }
    }
    return lines.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", lines));
  }

  private Surroundings surroundings(boolean[] kept, int title, int author, int[] run) {
    OptionalLong views = OptionalLong.empty();
    Optional<String> rating = Optional.empty();
    Optional<String> comments = Optional.empty();
    List<String> side = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < units.size(); i++) {
      TextLine unit = units.get(i);
      if (kept[i] || i == title || i == author || unit.text().isEmpty()) {
        continue;
      }
      Optional<PortalLines.Label> label = unit.label();
      boolean head = i < run[0];
      OptionalLong count = head ? count(unit.text()) : OptionalLong.empty();
      if (views.isEmpty() && count.isPresent()) {
        views = count;
      } else if (head && rating.isEmpty() && RATING.matcher(unit.text()).matches()) {
        rating = Optional.of(unit.text());
      } else if (comments.isEmpty()
          && label.filter(l -> l == PortalLines.Label.COMMENTS).isPresent()) {
        comments = Optional.of(unit.text());
      } else if (label.isPresent()) {
        boolean told =
            switch (label.get()) {
              case RIGHTS, ORIGIN, IMAGE -> true;
              default -> false;
            };
        if (!told) {
          others.add(unit.text());
        }
      } else if (i >= run[1] && comments.isPresent() && unit.words() > HEADLINE && isListed(i)) {
        side.add(unit.text());
      } else {
        others.add(unit.text());
      }
    }
    return new Surroundings(views, rating, comments, side, others);
  }

  /** Headlines of a list stand below a counter, a heading of the list or each other. */
  private boolean isListed(int at) {
    TextLine above = units.get(at - 1);
    return above.kind() == TextLine.Kind.COUNTER
        || above.label().filter(l -> l == PortalLines.Label.RELATED).isPresent()
        || (above.label().isEmpty() && above.words() > HEADLINE && isListed(at - 1));
  }

  /** A number above the text that stands alone or says what it counts. */
  private static OptionalLong count(String text) {
    Matcher views = VIEWS.matcher(text);
    if (!views.matches()) {
      return OptionalLong.empty();
    }
    String digits = views.group(1).replaceAll("\\D", "");
    return digits.isEmpty()
            || digits.length() > 12
            || views.group(1).strip().matches(".*\\d[.:/]\\d{1,2}([.:/].*)?")
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(digits));
  }
}
