package org.demarche.press.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.press.plain.TextLine;
import org.demarche.press.plain.TextPage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The article in an HTML page, by a simple route: what the page says of itself in JSON-LD, or else
 * the paragraphs of {@code <article>} or {@code <main>}, or else the element that holds most
 * paragraph text.
 */
final class HtmlPage {
  private static final String FURNITURE =
      "script, style, noscript, template, nav, aside, footer, form, figure, figcaption, button,"
          + " [role=navigation], [role=complementary], [hidden], [aria-hidden=true],"
          + " [class~=(?i)(^|[\\s_-])(related|sidebar|byline|author|dateline|caption|side-column|comments?|share|social|promo|advert|"
          + "subscribe|newsletter|cookies?|breadcrumbs?|popular|most-read|recommended|tags)($|[\\s_-])]";

  /** JSON-LD bodies shorter than this, in characters, are teasers. */
  private static final int TEASER = 200;

  private final Document page;
  private final List<JsonNode> data;

  private HtmlPage(Document page) {
    this.page = page;
    this.data = linkedData(page);
  }

  static Article article(String id, String html) throws InputException {
    return new HtmlPage(Jsoup.parse(html)).article(id);
  }

  private Article article(String id) throws InputException {
    String title = title();
    Optional<LocalDate> published = published();
    String language = language();
    String byline = byline();
    String url = first(page, "link[rel=canonical]", "href").or(() -> meta("og:url")).orElse("");
    String text = text();
    if (text.isBlank()) {
      throw new InputException(Input.Kind.NO_TEXT, "an HTML page with no text");
    }
    return new Article(
        id,
        title,
        byline,
        language,
        published,
        text,
        url.isEmpty() ? Provenance.UNKNOWN : Provenance.ofUrl(url),
        List.of());
  }

  // --- what the page says about itself ---

  private String title() {
    return meta("og:title")
        .or(() -> linked("headline"))
        .or(() -> Optional.of(page.title()).filter(t -> !t.isBlank()))
        .or(() -> Optional.ofNullable(page.selectFirst("h1")).map(Element::text))
        .orElse("")
        .strip();
  }

  private Optional<LocalDate> published() {
    return meta("article:published_time")
        .flatMap(Dates::find)
        .or(() -> linked("datePublished").flatMap(Dates::find))
        .or(() -> first(page, "meta[itemprop=datePublished]", "content").flatMap(Dates::find))
        .or(
            () ->
                first(page, "meta[name~=(?i)^(date|pubdate|dc\\.date.*)$]", "content")
                    .flatMap(Dates::find))
        .or(
            () ->
                first(page, "article time[datetime], main time[datetime]", "datetime")
                    .flatMap(Dates::find))
        .or(() -> first(page, "time[datetime]", "datetime").flatMap(Dates::find));
  }

  private String language() {
    String declared =
        first(page, "html[lang]", "lang")
            .or(() -> linked("inLanguage"))
            .or(() -> meta("og:locale"))
            .orElse("en");
    return declared.strip().toLowerCase(Locale.ROOT).split("[-_]", -1)[0];
  }

  private String byline() {
    for (JsonNode node : data) {
      JsonNode author =
          node.path("author").isArray() ? node.path("author").path(0) : node.path("author");
      String name = author.isTextual() ? author.textValue() : author.path("name").asText("");
      if (!name.isBlank()) {
        return name.strip();
      }
    }
    return meta("author").or(() -> meta("article:author")).orElse("").strip();
  }

  private Optional<String> meta(String name) {
    return first(page, "meta[property=" + name + "], meta[name=" + name + "]", "content");
  }

