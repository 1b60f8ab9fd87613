package org.demarche.press.input;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Provenance;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.page.Block;
import org.demarche.press.page.Image;
import org.demarche.press.page.MomentReader;
import org.demarche.press.page.PressArticle;

/**
 * What a line of JSON says around its text, as {@code feed pull} and {@code crawl} write it. Lines
 * from elsewhere may use the same words for other things: what is not of this form is passed over.
 */
final class PageFields {
  private final JsonNode json;
  private final int length;

  /**
   * @param length of the text, in characters
   */
  PageFields(JsonNode json, int length) {
    this.json = json;
    this.length = length;
  }

  /** The page around an article. */
  PressArticle page(Article article) {
    return new PressArticle(
        article,
        text(json, "lead").orElse(""),
        text(json, "published").flatMap(MomentReader::read),
        text(json, "modified").flatMap(MomentReader::read),
        image(),
        text(json, "url"),
        text(json, "rights"),
        text(json, "credit"),
        blocks());
  }

  /**
   * The way that it came; where that is not said, its address, with the notice of rights.
   *
   * @param url empty where there is none
   */
  Provenance provenance(String url) {
    List<Hop> hops = new ArrayList<>();
    for (JsonNode hop : json.path("provenance")) {
      if (hop.isObject()) {
        hops.add(
            new Hop(
                text(hop, "name").orElse(""),
                text(hop, "url"),
                text(hop, "date"),
                text(hop, "rights")));
      }
    }
    Optional<String> rights = text(json, "rights");
    if (hops.isEmpty() && (!url.isEmpty() || rights.isPresent())) {
      hops.add(new Hop("", Optional.of(url).filter(u -> !u.isEmpty()), Optional.empty(), rights));
    }
    return new Provenance(hops);
  }

  private Optional<Image> image() {
    JsonNode image = json.path("image");
    Optional<Image> found =
        Optional.of(
            new Image(
                text(image, "url"),
                text(image, "caption").orElse(""),
                text(image, "credit").orElse("")));
    return found.filter(i -> i.url().isPresent() || !(i.caption() + i.credit()).isEmpty());
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (JsonNode block : json.path("blocks")) {
      int start = block.path("start").asInt(-1);
      int end = block.path("end").asInt(-1);
      if (start >= 0 && end > start && end <= length) {
        blocks.add(
            new Block(
                new CharSpan(start, end),
                kind(block.path("kind").asText()),
                text(block, "language").orElse("und")));
      }
    }
    return blocks;
  }

  private static Block.Kind kind(String label) {
    for (Block.Kind kind : Block.Kind.values()) {
      if (kind.name().toLowerCase(Locale.ROOT).equals(label)) {
        return kind;
      }
    }
    return Block.Kind.PARAGRAPH;
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.ofNullable(node.path(key).textValue()).filter(value -> !value.isBlank());
  }
}
