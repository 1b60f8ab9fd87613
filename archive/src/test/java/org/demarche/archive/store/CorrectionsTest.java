package org.demarche.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Corrections.Author;
import org.demarche.coder.code.Coding;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Status;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CorrectionsTest {
  private static final Author EDITOR = new Author("an editor", Optional.empty());
  private static final Entry ENTRY = GeneratedNews.entry(1, 3);

  @Parameter Dialect dialect;
  @TempDir Path folder;
  private Archive archive;
  private Corrections corrections;
  private long article;

  @BeforeEach
  void open() {
    archive = Archive.open(Databases.fresh(dialect, folder));
    corrections = new Corrections(archive.database(), Clock.systemUTC());
    article = archive.add(ENTRY).article();
  }

  @AfterEach
  void close() {
    if (archive != null) {
      archive.close();
    }
  }

  private List<StoredEvent> current() {
    return archive.events(Filter.current());
  }

  /** The same article coded by another run, which reads the same. */
  private void recode() {
    Coding coding = ENTRY.coding().orElseThrow();
    archive.add(
        Entry.of(
            ENTRY.page(),
            new Coding(coding.sentences(), coding.outcomes(), new Run("newer", "", ""))));
  }

  private static Event denied(Event e) {
    return new Event(
        e.article(),
        e.sentence(),
        e.type(),
        e.mode(),
        e.contexts(),
        e.quad(),
        e.cameo(),
        e.goldstein(),
        Status.DENIED,
        e.confidence(),
        e.actor(),
        e.recipient(),
        e.date(),
        e.place(),
        e.attribution(),
        e.act(),
        e.amount(),
        e.evidence());
  }

  @Test
  void whatIsRejectedNoLongerCountsAlsoWhenCodedAgain() {
    StoredEvent wrong = current().get(0);
    corrections.reject(wrong.id(), EDITOR, "nobody met");
    assertThat(current()).hasSize(2).noneMatch(e -> e.key().equals(wrong.key()));

    recode();
    assertThat(current())
        .hasSize(2)
        .noneMatch(e -> e.key().equals(wrong.key()))
        .allMatch(e -> e.run().coder().equals("newer"));
  }

  @Test
  void whatIsConfirmedStaysConfirmed() {
    StoredEvent right = current().get(1);
    corrections.confirm(right.id(), EDITOR, "");
    recode();
    assertThat(current())
        .hasSize(3)
        .filteredOn(e -> e.verdict() == Verdict.CONFIRMED)
        .extracting(StoredEvent::key)
        .containsExactly(right.key());
  }

  @Test
  void whatAPersonWroteCountsInstead() {
    StoredEvent wrong = current().get(0);
    Event better = denied(wrong.event());
    corrections.change(wrong.id(), better, EDITOR, "it was denied");
    recode();
    assertThat(current()).hasSize(3);
    assertThat(current())
        .filteredOn(StoredEvent::byPerson)
        .extracting(StoredEvent::event)
        .containsExactly(better);

    StoredEvent changed = current().stream().filter(StoredEvent::byPerson).findFirst().get();
    corrections.confirm(changed.id(), EDITOR, "");
    recode();
    assertThat(current()).hasSize(3).filteredOn(StoredEvent::byPerson).hasSize(1);

    corrections.withdraw(changed.id(), EDITOR, "");
    assertThat(current()).hasSize(3).noneMatch(StoredEvent::byPerson);
  }

  @Test
  void whatWasMissedIsAdded() {
    Event missed = denied(current().get(2).event());
    corrections.add(article, missed, EDITOR, "missed");
    assertThat(current()).hasSize(4).filteredOn(StoredEvent::byPerson).hasSize(1);
    recode();
    assertThat(current()).hasSize(4);
  }

  @Test
  void everythingSaidIsKept() {
    StoredEvent event = current().get(0);
    corrections.reject(event.id(), EDITOR, "no");
    corrections.withdraw(event.id(), new Author("another", Optional.empty()), "yes");
    assertThat(corrections.history(article))
        .extracting(c -> c.action() + " " + c.author() + " " + c.note())
        .containsExactly("REJECT an editor no", "WITHDRAW another yes");
    assertThat(corrections.history(article).get(0).before()).contains(event.event());
    assertThatThrownBy(() -> corrections.reject(-1, EDITOR, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
