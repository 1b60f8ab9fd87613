package org.demarche.press.html;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.demarche.press.page.Image;
import org.demarche.press.page.ImageCredit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the picture at the head of an article. */
final class Pictures {
  /** A longer text is no credit, in characters. */
  private static final int LONGEST = 100;

  private final Document page;
  private final Metadata metadata;

  Pictures(Document page, Metadata metadata) {
    this.page = page;
    this.metadata = metadata;
  }

  /** The picture that the page names as the article's, else the first with a caption. */
  Optional<Image> first() {
    Optional<String> address =
        Metadata.first(
                () -> address(metadata.data().field("image")),
                () -> metadata.meta("og:image"),
                () -> metadata.meta("twitter:image"))
            .flatMap(metadata::absolute);
    Element figure =
        page.selectFirst(
            "article figure:has(figcaption):has(img), main figure:has(figcaption):has(img),"
                + " figure:has(figcaption):has(img), div:has(> img):has(> [class*=caption])");
    ImageCredit.Parts printed = figure == null ? new ImageCredit.Parts("", "") : printed(figure);
    JsonNode data = object(metadata.data().field("image"));
    String caption =
        Metadata.first(
                () -> Optional.of(printed.caption()),
                () -> Optional.of(data.path("caption").asText("")),
                () -> metadata.meta("og:image:alt"))
            .orElse("");
    String credit =
        Metadata.first(
                () -> Optional.of(printed.credit()),
                () -> Optional.of(data.path("creditText").asText("")),
                () -> metadata.data().names(data.path("copyrightHolder")).stream().findFirst(),
                () -> metadata.data().names(data.path("creator")).stream().findFirst())
            .orElse("");
    Optional<String> url =
        address.or(
            () ->
                figure == null
                    ? Optional.empty()
                    : Optional.ofNullable(figure.selectFirst("img[src]"))
                        .flatMap(i -> metadata.absolute(i.attr("src"))));
    return url.isEmpty() && caption.isEmpty() && credit.isEmpty()
        ? Optional.empty()
        : Optional.of(new Image(url, caption, credit));
  }

  private static ImageCredit.Parts printed(Element figure) {
    Element caption = figure.selectFirst("figcaption");
    Element named = figure.selectFirst("[class*=caption]");
    Element text = caption != null ? caption : named != null ? named : figure;
    Element credit =
        figure.selectFirst(
            "[itemprop=copyrightHolder], [itemprop=author], [class*=credit], [class*=copyright], [class*=source]");
    if (credit == null || credit.text().isBlank() || credit.text().length() > LONGEST) {
      return ImageCredit.of(text.text());
    }
    String whole = text.text().strip();
    String by = credit.text().strip();
    String rest =
        whole.endsWith(by)
            ? whole.substring(0, whole.length() - by.length()).strip()
            : whole.replace(by, " ").strip();
    if (rest.isEmpty()) {
      return ImageCredit.of(by);
    }
    ImageCredit.Parts labelled = ImageCredit.of(by);
    return new ImageCredit.Parts(rest, labelled.credit().isEmpty() ? by : labelled.credit());
  }

  private Optional<String> address(JsonNode image) {
    JsonNode one = image.isArray() ? image.path(0) : image;
    return Optional.of(one.isTextual() ? one.asText() : one.path("url").asText(""));
  }

  private static JsonNode object(JsonNode image) {
    return image.isArray() ? image.path(0) : image;
  }
}
