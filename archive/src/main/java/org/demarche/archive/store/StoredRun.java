package org.demarche.archive.store;

import java.time.Instant;
import java.util.Objects;
import org.demarche.coder.code.Run;

/**
 * A run whose readings the archive keeps.
 *
 * @param id the archive's number of the run
 * @param articles how many article versions it has coded
 */
public record StoredRun(long id, Run run, Instant firstUsed, long articles) {
  public StoredRun {
    Objects.requireNonNull(run);
    Objects.requireNonNull(firstUsed);
  }
}
