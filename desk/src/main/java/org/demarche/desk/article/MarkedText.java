package org.demarche.desk.article;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.store.StoredMention;
import org.demarche.coder.text.CharSpan;
import org.demarche.press.page.Block;
import org.demarche.press.page.PressArticle;

/** An article's text, cut at the edges of what is marked in it. */
public record MarkedText(List<Paragraph> paragraphs) {
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n\\s*");

  public MarkedText {
    paragraphs = List.copyOf(paragraphs);
  }

  /**
   * A paragraph, heading, item or quotation.
   *
   * @param kind as a class of the style sheet
   */
  public record Paragraph(String kind, CharSpan span, List<Segment> segments) {
    public Paragraph {
      segments = List.copyOf(segments);
    }
  }

  /**
   * Marks events and mentions; what reaches beyond the text is left out.
   *
   * @param anchors where links lead to, in characters of the text
   */
  public static MarkedText of(
      PressArticle page,
      List<StoredEvent> events,
      List<StoredMention> mentions,
      Set<Integer> anchors) {
    String text = page.article().text();
    List<StoredEvent> inText =
        events.stream().filter(e -> e.event().evidence().span().end() <= text.length()).toList();
    List<StoredMention> named =
        mentions.stream()
            .filter(m -> m.span().end() <= text.length() && m.span().length() > 0)
            .toList();
    List<Paragraph> paragraphs = new ArrayList<>();
    for (Paragraph bare : paragraphs(page, text)) {
      paragraphs.add(
          new Paragraph(
              bare.kind(), bare.span(), segments(text, bare.span(), inText, named, anchors)));
    }
    return new MarkedText(paragraphs);
  }

  /** The page's blocks where it has some, else what blank lines part. */
  private static List<Paragraph> paragraphs(PressArticle page, String text) {
    List<Paragraph> found = new ArrayList<>();
    int at = 0;
    for (Block block : page.blocks()) {
      if (block.span().start() < at) {
        continue;
      }
      byBlankLines(text, new CharSpan(at, block.span().start()), found);
      found.add(
          new Paragraph(
              block.kind().name().toLowerCase(java.util.Locale.ROOT), block.span(), List.of()));
      at = block.span().end();
    }
    byBlankLines(text, new CharSpan(at, text.length()), found);
    return found;
  }

  private static void byBlankLines(String text, CharSpan within, List<Paragraph> found) {
    Matcher blank = BLANK_LINE.matcher(text).region(within.start(), within.end());
    int at = within.start();
    while (blank.find()) {
      paragraph(text, at, blank.start(), found);
      at = blank.end();
    }
    paragraph(text, at, within.end(), found);
  }

  private static void paragraph(String text, int start, int end, List<Paragraph> found) {
    if (start < end && !text.substring(start, end).isBlank()) {
      found.add(new Paragraph("paragraph", new CharSpan(start, end), List.of()));
    }
  }

  private static List<Segment> segments(
      String text,
      CharSpan paragraph,
      List<StoredEvent> events,
      List<StoredMention> mentions,
      Set<Integer> anchors) {
    TreeSet<Integer> edges = new TreeSet<>(List.of(paragraph.start(), paragraph.end()));
    for (StoredEvent event : events) {
      edges(event.event().evidence().span(), paragraph, edges);
      edges(event.event().evidence().predicate(), paragraph, edges);
    }
    mentions.forEach(m -> edges(m.span(), paragraph, edges));
    anchors.stream().filter(a -> a > paragraph.start() && a < paragraph.end()).forEach(edges::add);
    List<Segment> segments = new ArrayList<>();
    int from = paragraph.start();
    for (int edge : edges.tailSet(paragraph.start(), false)) {
      segments.add(
          segment(text, new CharSpan(from, edge), events, mentions, anchors.contains(from)));
      from = edge;
    }
    return segments;
  }

  private static void edges(CharSpan mark, CharSpan paragraph, TreeSet<Integer> edges) {
    if (mark.overlaps(paragraph)) {
      edges.add(Math.max(mark.start(), paragraph.start()));
      edges.add(Math.min(mark.end(), paragraph.end()));
    }
  }

  private static Segment segment(
      String text,
      CharSpan piece,
      List<StoredEvent> events,
      List<StoredMention> mentions,
      boolean anchor) {
    List<StoredEvent> saying =
        events.stream().filter(e -> e.event().evidence().predicate().contains(piece)).toList();
    return new Segment(
        piece.start(),
        piece.of(text),
        events.stream().filter(e -> e.event().evidence().span().contains(piece)).toList(),
        saying,
        mentions.stream().filter(m -> m.span().contains(piece)).toList(),
        saying.stream().anyMatch(e -> e.event().evidence().predicate().start() == piece.start()),
        anchor);
  }
}
