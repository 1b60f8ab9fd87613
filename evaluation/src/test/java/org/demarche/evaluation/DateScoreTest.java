package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.demarche.coder.time.TimeTagger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DateScoreTest {
  @TempDir Path folder;

  @Test
  void countsStrictRelaxedAndValues() throws IOException {
    Files.writeString(
        folder.resolve("a.tml"),
        """
        <DOC><DCT><TIMEX3 tid="t0" value="2022-06-20">2022-06-20</TIMEX3></DCT><TEXT>
        It &amp; they met <TIMEX3 tid="t1" value="2022-05-16">on May 16</TIMEX3> and on
        <TIMEX2 VAL="2022-05-18">May 17</TIMEX2>; <TIMEX3 value="null">long ago</TIMEX3>
        came after June 2021.
        </TEXT></DOC>
        """);
    DateScore.Report report = DateScore.score(folder, new TimeTagger());
    DateScore.Row row = report.total();
    assertThat(row.gold()).isEqualTo(3);
    assertThat(row.system()).isEqualTo(3);
    assertThat(row.relaxed()).isEqualTo(2);
    assertThat(row.strict()).isEqualTo(1);
    assertThat(row.values()).isEqualTo(1);
    assertThat(row.valueF1()).isCloseTo(1 / 3.0, within(1e-9));
    assertThat(report.mistakes())
        .extracting(DateScore.Mistake::gold)
        .containsExactly("May 17", "long ago", "");
    assertThat(report.toString()).contains("a.tml").contains("value F1");
  }

  @Test
  void namesTheFileThatCannotBeRead() throws IOException {
    Path missing = folder.resolve("missing.tml");
    assertThatThrownBy(() -> DateScore.score(missing, new TimeTagger()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("missing.tml");
    Path broken = Files.writeString(folder.resolve("broken.tml"), "<TIMEX3 value=\"2022\">2022");
    assertThatThrownBy(() -> DateScore.score(broken, new TimeTagger()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("broken.tml")
        .hasMessageContaining("not closed");
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> DateScore.score(empty, new TimeTagger()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("empty");
  }
}
