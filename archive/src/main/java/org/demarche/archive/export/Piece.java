package org.demarche.archive.export;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.page.PressArticle;

/**
 * An article as exports name it.
 *
 * @param id its id, or its number in the archive
 * @param url empty where it has none
 * @param outlet who wrote it, by name or else by host; empty where unknown
 * @param rights what is said of the rights in it, without repetitions
 * @param text the body
 */
public record Piece(
    String id,
    String title,
    String language,
    Optional<LocalDate> published,
    String url,
    String outlet,
    List<String> rights,
    String text) {
  public Piece {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(language);
    Objects.requireNonNull(published);
    Objects.requireNonNull(url);
    Objects.requireNonNull(outlet);
    rights = List.copyOf(rights);
    Objects.requireNonNull(text);
  }

  /** The article as it was read; a notice that the page prints stands after those of the hops. */
  public static Piece of(PressArticle page) {
    Article article = page.article();
    List<Hop> hops = article.provenance().hops();
    String url = "";
    for (Hop hop : hops) {
      url = hop.url().orElse(url); // the last is where it was read
    }
    return new Piece(
        article.id(),
        article.title(),
        article.language(),
        article.published(),
        url,
        hops.stream().findFirst().map(Piece::outlet).orElse(""),
        rights(page),
        article.text());
  }

  /** What is said of the rights in an article, without repetitions. */
  public static List<String> rights(PressArticle page) {
    return Stream.concat(
            page.article().provenance().hops().stream().flatMap(h -> h.rights().stream()),
            page.rights().stream())
        .distinct()
        .toList();
  }

  /** The address, or the id where there is none. */
  public String address() {
    return url.isEmpty() ? id : url;
  }

  private static String outlet(Hop hop) {
    if (!hop.name().isBlank()) {
      return hop.name().strip();
    }
    return hop.url().flatMap(Piece::host).orElse("");
  }

  private static Optional<String> host(String url) {
    try {
      return Optional.ofNullable(URI.create(url.strip()).getHost())
          .map(h -> h.replaceFirst("^www\\.", ""));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
