package org.demarche.archive.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Corrections;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.SharedCoder;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryTest {
  @TempDir Path folder;

  @Test
  void whatChangesIsCountedAgainAndWhatDoesNotIsNot() {
    try (Archive archive = Archive.open(folder.resolve("memory.db").toString())) {
      Tally tally = new Tally(archive, new Search(archive, Clock.systemUTC()));
      assertThat(timeline(tally).periods()).isEmpty();
      add(archive);
      Timeline first = timeline(tally);
      assertThat(first.periods()).hasSize(1);
      assertThat(timeline(tally)).isSameAs(first);
      long event = archive.events(Filter.current()).get(0).id();
      new Corrections(archive.database(), Clock.systemUTC())
          .reject(event, new Corrections.Author("somebody", Optional.empty()), "");
      assertThat(timeline(tally).periods()).isEmpty();
    }
  }

  private static Timeline timeline(Tally tally) {
    return tally.timeline(new Query.Everything(), Optional.empty());
  }

  private static void add(Archive archive) {
    Article article =
        new Article(
            "later",
            "A title",
            "",
            "en",
            Optional.of(LocalDate.parse("2024-05-09")),
            "Ecuador condemned Peru on Thursday.",
            new Provenance(List.of()),
            List.of());
    archive.add(Entry.of(article, SharedCoder.CODER.code(article)));
  }
}
