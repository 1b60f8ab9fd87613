package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreTableTest {
  private static final LocalDate DAY = LocalDate.of(2026, 1, 2);

  @TempDir private Path folder;

  @Test
  void keepsOneBlockForEachSetAndGold() throws IOException {
    Path file = folder.resolve("scores.tsv");
    ScoreTable.read(file)
        .with(DAY, "relations", Map.of("a", 0.5, "b", 0.25), "c1", "g1")
        .with(DAY, "events", Map.of("a", 1.0), "c1", "g2")
        .with(DAY.plusDays(1), "relations", Map.of("a", 0.123456), "c2", "g1")
        .write(file);
    assertThat(Files.readString(file))
        .isEqualTo(
            """
            date\tset\tmeasure\tvalue\tcodebook\tgold
            2026-01-02\tevents\ta\t1.0000\tc1\tg2
            2026-01-03\trelations\ta\t0.1235\tc2\tg1
            """);
    ScoreTable read = ScoreTable.read(file);
    assertThat(read.measures("relations", "g1")).isEqualTo(Map.of("a", 0.1235));
    assertThat(read.measures("relations", "g2")).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void namesTheLineThatIsWrong() throws IOException {
    Path file = folder.resolve("scores.tsv");
    for (String line :
        new String[] {
          "x",
          "2026-01-02\ts\tm\t1.5\tc\tg",
          "2026-01-02\ts\tm\tNaN\tc\tg",
          "2026-13-02\ts\tm\t1\tc\tg"
        }) {
      Files.writeString(file, "# kept by evaluate\n" + line + "\n");
      assertThatThrownBy(() -> ScoreTable.read(file))
          .isInstanceOf(GoldException.class)
          .hasMessageContaining("scores.tsv:2: ");
    }
  }

  @Test
  void hashesFilesAndFolders() throws IOException {
    Path file = Files.writeString(folder.resolve("a"), "abc");
    assertThat(ScoreTable.hash(file))
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    String before = ScoreTable.hash(folder);
    Files.move(file, folder.resolve("b"));
    assertThat(ScoreTable.hash(folder)).isNotEqualTo(before);
  }
}
