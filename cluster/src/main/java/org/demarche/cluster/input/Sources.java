package org.demarche.cluster.input;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.demarche.cluster.input.Source.Kind;

/**
 * Finds the files of a job. Files of this machine keep the name and the order that {@code demarche
 * code} gives them; others ({@code hdfs:}, {@code s3a:}, patterns) are named by their address.
 */
public final class Sources {
  private final Configuration hadoop;

  public Sources(Configuration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The files named, in order; folders at any depth, in the order of their files' paths.
   *
   * @throws JobException naming what is not there or cannot be read
   */
  public List<Source> of(List<String> names) {
    List<Source> found = new ArrayList<>();
    for (String name : names) {
      int before = found.size();
      try {
        if (!name.contains(":") && Files.exists(java.nio.file.Path.of(name))) {
          local(name, found);
        } else {
          remote(name, found);
        }
      } catch (IOException | UncheckedIOException e) {
        throw new JobException(name + " cannot be read: " + e.getMessage());
      }
      if (found.size() == before) {
        throw new JobException("no .warc, .warc.gz, .jsonl or .parquet file in " + name);
      }
    }
    return found;
  }

  private static void local(String name, List<Source> found) throws IOException {
    java.nio.file.Path path = java.nio.file.Path.of(name);
    try (Stream<java.nio.file.Path> inside = Files.walk(path)) {
      for (java.nio.file.Path file : inside.filter(Files::isRegularFile).sorted().toList()) {
        Optional<Kind> kind = Kind.of(file.toString());
        if (kind.isPresent()) {
          found.add(
              new Source(
                  found.size(),
                  file.toString(),
                  file.toAbsolutePath().toUri().toString(),
                  kind.get(),
                  Files.size(file)));
        }
      }
    }
  }

  private void remote(String name, List<Source> found) throws IOException {
    Path pattern = new Path(name);
    FileSystem files = pattern.getFileSystem(hadoop);
    FileStatus[] matches = files.globStatus(pattern);
    if (matches == null || matches.length == 0) {
      throw new FileNotFoundException("no such file");
    }
    List<FileStatus> all = new ArrayList<>();
    for (FileStatus match : matches) {
      RemoteIterator<LocatedFileStatus> inside = files.listFiles(match.getPath(), true);
      while (inside.hasNext()) {
        all.add(inside.next());
      }
    }
    all.sort(Comparator.comparing(s -> s.getPath().toString()));
    for (FileStatus file : all) {
      String uri = file.getPath().toUri().toString();
      Kind.of(file.getPath().getName())
          .ifPresent(k -> found.add(new Source(found.size(), uri, uri, k, file.getLen())));
    }
  }
}
