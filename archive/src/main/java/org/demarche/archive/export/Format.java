package org.demarche.archive.export;

import java.util.Locale;

/** What events can be exported to. */
public enum Format {
  JSONL,
  CSV,
  PARQUET,
  GDELT,
  GDELT_MENTIONS,
  ICEWS,
  POLECAT,
  PHOENIX,
  GRAPHML,
  EDGES,
  BRAT;

  /** As the command line has it: {@code gdelt-mentions}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it can only be written to a file or, for brat, a folder of its own. */
  public boolean needsPath() {
    return this == PARQUET || this == BRAT;
  }

  @Override
  public String toString() {
    return label();
  }
}
