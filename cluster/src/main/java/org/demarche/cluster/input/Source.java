package org.demarche.cluster.input;

import java.io.Serializable;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A file of the input.
 *
 * @param number its place in the input, from 0
 * @param name as messages name it, and articles without an id
 * @param uri where Hadoop finds it
 * @param bytes its length
 */
public record Source(int number, String name, String uri, Kind kind, long bytes)
    implements Serializable {
  private static final long serialVersionUID = 1;

  public Source {
    Objects.requireNonNull(name);
    Objects.requireNonNull(uri);
    Objects.requireNonNull(kind);
  }

  /** What a file is, by its name. */
  public enum Kind {
    /** A web archive, read whole by one task. */
    WARC,
    /** Articles as JSON, one a line; large files are read by several tasks. */
    LINES,
    /** Articles as rows of a Parquet file. */
    PARQUET;

    /** The kind of a file; empty for what is not read. */
    static Optional<Kind> of(String name) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.endsWith(".warc") || lower.endsWith(".warc.gz")) {
        return Optional.of(WARC);
      } else if (lower.endsWith(".jsonl") || lower.endsWith(".ndjson")) {
        return Optional.of(LINES);
      }
      return lower.endsWith(".parquet") ? Optional.of(PARQUET) : Optional.empty();
    }
  }
}
