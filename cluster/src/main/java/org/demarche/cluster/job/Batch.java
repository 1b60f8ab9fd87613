package org.demarche.cluster.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.demarche.cluster.input.JobException;
import org.demarche.cluster.input.Source;

/**
 * What one job has written, as the file {@code batches/NAME.json} says.
 *
 * @param inputs addresses of the files that were read
 * @param leftOut counts by reason
 */
record Batch(
    String name,
    List<String> inputs,
    long articles,
    long sentences,
    long events,
    long failures,
    @JsonProperty("left_out") Map<String, Long> leftOut) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final int DIGITS = 12;

  Batch {
    inputs = List.copyOf(inputs);
    leftOut = Map.copyOf(leftOut);
  }

  /** The same for the same files: a job that is run again replaces what it wrote. */
  static String nameOf(List<Source> sources) {
    try {
      MessageDigest hash = MessageDigest.getInstance("SHA-256");
      for (Source source : sources) {
        hash.update((source.uri() + "\n").getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(hash.digest()).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * @throws JobException for a name that would not do as the name of a folder
   */
  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new JobException(
          "a batch's name is made of letters, digits, '.', '_' and '-', not '" + name + "'");
    }
    return name;
  }
}
