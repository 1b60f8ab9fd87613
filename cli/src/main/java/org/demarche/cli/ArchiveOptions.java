package org.demarche.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.ArchiveException;
import picocli.CommandLine.Option;

/** Which archive to use. */
final class ArchiveOptions {
  @Option(
      names = "--archive",
      paramLabel = "FILE",
      description =
          "The archive: an SQLite file, or postgresql://USER:PASSWORD@HOST/DATABASE. By default"
              + " $$DEMARCHE_ARCHIVE, or else ~/.local/share/demarche/archive.db.")
  private String address;

  /** Opens the archive, which is made where there is none. */
  Archive open() {
    try {
      return Archive.open(address());
    } catch (ArchiveException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /** Opens an archive that is there. */
  Archive openExisting() {
    String address = address();
    if (!address.matches("(jdbc:)?postgres(ql)?:.*") && !Files.exists(Path.of(address))) {
      throw new UsageException(
          "there is no archive at " + address + "; 'demarche add FILE…' makes one");
    }
    return open();
  }

  /** Whether the command line says which archive. */
  boolean chosen() {
    return address != null;
  }

  /** Whether somebody said which archive. */
  boolean named() {
    return address != null || !System.getenv().getOrDefault("DEMARCHE_ARCHIVE", "").isEmpty();
  }

  private String address() {
    if (address != null) {
      return address;
    }
    Map<String, String> environment = System.getenv();
    String set = environment.getOrDefault("DEMARCHE_ARCHIVE", "");
    if (!set.isEmpty()) {
      return set;
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    Path folder =
        data.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "share")
            : Path.of(data);
    return folder.resolve("demarche").resolve("archive.db").toString();
  }
}