  private Optional<String> linked(String key) {
    return data.stream()
        .map(node -> node.path(key).asText(""))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  private static Optional<String> first(Element in, String query, String attribute) {
    return in.select(query).stream()
        .map(e -> e.attr(attribute))
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** All JSON-LD objects of the page; one that is no JSON is passed over. */
  private static List<JsonNode> linkedData(Document page) {
    List<JsonNode> found = new ArrayList<>();
    for (Element script : page.select("script[type=application/ld+json]")) {
      try {
        collect(new ObjectMapper().readTree(script.data()), found);
      } catch (JsonProcessingException e) {
        // The page's own text is still there.
      }
    }
    return found;
  }

  private static void collect(JsonNode node, List<JsonNode> into) {
    if (node.isObject()
        && (node.has("articleBody") || node.has("headline") || node.has("datePublished"))) {
      into.add(node);
    }
    node.forEach(child -> collect(child, into));
  }

  // --- its text ---

  private String text() {
    Optional<String> stated = linked("articleBody").filter(body -> body.length() >= TEASER);
    if (stated.isPresent()) {
      return paragraphs(stated.get());
    }
    page.select(FURNITURE).remove();
    Element root =
        page.select("[itemprop=articleBody], article, main, [role=main]").stream()
            .max((a, b) -> Integer.compare(weight(a), weight(b)))
            .filter(e -> weight(e) > 0)
            .or(this::densest)
            .orElse(null);
    List<String> found = root == null ? List.of() : paragraphs(root);
    if (!found.isEmpty()) {
      return String.join("\n\n", found);
    }
    // No paragraphs at all: lines, as in a page saved as text.
    page.select("header, h1, title").remove();
    return TextPage.of(page.body().wholeText().lines().toList()).text();
  }

  /** Plain paragraphs, whatever the page wrote into the field. */
  private static String paragraphs(String body) {
    String text = body;
    if (body.contains("<p") || body.contains("<br") || body.contains("&")) {
      Document inner = Jsoup.parseBodyFragment(body.replace("\n", "<br>"));
      inner.select("br, p").forEach(e -> e.after("\n"));
      text = inner.wholeText();
    }
    return String.join(
        "\n\n", text.lines().map(HtmlPage::clean).filter(line -> !line.isEmpty()).toList());
  }

  /** The characters of paragraphs inside, those of links taken off. */
  private static int weight(Element element) {
    int weight = 0;
    for (Element p : element.select("p")) {
      weight += p.text().length() - p.select("a").text().length();
    }
    return weight;
  }

  private Optional<Element> densest() {
    Element best = null;
    int most = 0;
    for (Element p : page.select("p")) {
      Element parent = p.parent();
      if (parent != null && p.elementSiblingIndex() == firstParagraph(parent)) {
        int weight = 0;
        for (Element child : parent.children()) {
          weight += child.normalName().equals("p") ? weight(child) : 0;
        }
        if (weight > most) {
          most = weight;
          best = parent;
        }
      }
    }
    return Optional.ofNullable(best);
  }

  /** The place of the first paragraph among the children, so that each parent is weighed once. */
  private static int firstParagraph(Element parent) {
    for (Element child : parent.children()) {
      if (child.normalName().equals("p")) {
        return child.elementSiblingIndex();
      }
    }
    return -1;
  }

  private static List<String> paragraphs(Element root) {
    List<String> found = new ArrayList<>();
    for (Element element : root.select("p, li, blockquote, pre")) {
      boolean outer = element.select("p, li, blockquote, pre").size() > 1;
      if (outer) {
        continue;
      }
      element.select("br").forEach(br -> br.after("\n"));
      for (String line : element.wholeText().split("\\n\\s*\\n|(?<=[.!?”\"])\\s*\\n", -1)) {
        TextLine read = TextLine.of(clean(line));
        boolean sentence = read.isProse() || read.kind() == TextLine.Kind.SHORT;
        boolean item = element.normalName().equals("li");
        if (sentence || (!item && !read.isFurniture() && read.words() > 3)) {
          found.add(read.text());
        }
      }
    }
    return found;
  }

  private static String clean(String line) {
    return line.replaceAll("[\\s\u00a0]+", " ").strip();
  }
}
