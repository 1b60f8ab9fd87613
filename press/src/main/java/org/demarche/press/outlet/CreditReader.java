package org.demarche.press.outlet;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads credits: datelines (<em>MOSCOW, June 1 (Interfax)</em>), closing signatures
 * (<em>(TASS)</em>), agencies as authors, source lines (<em>Source: …</em>, <em>Originally
 * published in …</em>) in several languages.
 */
public final class CreditReader {
  private static final String NAME = "([^\\p{Cntrl}]{2,60}?)";
  private static final Pattern BRACKETS =
      Pattern.compile(
          "^\\p{Lu}[\\p{L}.'’/ -]{1,40}(?:,[\\p{L}.\\s\\d]{2,30}){0,2}[,.]?\\s*(?:\\(([^()]{2,40})\\)|/([^/]{2,30})/)\\.?\\s*[-–—.]*");
  private static final Pattern DASH =
      Pattern.compile(
          "^\\p{Lu}{3}[\\p{Lu}\\s-]{0,30}(?:,\\s*[\\p{L}\\d. ]{2,20})?\\s*[—–-]+\\s*([^.—–]{2,30})[.—–]");
  private static final Pattern CHINESE =
      Pattern.compile("^(\\p{IsHan}{3,5}?)\\p{IsHan}{2,8}\\d{1,2}月\\d{1,2}日电");
  private static final Pattern CLOSING =
      Pattern.compile("(?:^|[.!?»”\"]\\s*)[(（/—–-]+\\s*([\\p{L}\\d.,/ -]{2,50}?)\\s*[)）/]?\\.?$");
  private static final Pattern REUTERS =
      Pattern.compile(
          "(?i)^\\((?:additional )?(?:reporting|writing|editing) by .*(?:editing|reporting|writing|by) .*\\)$");
  private static final Pattern OWNER =
      Pattern.compile(
          "(?iu)(?:©|\\(c\\)|copyright)\\s*(?:©|\\(c\\))?\\s*(?:\\d{4},?)?\\s*(?:by )?(?:the )?([\\p{L}][^.,|\\d]{1,50})");
  private static final List<Pattern> ORIGINS =
      List.of(
          line(
              "(?:source|sources|источник|джерело|quelle|fuente|fonte|kaynak|źródło|来源|來源|المصدر)\\s*[:：]\\s*"
                  + NAME),
          line(
              "(?:.{0,40}\\b)?(?:originally|first) (?:published|appeared|posted|reported) (?:in|on|by|at) (?:the )?"
                  + NAME),
          line(
              "(?:.{0,40}\\b)?(?:re-?published|reprinted|reproduced|syndicated) (?:with (?:the )?permission (?:of|from)|from|by) (?:the )?"
                  + NAME),
          line("(?:впервые )?опубликован[оа]? (?:в|на)(?: издании| сайте)? " + NAME),
          line("оригинал(?: публикации| статьи)?\\s*[:：]\\s*" + NAME),
          line("(?:zuerst|ursprünglich) erschienen (?:in|bei|auf) (?:der |dem )?" + NAME),
          line("(?:publicado|aparecido) originalmente (?:en|por) " + NAME),
          line("(?:publié|paru) (?:initialement|à l'origine) (?:dans|sur|par) " + NAME));
  private static final List<Pattern> TRANSLATIONS =
      List.of(
          line("(?:translated|translation) (?:by|:)\\s*" + NAME),
          line("перевод(?:\\s*:| выполнен| подготовлен)\\s*" + NAME),
          line(
              "(?:übersetzt von|übersetzung\\s*:|traducción(?: de|\\s*:)|traduction(?: de|\\s*:))\\s*"
                  + NAME));
  private static final Pattern TAIL =
      Pattern.compile("(?iu)\\s+(?:under|on|and|with|in)\\s.*$|\\s*[.;|(].*$");
  private static final Pattern WRITER =
      Pattern.compile(
          "(?i)^(.{2,30}?)(?:'s)?\\s+(?:\\p{L}+ )?(?:writers?|staff|correspondents?|reporters?|news agency|news service)$");

  private static final Pattern PICTURE =
      Pattern.compile("(?iu)^\\W*(image|photo|picture|foto|bild|imagen|фото|media caption)");
  private static final Pattern NOBODY =
      Pattern.compile("(?iu)(news )?agencies|wire(s| services?)|staff|own|various|агентства");

  /** A name of an outlet that the book does not know: a few words, none of them a number. */
  private static final Pattern UNKNOWN = Pattern.compile("[\\p{L}«\"“][^\\d:,]{0,40}");

  private final OutletBook book;

  public CreditReader(OutletBook book) {
    this.book = book;
  }

  private static Pattern line(String regex) {
    return Pattern.compile("(?iu)^[(\\[*–—-]*\\s*" + regex + "\\s*[)\\].]*$");
  }

