package org.demarche.desk.follow;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.demarche.archive.store.ArticleHead;
import org.demarche.desk.start.DeskSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Writes a saved search as an Atom feed (RFC 4287): an entry an event, under an id that stays when
 * the article is coded anew.
 */
@Component
public final class AtomFeed {
  private static final int ENTRIES = 50;
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  private final NewsDesk news;
  private final SavedSearches searches;
  private final MessageSource messages;
  private final URI address;

  AtomFeed(NewsDesk news, SavedSearches searches, MessageSource messages, DeskSettings settings) {
    this.news = news;
    this.searches = searches;
    this.messages = messages;
    this.address = settings.address();
  }

  /**
   * A feed.
   *
   * @param updated when its last event came in; when it was saved, while there is none
   */
  public record Written(String xml, Instant updated) {}

  /**
   * Writes it.
   *
   * @param self under which address it is read
   */
  public Written write(SavedSearch saved, URI self, Locale locale) {
    List<Told> entries =
        searches.understood(saved).map(q -> news.latest(q.query(), ENTRIES)).orElse(List.of());
    Instant updated =
        entries.stream()
            .map(t -> t.stored().added())
            .max(java.util.Comparator.naturalOrder())
            .orElse(saved.created());
    StringWriter out = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      xml.writeStartDocument("UTF-8", "1.0");
      xml.setDefaultNamespace(ATOM);
      xml.writeStartElement("feed");
      xml.writeDefaultNamespace(ATOM);
      xml.writeAttribute("xml:lang", locale.getLanguage());
      element(xml, "id", urn("search " + saved.id() + " " + saved.created()));
      element(xml, "title", saved.name());
      element(xml, "subtitle", saved.query());
      element(xml, "updated", moment(updated));
      link(xml, "self", self.toString(), "application/atom+xml");
      link(xml, "alternate", address.resolve("/following").toString(), "text/html");
      element(xml, "generator", "Demarche");
      author(xml, "Demarche");
      for (Told told : entries) {
        entry(xml, told, locale);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("a feed could not be written to memory", e);
    }
    return new Written(out.toString(), updated);
  }

  private void entry(XMLStreamWriter xml, Told told, Locale locale) throws XMLStreamException {
    ArticleHead article = told.stored().article();
    String status = messages.getMessage("status." + told.event().status().label(), null, locale);
    xml.writeStartElement("entry");
    // An event that a person wrote in the place of another is news.
    element(
        xml,
        "id",
        urn("event " + told.stored().key() + (told.stored().byPerson() ? " " + moment(told) : "")));
    element(xml, "title", told.event().type() + ": " + told.who() + " (" + status + ")");
    element(xml, "updated", moment(told));
    element(xml, "published", moment(told));
    author(xml, told.source().isEmpty() ? "Demarche" : told.source());
    link(xml, "alternate", told.link().toString(), "text/html");
    if (told.url().isPresent() && isUri(told.url().get())) {
      link(xml, "via", told.url().get(), "text/html");
    }
    xml.writeEmptyElement("category");
    xml.writeAttribute("term", told.event().type());
    xml.writeAttribute("scheme", "https://github.com/openeventdata/PLOVER");
    if (!told.rights().isEmpty()) {
      element(xml, "rights", String.join("; ", told.rights()));
    }
    xml.writeStartElement("source");
    element(xml, "id", urn("article " + article.key()));
    element(xml, "title", told.source().isEmpty() ? article.key() : told.source());
    element(xml, "updated", moment(told));
    if (!told.rights().isEmpty()) {
      element(xml, "rights", String.join("; ", told.rights()));
    }
    xml.writeEndElement();
    xml.writeStartElement("content");
    xml.writeAttribute("type", "text");
    xml.writeAttribute("xml:lang", article.language());
    xml.writeCharacters(
        clean(
            "“"
                + told.words()
                + "”\n"
                + told.title()
                + (told.way().isEmpty() ? "" : "\n" + told.way())));
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
    xml.writeStartElement("author");
    element(xml, "name", name);
    xml.writeEndElement();
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(clean(text));
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String href, String type)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }

  private static boolean isUri(String address) {
    try {
      new URI(address);
      return true;
    } catch (java.net.URISyntaxException e) {
      return false;
    }
  }

  /** Without what XML 1.0 cannot hold. */
  private static String clean(String text) {
    return text.replaceAll(
        "[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "");
  }

  private static String moment(Told told) {
    return moment(told.stored().added());
  }

  private static String moment(Instant instant) {
    return instant.truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static String urn(String name) {
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
