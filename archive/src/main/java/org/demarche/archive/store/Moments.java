package org.demarche.archive.store;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Instants as text that sorts: ISO 8601 in UTC, always with milliseconds. */
public final class Moments {
  private static final DateTimeFormatter FORM =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private Moments() {}

  public static String text(Instant instant) {
    return FORM.format(instant);
  }
}
