package org.demarche.cli.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.Block;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PressArticle;

/** An article as a line of JSON that {@code demarche code} reads; what is not known is null. */
public final class PressArticleJson {
  private static final ObjectMapper JSON = new ObjectMapper();

  private PressArticleJson() {}

  /** The line, without its end. */
  public static String line(PressArticle press) {
    Article article = press.article();
    ObjectNode node = JSON.createObjectNode();
    node.put("id", article.id());
    node.put("url", url(press).orElse(null));
    node.put(
        "published",
        press
            .published()
            .map(Moment::toString)
            .or(() -> article.published().map(Object::toString))
            .orElse(null));
    node.put("modified", press.modified().map(Moment::toString).orElse(null));
    node.put("language", article.language());
    node.put("title", article.title());
    node.put("byline", article.byline());
    node.put("lead", press.lead());
    node.put("credit", press.credit().orElse(null));
    node.put("rights", press.rights().orElse(null));
    press
        .image()
        .ifPresentOrElse(
            image ->
                node.putObject("image")
                    .put("url", image.url().orElse(null))
                    .put("caption", image.caption())
                    .put("credit", image.credit()),
            () -> node.putNull("image"));
    hops(node.putArray("provenance"), article.provenance());
    ArrayNode blocks = node.putArray("blocks");
    for (Block block : press.blocks()) {
      blocks
          .addObject()
          .put("start", block.span().start())
          .put("end", block.span().end())
          .put("kind", block.kind().name().toLowerCase(Locale.ROOT))
          .put("language", block.language());
    }
    node.put("text", article.text());
    return node.toString();
  }

  private static Optional<String> url(PressArticle press) {
    return press
        .canonical()
        .or(
            () ->
                press.article().provenance().hops().stream()
                    .flatMap(hop -> hop.url().stream())
                    .reduce((first, last) -> last));
  }

  private static void hops(ArrayNode into, Provenance provenance) {
    for (Provenance.Hop hop : provenance.hops()) {
      into.addObject()
          .put("name", hop.name())
          .put("url", hop.url().orElse(null))
          .put("date", hop.date().orElse(null))
          .put("rights", hop.rights().orElse(null));
    }
  }
}
