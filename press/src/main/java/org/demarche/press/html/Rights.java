package org.demarche.press.html;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Reads who holds the rights in an article, and under which licence it stands, verbatim. */
final class Rights {
  private static final Pattern NOTICE =
      Pattern.compile(
          "(?iu)^\\W{0,3}(©|\\(c\\)|&copy;|copyright\\b|all rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|tutti i diritti riservati|版权所有|جميع الحقوق).*"
              + "|.*(©\\s*\\d{4}|all rights reserved|все права защищены|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados).*"
              + "|.*\\b(creative commons|CC[ -]BY|public domain)\\b.*");

  private static final Pattern EMPTY =
      Pattern.compile(
          "(?iu)\\W*((copyright|©|\\(c\\)|policy|notice|privacy|terms|of use|and|reprints?|permissions?|[\\d\\s–-])\\W*)*");

  /** Longer lines are no notices, in characters. */
  private static final int LONGEST = 400;

  private final Document page;
  private final Metadata metadata;

  Rights(Document page, Metadata metadata) {
    this.page = page;
    this.metadata = metadata;
  }

  /** Notice and licence, a line each. */
  Optional<String> read() {
    Set<String> found = new LinkedHashSet<>();
    Metadata.first(
            () -> metadata.data().text("copyrightNotice"),
            () -> notice().stream().findFirst(),
            () -> metadata.meta("dcterms.rights"),
            () -> metadata.meta("dc.rights"),
            () -> metadata.meta("rights"),
            () -> metadata.meta("copyright"),
            this::holder)
        .ifPresent(found::add);
    Metadata.first(
            () -> metadata.data().text("license"),
            () -> Optional.of(metadata.data().field("license").path("url").asText("")),
            () -> metadata.meta("dcterms.license"),
            () -> metadata.attribute("[rel~=(?i)\\blicen[sc]e\\b][href]", "href"))
        .ifPresent(found::add);
    return found.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", found));
  }

  private Optional<String> holder() {
    List<String> names = metadata.data().names(metadata.data().field("copyrightHolder"));
    return names.stream()
        .findFirst()
        .map(n -> "© " + (metadata.data().field("copyrightYear").asText("") + " " + n).strip());
  }

  /** Notices that are printed, those in the article first. */
  private List<String> notice() {
    List<String> lines = new ArrayList<>();
    Element article = page.selectFirst("article");
    if (article != null) {
      lines.addAll(lines(article));
    }
    lines.addAll(lines(page.body()));
    return lines;
  }

  private static List<String> lines(Element root) {
    return Pieces.of(root).stream()
        .filter(p -> p.holder().closest("figure, [class*=image], [class*=photo]") == null)
        .map(Piece::text)
        .filter(t -> t.length() <= LONGEST && NOTICE.matcher(t).matches())
        .filter(t -> !EMPTY.matcher(t).matches())
        .toList();
  }
}
