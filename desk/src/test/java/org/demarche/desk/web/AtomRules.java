package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** What RFC 4287 asks of a feed document, where a reader such as Rome would be lenient. */
final class AtomRules {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private AtomRules() {}

  static void check(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element feed =
        factory
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)))
            .getDocumentElement();
    assertThat(feed.getLocalName()).isEqualTo("feed");
    assertThat(feed.getNamespaceURI()).isEqualTo(ATOM);
    container(feed);
    assertThat(links(feed, "self")).hasSize(1);
    Set<String> ids = new HashSet<>();
    for (Element entry : children(feed, "entry")) {
      container(entry);
      assertThat(ids.add(text(entry, "id"))).isTrue();
      assertThat(children(entry, "author")).isNotEmpty();
      assertThat(children(entry, "content")).hasSize(1);
      assertThat(children(entry, "source")).hasSize(1);
      assertThat(links(entry, "alternate")).hasSize(1);
      container(children(entry, "source").get(0));
    }
  }

  private static void container(Element element) {
    assertThat(URI.create(text(element, "id")).isAbsolute()).isTrue();
    assertThat(text(element, "title")).isNotBlank();
    OffsetDateTime.parse(text(element, "updated"));
    assertThat(children(element, "rights").size()).isLessThanOrEqualTo(1);
    for (Element author : children(element, "author")) {
      assertThat(text(author, "name")).isNotBlank();
    }
    for (Element link : children(element, "link")) {
      assertThat(URI.create(link.getAttribute("href")).isAbsolute()).isTrue();
    }
  }

  private static List<Element> links(Element element, String rel) {
    return children(element, "link").stream()
        .filter(l -> l.getAttribute("rel").equals(rel))
        .toList();
  }

  private static String text(Element element, String name) {
    List<Element> found = children(element, name);
    assertThat(found).as(name).hasSize(1);
    return found.get(0).getTextContent();
  }

  private static List<Element> children(Element element, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        assertThat(child.getNamespaceURI()).isEqualTo(ATOM);
        if (child.getLocalName().equals(name)) {
          found.add(child);
        }
      }
    }
    return found;
  }
}
