package org.demarche.archive.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.text.CharSpan;

/**
 * brat standoff: a folder with a {@code .txt} and an {@code .ann} an article, and the {@code
 * annotation.conf} that brat asks for. Offsets count characters (code points), as brat does.
 * (https://brat.nlplab.org/standoff.html)
 */
final class BratExporter implements Exporter {
  private final Path folder;
  private final Set<String> types = new TreeSet<>();
  private final Map<String, Integer> files = new LinkedHashMap<>();
  private final List<Event> events = new ArrayList<>();
  private Piece piece;
  private long written;

  BratExporter(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
  }

  @Override
  public void write(Report report) throws IOException {
    if (piece != null && !piece.id().equals(report.piece().id())) {
      flush();
    }
    piece = report.piece();
    events.add(report.event());
    types.add(report.event().type());
    written++;
  }

  @Override
  public long written() {
    return written;
  }

  @Override
  public void close() throws IOException {
    flush();
    Files.writeString(folder.resolve("annotation.conf"), configuration());
  }

  private void flush() throws IOException {
    if (events.isEmpty()) {
      return;
    }
    String name = fileName(piece.id());
    Files.writeString(folder.resolve(name + ".txt"), piece.text());
    try (BufferedWriter out =
        Files.newBufferedWriter(folder.resolve(name + ".ann"), StandardCharsets.UTF_8)) {
      new Annotations(piece.text(), out).write(events);
    }
    events.clear();
  }

  /** Letters, digits and little else, different for each article. */
  private String fileName(String id) {
    String name = id.replaceAll("[^\\p{L}\\p{Nd}_-]+", "_").replaceAll("^_+|_+$", "");
    name = name.isEmpty() ? "article" : Codes.first(name, 100);
    int before = files.merge(name.toLowerCase(Locale.ROOT), 1, Integer::sum);
    return before == 1 ? name : name + "." + before;
  }

  private String configuration() {
    String statuses =
        Stream.of(Status.values()).map(Status::label).collect(Collectors.joining("|"));
    return "# Written by Demarche: entities, events and attributes of its annotations\n"
        + "[entities]\nActor\nRecipient\nPlace\nDate\n\n[relations]\n\n[events]\n"
        + types.stream()
            .map(t -> t + " Actor?:Actor, Recipient?:Recipient, Place?:Place, Date?:Date\n")
            .collect(Collectors.joining())
        + "\n[attributes]\nStatus Arg:<EVENT>, Value:"
        + statuses
        + "\n";
  }

  /** One article's annotations. */
  private static final class Annotations {
    private final String text;
    private final BufferedWriter out;
    private final Map<String, String> spans = new LinkedHashMap<>();

    Annotations(String text, BufferedWriter out) {
      this.text = text;
      this.out = out;
    }

    void write(List<Event> events) throws IOException {
      int number = 0;
      for (Event e : events) {
        number++;
        StringBuilder line = new StringBuilder();
        line.append("E").append(number).append("\t").append(e.type()).append(":");
        line.append(span(e.type(), e.evidence().predicate()));
        if (e.actor().isPresent()) {
          line.append(" Actor:").append(span("Actor", e.actor().get()));
        }
        if (e.recipient().isPresent()) {
          line.append(" Recipient:").append(span("Recipient", e.recipient().get()));
        }
        if (e.place().phrase().isPresent()) {
          line.append(" Place:").append(span("Place", e.place().phrase().get()));
        }
        CharSpan date = e.date().fold(s -> s.span(), p -> null, u -> null);
        if (date != null) {
          line.append(" Date:").append(span("Date", date));
        }
        out.write(line + "\n");
        out.write("A" + number + "\tStatus E" + number + " " + e.status().label() + "\n");
        out.write("#" + number + "\tAnnotatorNotes E" + number + "\t" + note(e) + "\n");
      }
    }

    private String note(Event e) {
      String mode = e.mode().isEmpty() ? "" : "mode " + e.mode() + "; ";
      return e.dyad() + "; " + mode + "CAMEO " + e.cameo() + "; rule " + e.evidence().rule();
    }

    private String span(String label, Participant who) throws IOException {
      return span(label, who.span());
    }

    /** The id of a text-bound annotation, written when first needed. */
    private String span(String label, CharSpan span) throws IOException {
      String key = label + " " + offsets(span);
      String known = spans.get(key);
      if (known != null) {
        return known;
      }
      String id = "T" + (spans.size() + 1);
      spans.put(key, id);
      out.write(id + "\t" + key + "\t" + span.of(text).replaceAll("[\\r\\n]+", " ") + "\n");
      return id;
    }

    /** Code points; a span over line ends is written in pieces, as brat asks. */
    private String offsets(CharSpan span) {
      List<String> parts = new ArrayList<>();
      int start = span.start();
      for (int i = span.start(); i <= span.end(); i++) {
        boolean end = i == span.end() || text.charAt(i) == '\n' || text.charAt(i) == '\r';
        if (end) {
          if (i > start) {
            parts.add(text.codePointCount(0, start) + " " + text.codePointCount(0, i));
          }
          start = i + 1;
        }
      }
      return String.join(";", parts);
    }
  }
}
