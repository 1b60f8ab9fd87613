package org.demarche.cluster.job;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be coded, and where to.
 *
 * @param inputs files, folders, patterns
 * @param output a folder, which may hold other batches
 * @param batch the name under which this input is kept; made of the input's files where empty
 * @param published the day for articles without one of their own
 */
public record Job(
    List<String> inputs, String output, Optional<String> batch, Optional<LocalDate> published) {
  public Job {
    inputs = List.copyOf(inputs);
    Objects.requireNonNull(output);
    Objects.requireNonNull(batch);
    Objects.requireNonNull(published);
  }
}
