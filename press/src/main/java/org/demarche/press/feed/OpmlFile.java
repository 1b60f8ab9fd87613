package org.demarche.press.feed;

import com.rometools.opml.feed.opml.Attribute;
import com.rometools.opml.feed.opml.Opml;
import com.rometools.opml.feed.opml.Outline;
import com.rometools.opml.io.impl.OPML10Parser;
import com.rometools.opml.io.impl.OPML20Generator;
import com.rometools.rome.io.XmlReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.output.Format;
import org.jdom2.output.XMLOutputter;

/** Lists of feeds in OPML, as other readers import and export them. */
public final class OpmlFile {
  private OpmlFile() {}

  /**
   * The feeds of a list, from all its folders. Outlines without an http or https address are passed
   * over.
   *
   * @throws FeedException naming the file, where it is no OPML
   */
  public static List<Subscription> read(Path file) throws IOException, FeedException {
    return read(file.toString(), Files.readAllBytes(file));
  }

  /**
   * The same of a file that is in memory.
   *
   * @param file as messages are to name it
   */
  public static List<Subscription> read(String file, byte[] bytes)
      throws IOException, FeedException {
    try {
      SAXBuilder builder = new SAXBuilder();
      builder.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document document = builder.build(new XmlReader(new ByteArrayInputStream(bytes), true));
      if (!document.getRootElement().getName().equalsIgnoreCase("opml")) {
        throw new FeedException(
            file + " is no OPML: it begins with <" + document.getRootElement().getName() + ">");
      }
      Opml opml = (Opml) new OPML10Parser().parse(document, false, Locale.ROOT);
      List<Subscription> feeds = new ArrayList<>();
      collect(opml.getOutlines(), feeds);
      return feeds;
    } catch (JDOMException | com.rometools.rome.io.FeedException | IllegalArgumentException e) {
      throw new FeedException(file + " is no OPML: " + e.getMessage());
    }
  }

  private static void collect(List<Outline> outlines, List<Subscription> into) {
    for (Outline outline : outlines) {
      String address = outline.getAttributeValue("xmlUrl");
      if (address != null && address.strip().matches("(?i)https?://\\S+")) {
        String title = outline.getTitle() != null ? outline.getTitle() : outline.getText();
        into.add(Subscription.of(URI.create(address.strip()), title == null ? "" : title));
      }
      collect(outline.getChildren(), into);
    }
  }

  /** The feeds as OPML 2.0. */
  public static byte[] write(List<Subscription> feeds) {
    Opml opml = new Opml();
    opml.setFeedType("opml_2.0");
    opml.setTitle("Feeds followed by Demarche");
    List<Outline> outlines = new ArrayList<>();
    for (Subscription feed : feeds) {
      String title = feed.title().isEmpty() ? feed.address().toString() : feed.title();
      Outline outline = new Outline(title, null, null);
      outline.setType("rss");
      outline.getAttributes().add(new Attribute("xmlUrl", feed.address().toString()));
      outlines.add(outline);
    }
    opml.setOutlines(outlines);
    try {
      Document document = new OPML20Generator().generate(opml);
      return new XMLOutputter(Format.getPrettyFormat())
          .outputString(document)
          .getBytes(StandardCharsets.UTF_8);
    } catch (com.rometools.rome.io.FeedException e) {
      throw new IllegalStateException(e);
    }
  }
}
