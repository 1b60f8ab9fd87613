package org.demarche.cluster.job;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.demarche.cluster.input.JobException;

/**
 * The folder that jobs write to: {@code events/batch=NAME/pubdate=DAY}, {@code
 * failures/batch=NAME}, {@code batches/NAME.json}. A batch is written to {@code _staging} and put
 * in its place as a whole at the end, so that a job that dies leaves what was there before, and one
 * that is run again replaces its batch.
 */
final class OutputFolder {
  private static final List<String> TABLES = List.of("events", "failures");

  private final FileSystem files;
  private final Path root;
  private final String batch;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  /**
   * @throws IOException if there is no such file system
   */
  OutputFolder(Configuration hadoop, String root, String batch) throws IOException {
    this.root = new Path(root);
    this.files = this.root.getFileSystem(hadoop);
    this.batch = batch;
  }

  /** Removes what a job of this batch that died has left. */
  void clear() throws IOException {
    files.delete(staging(), true);
  }

  /**
   * Refuses what would be coded twice.
   *
   * @throws JobException naming the batch that has one of the files
   */
  void refuseOverlap(List<String> inputs) throws IOException {
    Set<String> wanted = new HashSet<>(inputs);
    for (Batch other : batches()) {
      if (other.name().equals(batch)) {
        continue;
      }
      for (String input : other.inputs()) {
        if (wanted.contains(input)) {
          throw new JobException(
              input
                  + " is in the batch "
                  + other.name()
                  + " of "
                  + root
                  + " already and would be doubled; code the files of that batch again with --batch "
                  + other.name()
                  + ", or leave this one out");
        }
      }
    }
  }

  private List<Batch> batches() throws IOException {
    List<Batch> batches = new ArrayList<>();
    Path folder = new Path(root, "batches");
    if (!files.exists(folder)) {
      return batches;
    }
    for (FileStatus file : files.listStatus(folder, p -> p.getName().endsWith(".json"))) {
      try (var in = files.open(file.getPath())) {
        batches.add(json.readValue((java.io.InputStream) in, Batch.class));
      }
    }
    return batches;
  }

  /** Where a table is written before it is put in its place. */
  String staged(String table) {
    return new Path(staging(), table).toString();
  }

  private Path staging() {
    return new Path(root, "_staging/" + batch);
  }

  /**
   * Puts the staged tables in the place of the batch's former ones. The batch's file is gone in the
   * meantime: a batch without one is not whole.
   */
  void commit(Batch written) throws IOException {
    Path marker = new Path(root, "batches/" + batch + ".json");
    files.delete(marker, false);
    for (String table : TABLES) {
      Path place = new Path(root, table + "/batch=" + batch);
      files.delete(place, true);
      files.mkdirs(place.getParent());
      if (!files.rename(new Path(staging(), table), place)) {
        throw new IOException("cannot move the batch's " + table + " to " + place);
      }
    }
    try (OutputStream out = files.create(marker, true)) {
      out.write(json.writeValueAsBytes(written));
    }
    clear();
    Path stagings = new Path(root, "_staging");
    if (files.exists(stagings) && files.listStatus(stagings).length == 0) {
      files.delete(stagings, true);
    }
  }
}
