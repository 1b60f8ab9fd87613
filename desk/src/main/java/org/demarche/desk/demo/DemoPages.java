package org.demarche.desk.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.coder.text.Provenance.Hop;
import org.demarche.press.input.Inputs;
import org.demarche.press.page.Image;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PressArticle;

/** Reads the samples, with what {@code pages.json} says around each: outlets, rights, credits. */
final class DemoPages {
  private DemoPages() {}

  static List<DemoPage> read() {
    try (InputStream in = resource("pages.json")) {
      List<DemoPage> pages = new ArrayList<>();
      for (Map.Entry<String, JsonNode> page : new JsonMapper().readTree(in).properties()) {
        pages.add(page(page.getKey(), page.getValue()));
      }
      return pages;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DemoPage page(String file, JsonNode around) throws IOException {
    Article read = article(file);
    List<Hop> hops = new ArrayList<>();
    around
        .path("hops")
        .forEach(
            hop ->
                hops.add(
                    new Hop(
                        hop.path("name").asText(),
                        text(hop, "url"),
                        text(hop, "date"),
                        text(hop, "rights"))));
    Optional<LocalDate> published =
        text(around, "published").map(LocalDate::parse).or(read::published);
    Article article =
        new Article(
            hops.isEmpty() ? read.id() : hops.get(hops.size() - 1).url().orElse(read.id()),
            text(around, "title").orElse(read.title()),
            text(around, "byline").orElse(read.byline()),
            text(around, "language").orElse(read.language()),
            published,
            read.text(),
            new Provenance(hops),
            List.of());
    PressArticle page =
        new PressArticle(
            article,
            around.path("lead").asText(""),
            published.map(
                day ->
                    new Moment(day, text(around, "time").map(LocalTime::parse), Optional.empty())),
            Optional.empty(),
            text(around, "credit-image")
                .map(
                    credit -> new Image(Optional.empty(), around.path("caption").asText(), credit)),
            Optional.empty(),
            text(around, "rights"),
            text(around, "credit"),
            List.of());
    return new DemoPage(page, text(around, "translation-of"));
  }

  private static Optional<String> text(JsonNode node, String key) {
    return node.hasNonNull(key) ? Optional.of(node.get(key).asText()) : Optional.empty();
  }

  private static Article article(String file) throws IOException {
    List<Article> found = new ArrayList<>();
    try (InputStream in = resource("samples/" + file)) {
      Inputs inputs = new Inputs(new ByteArrayInputStream(in.readAllBytes()), Optional.empty());
      inputs.read(
          List.of("-"),
          input ->
              found.add(
                  input.fold(
                      PressArticle::article,
                      skipped -> unusable(file, skipped.why()),
                      unreadable -> unusable(file, unreadable.why()))));
    }
    Article article = found.get(0);
    return new Article(
        "samples/" + file,
        article.title(),
        article.byline(),
        article.language(),
        article.published(),
        article.text(),
        article.provenance(),
        List.of());
  }

  private static Article unusable(String file, String why) {
    throw new IllegalStateException("the sample " + file + " cannot be read: " + why);
  }

  private static InputStream resource(String name) {
    InputStream in = DemoPages.class.getResourceAsStream("/org/demarche/desk/demo/" + name);
    if (in == null) {
      throw new IllegalStateException("not on the class path: " + name);
    }
    return in;
  }
}
