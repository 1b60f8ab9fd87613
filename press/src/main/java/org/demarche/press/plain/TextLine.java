package org.demarche.press.plain;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of a page, or a paragraph that was wrapped into several, told by its make-up.
 *
 * @param text without the white space around it and without a bullet
 * @param words the number of words
 * @param latin whether most of its letters are Latin, or it has none
 */
public record TextLine(String text, Kind kind, int words, boolean latin) {

  /** What a line looks like. */
  public enum Kind {
    /** A sentence or more. */
    PROSE,
    /** A sentence too short to tell by itself, or a line that leads to the next one. */
    SHORT,
    /** A line without a full stop: a heading, a name, a menu word. */
    HEADING,
    /** A number, a date, a bullet with nothing behind it. */
    COUNTER,
    /** A credit, a login word and the like: says nothing about what comes after it. */
    FURNITURE,
    /** A heading behind which other articles or boxes follow. */
    BOX,
    /** Behind it nothing of the article follows. */
    END
  }

  /** Prose has more words than this, or is taken for a caption. */
  private static final int FEW = 6;

  /** A line of more words is prose though nothing ends it. */
  private static final int MANY = 25;

  /** Notices are shorter; a paragraph that speaks of copyright or subscribers is no notice. */
  private static final int NOTICE = 45;

  private static final Pattern BULLET = Pattern.compile("^[•·‣▪●◦*]\\s*");
  private static final Pattern ENDED = Pattern.compile(".*[.!?…][\"'”’»)\\]]*(\\[\\d+])*$");
  private static final Pattern LEADING = Pattern.compile(".*[:;,—–][\"'”’»)\\]]*$");
  private static final Pattern COUNTER =
      Pattern.compile(
          "[-+–]?[\\d.,:/\\s]+[%kKM]?"
              + "|\\d{1,2}[./]\\d{1,2}([./]\\d{2,4})?,?\\s+\\d{1,2}:\\d{2}"
              + "|(?i)(\\d{1,2} (minutes?|min|hours?|days?|weeks?) ago|today,? \\d{1,2}:\\d{2}|yesterday,? \\d{1,2}:\\d{2})"
              + "|(?i)\\d+ (comments?|views?|shares?|likes?|reads?|min(ute)? read)");
  private static final List<Pattern> ENDS =
      List.of(
          starts("(the )?(copy)?rights? (to|in|of) (this|the) (material|article|text|publication)"),
          starts("all rights reserved|(©|\\(c\\)|copyright) .*\\d{4}|copyright (holder|notice)"),
          starts("the material is (placed|published) by"),
          starts("original publication$|link to the original$|read the original$"),
          holds("do(es)? not (necessarily )?reflect the (\\w+ )?(position|views?|opinions?)"),
          starts("(the )?news mentions$|mentioned in (this|the) (news|article)$"),
          starts("(do you )?(want|wish|would you like) to (leave|post|write) a comment"),
          starts(
              "(leave|post|write|add) (a|your) (comment|reply)|join the (conversation|discussion)"),
          starts("comments?( \\(?\\d+\\)?)?:?$|no comments( yet)?\\.?$|discussion$|discuss$"),
          starts("(log|sign) in (or register )?to (leave |post )?(a )?comment"),
          holds("(register|sign up) (and/or|or|and) (log|sign) in"));
  private static final List<Pattern> BOXES =
      List.of(
          starts(
              "(read|see) (also|more|next)\\W*$|related( (articles?|news|stories|topics))?\\W*$"),
          starts(
              "more (on this|news|stories|from|in|like this)( \\w+){0,3}\\W*$|also (read|in the news)"),
          starts(
              "(most|top|popular|latest|trending)( \\w+)? ?(read|news|stories|now|viewed|headlines)?\\W*$"),
          starts("editor'?s'? (picks?|choice)\\W*$|recommended( for you)?\\W*$|you may also like"),
          starts("in (other|the) news\\W*$|headlines\\W*$|tags?\\W*$|topics?\\W*$|update\\W*$"),
          starts("(subscribe|sign up)( to| for|$)|(our |daily |weekly )?newsletters?\\W*$"));
  private static final List<Pattern> FURNITURE =
      List.of(
          starts("(log|sign)[ -]?(in|on|up|out)$|register$|menu$|search$|home$|share( this)?\\W*$"),
          starts("(image|photo|picture|video|cover)( source| credit| by)?s?\\s*[:©].*"),
          starts("(photo|image|picture|getty|file photo)s?\\b.{0,60}$"),
          starts("©.*|source\\s*:.{0,80}$|(read|see) also\\s*:.*|related\\s*:.*"),
          starts("advertisement\\W*$|skip to (main )?content|listen to (this )?article|print\\W*$"),
          starts(
              "(follow|find|join) us (on|at)\\b.*|(tweet|facebook|twitter|telegram|whatsapp|e-?mail)\\W*$"),
          starts(
              "(last )?(updated|published|posted|modified)( on| at)?\\s*:?\\s*[\\w ,.:-]{0,40}\\d[\\w ,.:-]*$"),
          holds(
              "\\b(we|this (web)?site|our (web)?site) uses? cookies|enable javascript|accept (all )?cookies"),
          holds(
              "(sign up|subscribe) (for|to) (our|the|this) .{0,30}(newsletter|digest|briefing|mailing)"),
          holds("privacy policy|terms (of (use|service)|and conditions)|click here|unsubscribe"));

  private static Pattern starts(String regex) {
    return Pattern.compile("(?iu)^(" + regex + ").*");
  }

  private static Pattern holds(String regex) {
    return Pattern.compile("(?iu).*(" + regex + ").*");
  }

  public static TextLine of(String line) {
    String stripped = line.strip();
    boolean bullet = BULLET.matcher(stripped).find();
    String text = BULLET.matcher(stripped).replaceFirst("").strip();
    int words = text.isEmpty() ? 0 : text.split("\\s+").length;
    return new TextLine(text, kind(text, words, bullet), words, latin(text));
  }

  private static Kind kind(String text, int words, boolean bullet) {
    if (text.isEmpty() || COUNTER.matcher(text).matches()) {
      return Kind.COUNTER;
    }
    if (words <= NOTICE) {
      if (any(ENDS, text)) {
        return Kind.END;
      }
      if (any(BOXES, text)) {
        return Kind.BOX;
      }
      if (any(FURNITURE, text)) {
        return Kind.FURNITURE;
      }
    }
    boolean ended = ENDED.matcher(text).matches();
    if ((ended && words > FEW) || words >= MANY) {
      return Kind.PROSE;
    }
    boolean leads = LEADING.matcher(text).matches() && words > 2;
    return ended || leads || (bullet && words > FEW) ? Kind.SHORT : Kind.HEADING;
  }

  private static boolean any(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(p -> p.matcher(text).matches());
  }

  private static boolean latin(String text) {
    int letters = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        letters++;
        latin += Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN ? 1 : 0;
      }
    }
    return latin * 2 >= letters;
  }

  public boolean isProse() {
    return kind == Kind.PROSE;
  }

  /** Whether it is no part of any article by its looks alone. */
  public boolean isFurniture() {
    return switch (kind) {
      case COUNTER, FURNITURE, BOX, END -> true;
      case PROSE, SHORT, HEADING -> false;
    };
  }
}
