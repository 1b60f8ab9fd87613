package org.demarche.press.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts the credit from the caption of a picture. */
public final class ImageCredit {
  private static final Pattern LABELLED =
      Pattern.compile(
          "(?iu)[\\s(\\[|]*(?:(?:image|photo|picture|photograph|file photo|foto|bild|imagen|фото|изображение)s?(?:\\s*(?:source|credit|courtesy(?: of)?|by|graphie|quelle))?"
              + "|credits?|image source|источник фото|источник изображения)\\s*[:：©]\\s*©?\\s*([^)\\]]{2,100})[)\\]]?\\s*$");
  private static final Pattern BY =
      Pattern.compile(
          "(?iu)[\\s(\\[]*(?:photo|photograph|image|picture)s? (?:by|courtesy of|via) ([^)\\]]{2,100})[)\\]]?\\.?\\s*$");
  private static final Pattern SIGN =
      Pattern.compile("\\s*[(\\[]?©\\s*([^)\\]]{2,100})[)\\]]?\\s*$");
  private static final Pattern BRACKETED =
      Pattern.compile("\\s*[(\\[]((?:[^()\\[\\]/]{2,60}/)+[^()\\[\\]/]{2,60})[)\\]]\\.?\\s*$");
  private static final Pattern DOTTED =
      Pattern.compile("(?iu)^(?:credits?|photo|foto)(?:\\.{2,}|…|\\s*[:：])\\s*(.{2,100})$");
  private static final Pattern AGENCY =
      Pattern.compile(
          "\\s*[(\\[]?((?:[\\p{L}'’.-]+ ){0,4}[\\p{L}'’.-]+\\s*(?:/|via |\\|)\\s*(?:[\\p{L}.]+ ?){1,3})[)\\]]?\\.?\\s*$");

  private ImageCredit() {}

  /** A caption and a credit, each empty where there is none. */
  public record Parts(String caption, String credit) {}

  /** Reads a caption as printed; the credit stands at its end. */
  public static Parts of(String printed) {
    String text = printed.strip();
    for (Pattern pattern : new Pattern[] {LABELLED, DOTTED, BY, SIGN, BRACKETED}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.find()) {
        return new Parts(text.substring(0, matcher.start()).strip(), matcher.group(1).strip());
      }
    }
    Matcher agency = AGENCY.matcher(text);
    int end = Math.max(text.lastIndexOf(". "), text.lastIndexOf("("));
    if (end >= 0 && agency.find() && agency.start() >= end) {
      return new Parts(
          text.substring(0, agency.start()).strip(),
          agency.group(1).replaceFirst("^[^\\p{L}]+", "").strip());
    }
    return new Parts(text, "");
  }
}
