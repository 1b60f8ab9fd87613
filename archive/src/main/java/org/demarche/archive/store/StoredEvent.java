package org.demarche.archive.store;

import java.time.Instant;
import java.util.Objects;
import org.demarche.coder.code.Run;
import org.demarche.coder.event.Event;

/**
 * An event in the archive.
 *
 * @param id the archive's number of this row
 * @param key the same for what several runs read in the same words about the same two parties
 * @param article the version it was read in
 * @param run what read it; {@link Archive#PERSON} for what a person wrote
 * @param current whether it counts: of the newest version and coding, not rejected or replaced
 * @param story the number that it shares with other reports of the same event
 * @param added when it was first read, by whichever run; when it was written where a person did
 */
public record StoredEvent(
    long id,
    String key,
    ArticleHead article,
    Event event,
    Run run,
    boolean current,
    Verdict verdict,
    long story,
    Instant added) {
  public StoredEvent {
    Objects.requireNonNull(key);
    Objects.requireNonNull(article);
    Objects.requireNonNull(event);
    Objects.requireNonNull(run);
    Objects.requireNonNull(verdict);
    Objects.requireNonNull(added);
  }

  /** Whether a person wrote it. */
  public boolean byPerson() {
    return run.equals(Archive.PERSON);
  }
}
