package org.demarche.archive.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.demarche.coder.event.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Each format is written, read back by other means, and compared with its published columns. */
class ExportsTest {
  private final Exports exports = new Exports();
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(names = {"GDELT", "GDELT_MENTIONS", "ICEWS", "POLECAT", "PHOENIX"})
  void columnsAreThePublishedOnes(Format format) throws IOException {
    List<String> published = published(format);
    assertThat(exports.layout(format).orElseThrow().columns().stream().map(Column::name))
        .containsExactlyElementsOf(published);
    List<String> lines = written(format).lines().toList();
    boolean header = exports.layout(format).orElseThrow().header();
    assertThat(lines).hasSize(header ? 3 : 2);
    assertThat(lines).allSatisfy(l -> assertThat(l.split("\t", -1)).hasSize(published.size()));
    if (header) {
      assertThat(lines.get(0).split("\t", -1)).containsExactlyElementsOf(published);
    }
  }

  @Test
  void gdelt() throws IOException {
    assertThat(row(Format.GDELT))
        .containsEntry("GLOBALEVENTID", "1")
        .containsEntry("SQLDATE", "20220301")
        .containsEntry("MonthYear", "202203")
        .containsEntry("FractionDate", "2022.2493")
        .containsEntry("Actor1Code", "KAZMILGOV")
        .containsEntry("Actor1CountryCode", "KAZ")
        .containsEntry("Actor1Type1Code", "MIL")
        .containsEntry("Actor2Code", "REB")
        .containsEntry("Actor2CountryCode", "")
        .containsEntry("IsRootEvent", "1")
        .containsEntry("EventRootCode", "19")
        .containsEntry("QuadClass", "4")
        .containsEntry("ActionGeo_Type", "4")
        .containsEntry("ActionGeo_FullName", "Genève, Geneva, Switzerland")
        .containsEntry("ActionGeo_CountryCode", "SZ")
        .containsEntry("ActionGeo_Lat", "46.202")
        .containsEntry("DATEADDED", "20220402000000")
        .containsEntry("SOURCEURL", "https://example.org/a");
  }

  @Test
  void mentions() throws IOException {
    assertThat(row(Format.GDELT_MENTIONS))
        .containsEntry("MentionType", "1")
        .containsEntry("MentionSourceName", "Example Wire")
        .containsEntry("SentenceID", "1")
        .containsEntry("Actor1CharOffset", "3")
        .containsEntry("MentionDocLen", String.valueOf(Reports.TEXT.length()));
  }

  @Test
  void icewsAndPolecatAndPhoenix() throws IOException {
    assertThat(row(Format.ICEWS))
        .containsEntry("Event Date", "2022-03-01")
        .containsEntry("Source Sectors", "Military,Government")
        .containsEntry("Source Country", "Kazakhstan")
        .containsEntry("Event Text", "Use conventional military force")
        .containsEntry("City", "Genève")
        .containsEntry("Country", "Switzerland");
    assertThat(row(Format.POLECAT))
        .containsEntry("Quad Code", "MATERIAL CONFLICT")
        .containsEntry("Contexts", "military;territory")
        .containsEntry("Actor Name Raw", "Kazakhstan's army, \"it said\", ")
        .containsEntry("GeoNames ID", "2660646")
        .containsEntry("Version", "1.0 c0ffee");
    assertThat(row(Format.PHOENIX))
        .containsEntry("SourceActorAttribute", "GOV")
        .containsEntry("Issues", "military,1;territory,1")
        .containsEntry("SentenceID", "a-1_0")
        .containsEntry("GeoStateName", "Geneva");
  }

