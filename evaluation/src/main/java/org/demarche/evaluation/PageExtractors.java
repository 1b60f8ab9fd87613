package org.demarche.evaluation;

import de.l3s.boilerpipe.BoilerpipeProcessingException;
import de.l3s.boilerpipe.extractors.ArticleExtractor;
import de.l3s.boilerpipe.sax.BoilerpipeHTMLContentHandler;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import net.dankito.readability4j.Readability4J;
import org.demarche.press.html.HtmlPageReader;
import org.demarche.press.page.PageReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.AttributesImpl;

/** Our page reader and the two Java libraries that it is measured beside. */
public final class PageExtractors {
  private PageExtractors() {}

  /** All of them by name, ours first. */
  public static Map<String, PageScore.Extractor> all() {
    Map<String, PageScore.Extractor> extractors = new LinkedHashMap<>();
    extractors.put("demarche", ours(HtmlPageReader.create()));
    extractors.put("readability4j 1.0.8", PageExtractors::readability);
    extractors.put("boilerpipe 1.1.0", PageExtractors::boilerpipe);
    return extractors;
  }

  /** A page reader, given the page as UTF-8. */
  public static PageScore.Extractor ours(PageReader reader) {
    return html ->
        reader
            .read(
                "page",
                html.getBytes(StandardCharsets.UTF_8),
                Optional.of("UTF-8"),
                Optional.empty())
            .fold(found -> found.article().article().text(), nothing -> "");
  }

  /**
   * The Java port of Mozilla's Readability. Paragraphs are parted, which its plain text does not.
   */
  private static String readability(String html) {
    String content = new Readability4J("http://localhost/", html).parse().getContent();
    if (content == null) {
      return "";
    }
    var body = Jsoup.parse(content).body();
    body.select("p, li, h1, h2, h3, h4, h5, h6, br, div, td").forEach(e -> e.appendText(" \n"));
    return body.wholeText();
  }

  /**
   * Boilerpipe's ArticleExtractor (Kohlschütter et al., WSDM 2010), fed from a tree of jsoup's with
   * tags in capitals as NekoHTML hands them: its own HTML parser would bring another XML parser
   * onto the class path.
   */
  private static String boilerpipe(String html) {
    try {
      BoilerpipeHTMLContentHandler handler = new BoilerpipeHTMLContentHandler();
      handler.startDocument();
      NodeTraversor.traverse(new SaxEvents(handler), Jsoup.parse(html).child(0));
      handler.endDocument();
      return ArticleExtractor.getInstance().getText(handler.toTextDocument());
    } catch (SAXException | BoilerpipeProcessingException e) {
      return "";
    }
  }

  private record SaxEvents(ContentHandler handler) implements NodeVisitor {
    @Override
    public void head(Node node, int depth) {
      try {
        if (node instanceof TextNode text) {
          char[] characters = text.getWholeText().toCharArray();
          handler.characters(characters, 0, characters.length);
        } else if (node instanceof Element element) {
          String name = element.normalName().toUpperCase(Locale.ROOT);
          AttributesImpl attributes = new AttributesImpl();
          element
              .attributes()
              .forEach(
                  a -> attributes.addAttribute("", a.getKey(), a.getKey(), "CDATA", a.getValue()));
          handler.startElement("", name, name, attributes);
        }
      } catch (SAXException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        String name = element.normalName().toUpperCase(Locale.ROOT);
        try {
          handler.endElement("", name, name);
        } catch (SAXException e) {
          throw new IllegalStateException(e);
        }
      }
    }
  }
}
