package org.demarche.archive.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.demarche.coder.event.Participant;

/**
 * GraphML: a node an actor, an edge an event. A node stands before the first edge that needs it, so
 * that only the names of the nodes are kept. (http://graphml.graphdrawing.org/specification.html)
 */
final class GraphMlExporter implements Exporter {
  private static final List<Column> NODE =
      Column.of("edges.tsv").stream().filter(c -> c.name().equals("source_name")).toList();
  private static final Set<String> ENDS = Set.of("source", "target", "source_name", "target_name");

  private final OutputStream out;
  private final XMLStreamWriter xml;
  private final Layout edges = OwnLayouts.edges();
  private final Set<String> nodes = new HashSet<>();
  private long written;

  GraphMlExporter(OutputStream out) throws IOException {
    this.out = out;
    try {
      xml = XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeCharacters("\n");
      xml.writeStartElement("graphml");
      xml.writeDefaultNamespace("http://graphml.graphdrawing.org/xmlns");
      NODE.forEach(c -> key("node", "name", c));
      edges.columns().stream()
          .filter(c -> !ENDS.contains(c.name()))
          .forEach(c -> key("edge", c.name(), c));
      xml.writeCharacters("\n");
      xml.writeStartElement("graph");
      xml.writeAttribute("id", "events");
      xml.writeAttribute("edgedefault", "directed");
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  private void key(String of, String name, Column column) {
    try {
      xml.writeCharacters("\n");
      xml.writeStartElement("key");
      xml.writeAttribute("id", name);
      xml.writeAttribute("for", of);
      xml.writeAttribute("attr.name", name);
      xml.writeAttribute(
          "attr.type",
          switch (column.type()) {
            case INTEGER -> "long";
            case NUMBER -> "double";
            case STRING, DATE -> "string";
          });
      xml.writeStartElement("desc");
      xml.writeCharacters(column.about());
      xml.writeEndElement();
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void write(Report report) throws IOException {
    if (!edges.takes().test(report)) {
      return;
    }
    List<Object> cells = edges.cells(report);
    try {
      node(report.event().actor());
      node(report.event().recipient());
      xml.writeCharacters("\n");
      xml.writeStartElement("edge");
      xml.writeAttribute("id", "e" + report.id());
      for (int i = 0; i < cells.size(); i++) {
        String column = edges.columns().get(i).name();
        if (column.equals("source") || column.equals("target")) {
          xml.writeAttribute(column, clean(cells.get(i).toString()));
        } else if (!ENDS.contains(column) && !cells.get(i).toString().isEmpty()) {
          data(column, cells.get(i).toString());
        }
      }
      xml.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
    written++;
  }

  private void node(Optional<Participant> who) throws XMLStreamException {
    String id = clean(OwnLayouts.node(who));
    if (nodes.add(id)) {
      xml.writeCharacters("\n");
      xml.writeStartElement("node");
      xml.writeAttribute("id", id);
      data("name", Codes.name(who));
      xml.writeEndElement();
    }
  }

  private void data(String key, String value) throws XMLStreamException {
    xml.writeStartElement("data");
    xml.writeAttribute("key", key);
    xml.writeCharacters(clean(value));
    xml.writeEndElement();
  }

  /** Without the characters that XML 1.0 cannot hold. */
  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints()
        .filter(
            c ->
                c == '\t'
                    || c == '\n'
                    || c == '\r'
                    || (c >= 0x20 && c <= 0xd7ff)
                    || (c >= 0xe000 && c <= 0xfffd)
                    || c >= 0x10000)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  @Override
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    try (out) {
      xml.writeCharacters("\n");
      xml.writeEndDocument();
      xml.writeCharacters("\n");
      xml.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }
}
