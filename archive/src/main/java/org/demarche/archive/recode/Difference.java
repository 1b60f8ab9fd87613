package org.demarche.archive.recode;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.demarche.archive.store.StoredEvent;

/**
 * One thing that two runs read differently in the same version of an article.
 *
 * @param before what the first run read; empty where it read nothing there
 * @param after what the second run read; empty where it read nothing there
 * @param fields what differs where both read something: {@code type}, {@code status} …
 */
public record Difference(
    Kind kind, Optional<StoredEvent> before, Optional<StoredEvent> after, List<String> fields) {
  public Difference {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    fields = List.copyOf(fields);
  }

  /** How they differ. */
  public enum Kind {
    APPEARED,
    VANISHED,
    CHANGED
  }

  /** The rule that is answerable: of the second run, or of the first where that read nothing. */
  public String rule() {
    return after.or(() -> before).orElseThrow().event().evidence().rule();
  }
}
