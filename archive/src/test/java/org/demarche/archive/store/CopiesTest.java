package org.demarche.archive.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Reprints go back to the text they reprint, in whatever order they come in. */
@ParameterizedClass
@EnumSource
class CopiesTest {
  private static final List<String> PARAGRAPHS =
      List.of(
          "The finance ministers of the two river states met on Monday to settle how the new lock"
              + " would be paid for, after eleven months of talks that had twice broken off.",
          "Under the draft, each side would carry half of the cost of the gates and the northern"
              + " state alone that of the power house, whose current it may sell for thirty years.",
          "Engineers from both capitals are to inspect the foundations in August, when the water"
              + " is at its lowest, and to report to a joint commission before the first frost.",
          "Shipping companies, which had asked for a wider channel, said the plan left their"
              + " largest barges outside, and announced a petition to both parliaments.");

  @Parameter Dialect dialect;
  @TempDir private Path folder;
  private Archive archive;

  @BeforeEach
  void open() {
    archive = Archive.open(Databases.fresh(dialect, folder));
  }

  @AfterEach
  void close() {
    if (archive != null) {
      archive.close();
    }
  }

  private long add(String outlet, int hour, String credit, List<String> paragraphs) {
    String url = "https://www." + outlet + ".example/lock";
    Article article =
        new Article(
            url,
            "A lock",
            "",
            "en",
            Optional.of(LocalDate.of(2024, 5, 6)),
            String.join("\n\n", paragraphs),
            Provenance.ofUrl(url),
            List.of());
    Moment moment =
        new Moment(
            LocalDate.of(2024, 5, 6),
            Optional.of(LocalTime.of(hour, 0)),
            Optional.of(ZoneOffset.UTC));
    PressArticle bare = PressArticle.of(article).published(moment);
    PressArticle page =
        new PressArticle(
            bare.article(),
            "",
            bare.published(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(credit).filter(c -> !c.isEmpty()),
            List.of());
    return archive.add(new Entry(page, Optional.empty())).article();
  }

  private Map<Long, Long> originals() {
    Map<Long, Long> originals = new TreeMap<>();
    archive
        .database()
        .read(
            h ->
                h.createQuery("SELECT id, original FROM article")
                    .map((rs, c) -> originals.put(rs.getLong("id"), rs.getLong("original")))
                    .list());
    return originals;
  }

  /** {@code article > other}, of reprints. */
  private List<String> links() {
    return archive
        .database()
        .read(
            h ->
                h.createQuery(
                        "SELECT article_id, other_id FROM article_link WHERE kind = 'reprint'"
                            + " ORDER BY 1, 2")
                    .map((rs, c) -> rs.getLong("article_id") + " > " + rs.getLong("other_id"))
                    .list());
  }

  /**
   * The second shares more with the first reprint than with the wire, and goes back to the wire.
   */
  @Test
  void aReprintOfAReprintGoesBackToTheOriginal() {
    long wire = add("wire", 8, "", PARAGRAPHS);
    long reprint = add("post", 9, "Wire", PARAGRAPHS.subList(0, 3));
    long again = add("herald", 10, "Post", PARAGRAPHS.subList(0, 3));
    assertThat(originals()).isEqualTo(Map.of(wire, wire, reprint, wire, again, wire));
    assertThat(links()).containsExactly(reprint + " > " + wire, again + " > " + wire);
  }

  @Test
  void anOriginalThatComesInLateTakesAllItsReprints() {
    long post = add("post", 9, "", PARAGRAPHS);
    long herald = add("herald", 10, "", PARAGRAPHS.subList(0, 3));
    long gazette = add("gazette", 11, "", PARAGRAPHS);
    assertThat(originals()).isEqualTo(Map.of(post, post, herald, post, gazette, post));
    long wire = add("wire", 8, "", PARAGRAPHS);
    assertThat(originals()).isEqualTo(Map.of(post, wire, herald, wire, gazette, wire, wire, wire));
    assertThat(links())
        .containsExactly(post + " > " + wire, herald + " > " + wire, gazette + " > " + wire);
    long last = add("mirror", 12, "", PARAGRAPHS);
    assertThat(originals()).containsEntry(last, wire);
    assertThat(add("wire", 8, "", PARAGRAPHS)).isEqualTo(wire);
    assertThat(links()).hasSize(4);
  }

  @Test
  void anUnrelatedTextIsNobodysReprint() {
    long wire = add("wire", 8, "", PARAGRAPHS);
    long other =
        add(
            "post",
            9,
            "",
            List.of(
                "A storm closed the mountain road between the two valleys for a third day, and the"
                    + " villages above the pass were supplied by helicopter from the plain."));
    assertThat(originals()).isEqualTo(Map.of(wire, wire, other, other));
    assertThat(links()).isEmpty();
  }
}
