package org.demarche.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
  @TempDir private Path folder;

  private static String sample(String name) {
    return Cli.SAMPLES.resolve(name).toString();
  }

  @Test
  void forAPerson() {
    Cli.Ran ran = Cli.run("page", sample("portal-page.txt"));
    assertThat(ran.exit()).isZero();
    assertThat(ran.out())
        .startsWith("What Serbia Gains from the Danube")
        .contains("by         Staff Columnist")
        .contains("published  2022-09-19")
        .contains("rights     The rights to this material belong to / ")
        .contains("picture    (Demarche samples)")
        .contains("views      1274")
        .contains("rating     +3")
        .contains("side       Bulgaria attacks Romania");
    assertThat(ran.out().lines().mapToInt(String::length).max().orElse(0)).isLessThan(101);
  }

  @Test
  void asJson() throws IOException {
    Cli.Ran ran = Cli.run("page", sample("page-linked-data.html"), "--json");
    JsonNode page = new ObjectMapper().readTree(ran.out());
    assertThat(page.get("title").textValue())
        .isEqualTo("Norway and Canada sign Arctic rescue accord");
    assertThat(page.get("published").textValue()).isEqualTo("2024-02-15T08:30+01:00");
    assertThat(page.get("blocks")).hasSize(5);
    assertThat(page.get("rights").isNull()).isTrue();
    assertThat(page.at("/provenance/0/url").textValue())
        .isEqualTo("https://example.org/invented/arctic-rescue");
  }

  @Test
  void whatCannotBeRead() throws IOException {
    assertThat(Cli.run("page", "missing.html").exit()).isEqualTo(1);
    assertThat(Cli.run("page", "missing.html").err()).contains("missing.html: no such file");
    assertThat(Cli.run("page", folder.toString()).exit()).isEqualTo(2);
    Path empty = Files.writeString(folder.resolve("x.html"), "<html><body></body></html>");
    assertThat(Cli.run("page", empty.toString()).err())
        .contains("x.html: an HTML page with no text");
  }

  @Test
  void provenanceTravelsIntoTheExports() throws IOException {
    Path page =
        Files.writeString(
            folder.resolve("page.html"),
            "<html lang=en><meta property='og:site_name' content='Danube Weekly'>"
                + "<meta property='og:url' content='https://example.org/1'>"
                + "<h1>Fish</h1><article><p>OSLO, June 1 (Reuters) - Norway signed an agreement"
                + " with Iceland on fisheries on Monday, the ministry said.</p></article>"
                + "<footer>© 2024 Danube Weekly. All rights reserved.</footer></html>");
    String line = Cli.run("code", page.toString(), "--provenance").lines().get(0);
    JsonNode hops = new ObjectMapper().readTree(line).get("provenance");
    assertThat(hops.findValuesAsText("name")).containsExactly("Reuters", "Danube Weekly");
    assertThat(hops.get(1).get("rights").textValue()).startsWith("© 2024 Danube Weekly");
    String csv = Cli.run("code", page.toString(), "--provenance", "--format", "csv").out();
    assertThat(csv.lines().findFirst().orElseThrow()).endsWith("origin,hops,url,rights");
    assertThat(csv)
        .contains(
            "Reuters,Reuters > Danube Weekly,https://example.org/1,"
                + "© 2024 Danube Weekly. All rights reserved.");
    assertThat(Cli.run("code", page.toString()).out()).doesNotContain("Danube Weekly");
  }
}
