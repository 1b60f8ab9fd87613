package org.demarche.cli.output;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.outline.Outline;
import org.demarche.press.outline.Outliner;
import org.demarche.press.page.Block;
import org.demarche.press.page.Image;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Surroundings;

/** Prints what was read from a page, for a person. */
public final class PagePrinter {
  private static final int INDENT = 11;
  private static final int HEADLINES = 5;

  private final PrintStream out;
  private final Paint paint;
  private final int width;

  /**
   * @param width of the lines, in columns
   */
  public PagePrinter(PrintStream out, Paint paint, int width) {
    this.out = out;
    this.paint = paint;
    this.width = width;
  }

  /** Prints a page: what it says of its article, the text, what stood around. */
  public void print(PressArticle page) {
    if (!page.article().title().isEmpty()) {
      wrapped(page.article().title(), "", Paint.Style.TITLE);
      out.println();
    }
    head(page);
    out.println();
    for (Block block : page.blocks()) {
      String text = page.article().text().substring(block.span().start(), block.span().end());
      switch (block.kind()) {
        case PARAGRAPH -> wrapped(text, "", Paint.Style.PLAIN);
        case HEADING -> wrapped(text, "", Paint.Style.BOLD);
        case ITEM -> wrapped("• " + text, "", Paint.Style.PLAIN);
        case QUOTATION -> wrapped(text, "  ", Paint.Style.PLAIN);
      }
      out.println();
    }
    outlines(new Outliner().read(page.article()), page.article().text(), "");
    around(page.surroundings());
  }

  private void outlines(List<Outline> outlines, String text, String indent) {
    for (Outline outline : outlines) {
      String what = outline.what().isEmpty() ? "points" : outline.what();
      wrapped(indent + "Outline: " + outline.points().size() + " " + what, "", Paint.Style.BOLD);
      for (Outline.Point point : outline.points()) {
        wrapped(
            indent + point.number() + ". " + point.heading().of(text),
            indent + "   ",
            Paint.Style.PLAIN);
        outlines(point.inner(), text, indent + "   ");
      }
      if (indent.isEmpty()) {
        out.println();
      }
    }
  }

  private void head(PressArticle page) {
    field("lead", page.lead());
    field("by", page.article().byline());
    field("published", page.published().map(Moment::toString).orElse(""));
    field("modified", page.modified().map(Moment::toString).orElse(""));
    field("language", page.article().language());
    field(
        "source",
        page.article().provenance().hops().stream()
            .map(PagePrinter::hop)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.joining(" → ")));
    field("credit", page.credit().orElse(""));
    field("rights", page.rights().map(r -> r.replace("\n", " / ")).orElse(""));
    field("picture", page.image().map(PagePrinter::picture).orElse(""));
    field("address", page.canonical().orElse(""));
  }

  private static String hop(Hop hop) {
    return hop.name().isEmpty() ? hop.url().orElse("") : hop.name();
  }

  private static String picture(Image image) {
    String credit = image.credit().isEmpty() ? "" : "(" + image.credit() + ")";
    String said = (image.caption() + " " + credit).strip();
    return said.isEmpty() ? image.url().orElse("") : said;
  }

  private void around(Surroundings around) {
    if (around.equals(Surroundings.NONE)) {
      return;
    }
    out.println(paint.of(Paint.Style.DIM, "left out:"));
    field("views", around.views().isPresent() ? "" + around.views().getAsLong() : "");
    field("rating", around.rating().orElse(""));
    field("comments", around.commentPrompt().orElse(""));
    int more = around.sideColumn().size();
    for (int i = 0; i < Math.min(HEADLINES, more); i++) {
      field(i == 0 ? "side" : "", around.sideColumn().get(i));
    }
    if (more > HEADLINES) {
      field("", "and " + (more - HEADLINES) + " more");
    }
    field("others", String.join(" · ", around.others()));
  }

  private void field(String label, String value) {
    if (!value.isEmpty()) {
      out.print(paint.of(Paint.Style.DIM, String.format("%-10s ", label)));
      String text = wrap(value, width - INDENT);
      out.println(text.replace("\n", "\n" + " ".repeat(INDENT)));
    }
  }

  private void wrapped(String text, String indent, Paint.Style style) {
    for (String line : wrap(text, width - indent.length()).split("\n", -1)) {
      out.println(indent + paint.of(style, line));
    }
  }

  /** Lines of so many characters at most, where the words allow. */
  private static String wrap(String text, int columns) {
    StringBuilder lines = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ", -1)) {
      if (column > 0 && column + 1 + word.length() > columns) {
        lines.append('\n');
        column = 0;
      }
      lines.append(column > 0 ? " " : "").append(word);
      column += word.length() + (column > 0 ? 1 : 0);
    }
    return lines.toString();
  }
}