  @ParameterizedTest
  @EnumSource(names = {"GDELT", "GDELT_MENTIONS", "ICEWS", "POLECAT", "PHOENIX"})
  void whatIsDeniedStandsInNoTableWithoutAStatus(Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Exporter exporter = exports.toStream(format, out)) {
      exporter.write(Reports.attack(1, Status.DENIED));
      exporter.write(Reports.attack(2, Status.PLANNED));
      assertThat(exporter.written()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"CSV", "EDGES"})
  void commasAndQuotesComeBack(Format format) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(written(format)))) {
      var rows = parser.getRecords();
      assertThat(rows).hasSize(2).allMatch(r -> r.isConsistent());
      if (format == Format.CSV) {
        assertThat(rows.get(0).get("actor_text")).isEqualTo("Kazakhstan's army, \"it said\",\t");
        assertThat(rows.get(0).get("evidence_text")).isEqualTo(Reports.TEXT.substring(3, 53));
      } else {
        assertThat(rows.get(0).get("source")).isEqualTo("KAZ/MIL+GOV");
        assertThat(rows.get(0).get("country")).isEqualTo("CHE");
      }
    }
  }

  @Test
  void duckDbReadsTheParquetFile() throws IOException, SQLException {
    Path file = folder.resolve("it's.parquet");
    write(Format.PARQUET, file);
    String from = "'" + file.toString().replace("'", "''") + "'";
    try (Connection db = DriverManager.getConnection("jdbc:duckdb:");
        var statement = db.createStatement()) {
      ResultSet row = statement.executeQuery("SELECT * FROM " + from + " ORDER BY id");
      assertThat(row.getMetaData().getColumnCount())
          .isEqualTo(exports.layout(Format.PARQUET).orElseThrow().columns().size());
      row.next();
      assertThat(row.getLong("id")).isEqualTo(1);
      assertThat(row.getString("evidence_text")).isEqualTo(Reports.TEXT.substring(3, 53));
      assertThat(row.getDate("day").toString()).isEqualTo("2022-03-01");
      assertThat(row.getDouble("place_latitude")).isEqualTo(46.202);
      assertThat(row.getString("act_type")).isNull();
      assertThat(row.next()).isTrue();
      assertThat(row.next()).isFalse();
      ResultSet meta =
          statement.executeQuery(
              "SELECT decode(value) FROM parquet_kv_metadata("
                  + from
                  + ") WHERE decode(key) = 'demarche_codebook'");
      assertThat(meta.next()).isTrue();
      assertThat(meta.getString(1)).isEqualTo("c0ffee");
    }
  }

  @Test
  void graphMl() throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    Document graph =
        factory
            .newDocumentBuilder()
            .parse(
                new ByteArrayInputStream(written(Format.GRAPHML).getBytes(StandardCharsets.UTF_8)));
    assertThat(graph.getElementsByTagName("node").getLength()).isEqualTo(2);
    NodeList edges = graph.getElementsByTagName("edge");
    assertThat(edges.getLength()).isEqualTo(2);
    Element edge = (Element) edges.item(0);
    assertThat(edge.getAttribute("source")).isEqualTo("KAZ/MIL+GOV");
    assertThat(edge.getAttribute("target")).isEqualTo("rebels/REB");
  }

  @Test
  void bratOffsetsCountCharacters() throws IOException {
    Path brat = folder.resolve("brat");
    write(Format.BRAT, brat);
    String text = Files.readString(brat.resolve("a-1.txt"));
    int[] characters = text.codePoints().toArray();
    List<String> spans =
        Files.readAllLines(brat.resolve("a-1.ann")).stream()
            .filter(l -> l.startsWith("T"))
            .toList();
    assertThat(spans).hasSize(5);
    for (String span : spans) {
      String[] cells = span.split("\t", 3);
      StringBuilder words = new StringBuilder();
      for (String part : cells[1].substring(cells[1].indexOf(' ') + 1).split(";", -1)) {
        String[] ends = part.split(" ", 2);
        int start = Integer.parseInt(ends[0]);
        String piece = new String(characters, start, Integer.parseInt(ends[1]) - start);
        assertThat(piece).doesNotContain("\n");
        words.append(words.length() == 0 ? "" : " ").append(piece);
      }
      assertThat(cells[2]).isEqualTo(words.toString());
    }
    assertThat(Files.readString(brat.resolve("annotation.conf"))).contains("ASSAULT Actor?:Actor");
  }

  @ParameterizedTest
  @EnumSource
  void aSidecarSaysWhatItIs(Format format) throws IOException {
    Path file = folder.resolve("events." + format.label());
    write(format, file);
    JsonNode sidecar =
        new ObjectMapper()
            .readTree(
                Files.readString(folder.resolve("events." + format.label() + ".datapackage.json")));
    assertThat(sidecar.at("/runs/0/codebook").asText()).isEqualTo("c0ffee");
    assertThat(sidecar.at("/rights/0").asText()).isEqualTo("All rights with the Example Wire");
    assertThat(sidecar.at("/resources/0/rows").asInt()).isEqualTo(2);
    exports
        .layout(format)
        .ifPresent(
            l -> assertThat(sidecar.at("/resources/0/schema/fields")).hasSize(l.columns().size()));
  }

  private void write(Format format, Path file) throws IOException {
    try (Exporter exporter = exports.toFile(format, file)) {
      exporter.write(Reports.attack(1, Status.HAPPENED));
      exporter.write(Reports.attack(2, Status.ONGOING));
      assertThat(exporter.written()).isEqualTo(2);
    }
  }

  private String written(Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Exporter exporter = exports.toStream(format, out)) {
      exporter.write(Reports.attack(1, Status.HAPPENED));
      exporter.write(Reports.attack(2, Status.ONGOING));
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  /** The first row by its published column names. */
  private Map<String, String> row(Format format) throws IOException {
    List<String> lines = written(format).lines().toList();
    String[] cells = lines.get(lines.size() - 2).split("\t", -1);
    Map<String, String> row = new LinkedHashMap<>();
    List<String> names = published(format);
    for (int i = 0; i < names.size(); i++) {
      row.put(names.get(i), cells[i]);
    }
    return row;
  }

  private static List<String> published(Format format) throws IOException {
    try (InputStream in = ExportsTest.class.getResourceAsStream(format.label() + ".columns")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }
}
