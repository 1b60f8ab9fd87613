package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTest {
  private static List<CSVRecord> records(String csv) throws IOException {
    try (CSVParser parser =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .get()
            .parse(new StringReader(csv))) {
      return parser.getRecords();
    }
  }

  @Test
  void saysTheSameAsJson() throws IOException {
    String samples = Cli.SAMPLES.toString();
    List<CSVRecord> rows = records(Cli.run("code", samples, "--format", "csv").out());
    List<String> lines = Cli.run("code", samples, "--format", "jsonl").lines();
    assertThat(rows).hasSameSizeAs(lines);
    ObjectMapper mapper = new ObjectMapper();
    for (int i = 0; i < rows.size(); i++) {
      JsonNode json = mapper.readTree(lines.get(i));
      CSVRecord row = rows.get(i);
      assertThat(row.get("article")).isEqualTo(json.get("article").textValue());
      assertThat(row.get("type")).isEqualTo(json.get("type").textValue());
      assertThat(row.get("mode")).isEqualTo(json.get("mode").asText("").replace("null", ""));
      assertThat(row.get("date")).isEqualTo(json.at("/date/value").asText("").replace("null", ""));
      assertThat(row.get("evidence_text")).isEqualTo(json.at("/evidence/text").textValue());
      assertThat(row.get("evidence_start")).isEqualTo(json.at("/evidence/start").asText());
    }
  }

  @Test
  void hasAHeaderWithoutEvents() {
    Cli.Ran ran = Cli.runWith("Nothing happened at all today.", "code", "-", "--format", "csv");
    assertThat(ran.out()).startsWith("article,sentence,type,mode,").endsWith(",on,body\r\n");
  }

  private static JsonNode described(Path file) throws IOException {
    Path description = file.resolveSibling(file.getFileName() + ".datapackage.json");
    JsonNode all = new ObjectMapper().readTree(Files.readString(description));
    assertThat(all.at("/runs/0/codebook").asText()).hasSize(12);
    return all.at("/resources/0");
  }

  @Test
  void outputFileChoosesItsForm(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("events.csv");
    Path lines = folder.resolve("events.jsonl");
    String sample = Cli.SAMPLES.resolve("agency-aid.txt").toString();
    assertThat(Cli.run("code", sample, "--output", csv.toString()).out()).isEmpty();
    Cli.run("code", sample, "--output", lines.toString());
    List<CSVRecord> rows = records(Files.readString(csv));
    assertThat(rows).hasSameSizeAs(Files.readAllLines(lines));

    JsonNode told = described(csv);
    assertThat(told.at("/rows").asInt()).isEqualTo(rows.size());
    assertThat(told.at("/schema/fields").findValuesAsText("name"))
        .isEqualTo(rows.get(0).getParser().getHeaderNames());
    assertThat(described(lines).at("/rows").asInt()).isEqualTo(rows.size());
  }
}