  /**
   * All credits, the surest first: origins and translations, then agencies.
   *
   * @param byline the author's line
   * @param paragraphs the text
   * @param lines lines around the text: sources, copyright
   */
  public List<Credit> read(String byline, List<String> paragraphs, List<String> lines) {
    List<Credit> credits = new ArrayList<>();
    List<String> edges = new ArrayList<>(lines);
    edges.addAll(paragraphs.subList(Math.max(0, paragraphs.size() - 3), paragraphs.size()));
    for (String line : edges) {
      origin(line).ifPresent(credits::add);
    }
    if (!paragraphs.isEmpty()) {
      dateline(paragraphs.get(0)).ifPresent(credits::add);
      for (int i = paragraphs.size() - 1; i >= Math.max(0, paragraphs.size() - 3); i--) {
        closing(paragraphs.get(i)).ifPresent(credits::add);
      }
    }
    author(byline).ifPresent(credits::add);
    for (String line : lines) {
      owner(line).ifPresent(credits::add);
    }
    return credits;
  }

  private Optional<Credit> origin(String line) {
    if (line.length() > 200) {
      return Optional.empty();
    }
    for (Pattern pattern : ORIGINS) {
      Matcher matcher = pattern.matcher(line.strip());
      if (matcher.matches()) {
        return credit(line, matcher.group(1), Credit.Kind.ORIGIN);
      }
    }
    for (Pattern pattern : TRANSLATIONS) {
      Matcher matcher = pattern.matcher(line.strip());
      if (matcher.matches()) {
        return credit(line, matcher.group(1), Credit.Kind.TRANSLATION);
      }
    }
    return Optional.empty();
  }

  /** A name as credited: known outlets by their names, another as written. */
  private Optional<Credit> credit(String line, String name, Credit.Kind kind) {
    List<String> names = agencies(name);
    if (names.isEmpty()) {
      names = agencies(TAIL.matcher(name).replaceFirst("").strip());
    }
    if (names.isEmpty()) {
      names = book.mentioned(name).stream().map(Outlet::name).toList();
    }
    if (names.isEmpty()) {
      String plain = TAIL.matcher(name).replaceFirst("").strip();
      names =
          UNKNOWN.matcher(plain).matches() && !NOBODY.matcher(plain).matches()
              ? List.of(plain)
              : List.of();
    }
    if (names.isEmpty()) {
      names = book.at(name).map(Outlet::name).stream().toList();
    }
    return names.isEmpty() ? Optional.empty() : Optional.of(new Credit(line.strip(), names, kind));
  }

  private Optional<Credit> dateline(String paragraph) {
    for (Pattern pattern : List.of(BRACKETS, DASH, CHINESE)) {
      Matcher matcher = pattern.matcher(paragraph);
      if (matcher.find()) {
        String name = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
        List<String> names = agencies(name);
        if (!names.isEmpty()) {
          String written = pattern.equals(BRACKETS) ? bracketed(matcher) : name.strip();
          return Optional.of(new Credit(written, names, Credit.Kind.WIRE));
        }
      }
    }
    return Optional.empty();
  }

  private static String bracketed(Matcher matcher) {
    return matcher.group(1) != null ? "(" + matcher.group(1) + ")" : "/" + matcher.group(2) + "/";
  }

  private Optional<Credit> closing(String paragraph) {
    if (REUTERS.matcher(paragraph).matches()) {
      return Optional.of(new Credit(paragraph, List.of("Reuters"), Credit.Kind.WIRE));
    }
    String end = paragraph.length() > 80 ? paragraph.substring(paragraph.length() - 80) : paragraph;
    Matcher matcher = CLOSING.matcher(end);
    if (matcher.find()) {
      List<String> names = agencies(matcher.group(1));
      if (!names.isEmpty()) {
        String written = matcher.group().replaceFirst("^[.!?»”\"]\\s*", "").strip();
        return Optional.of(new Credit(written, names, Credit.Kind.WIRE));
      }
    }
    List<String> alone = paragraph.length() < 60 ? agencies(paragraph) : List.of();
    return alone.isEmpty()
        ? Optional.empty()
        : Optional.of(new Credit(paragraph.strip(), alone, Credit.Kind.WIRE));
  }

  /** An agency in the author's place. */
  private Optional<Credit> author(String byline) {
    for (String part : byline.split("[,|;•]|\\band\\b", -1)) {
      String name = part.replaceFirst("(?i)^\\s*by\\s+", "").strip();
      Matcher writer = WRITER.matcher(name);
      List<String> names = agencies(writer.matches() ? writer.group(1) : name);
      if (!names.isEmpty()) {
        return Optional.of(new Credit(byline.strip(), names, Credit.Kind.WIRE));
      }
    }
    return Optional.empty();
  }

  private Optional<Credit> owner(String line) {
    Matcher matcher = OWNER.matcher(line);
    if (line.length() < 300 && !PICTURE.matcher(line).find() && matcher.find()) {
      List<String> names = agencies(matcher.group(1));
      if (!names.isEmpty()) {
        return Optional.of(new Credit(line.strip(), names, Credit.Kind.WIRE));
      }
    }
    return Optional.empty();
  }

  /** The agencies in a list of names such as {@code Reuters/AFP}; empty unless all are known. */
  private List<String> agencies(String list) {
    Optional<Outlet> whole = book.named(list);
    if (whole.isPresent()) {
      return List.of(whole.get().name());
    }
    List<String> names = new ArrayList<>();
    for (String part : list.split("[/,&]|\\band\\b|\\s[-–]\\s", -1)) {
      Optional<Outlet> outlet = book.named(part.replaceFirst("(?i)^\\s*via\\s+", ""));
      if (outlet.isEmpty()) {
        return List.of();
      }
      names.add(outlet.get().name());
    }
    return names;
  }
}
