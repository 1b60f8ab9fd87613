package org.demarche.cli;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.codebook.Codebook;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataFile;
import picocli.CommandLine.Option;

/** Which codebook and actor book to use. */
final class EngineOptions {
  private static final int PROBLEMS = 20;

  @Option(
      names = "--codebook",
      paramLabel = "DIR",
      description = "A folder of rules (*.yaml), added to the built-in codebook. Repeatable.")
  private List<Path> codebooks = new ArrayList<>();

  @Option(
      names = "--only-codebook",
      description = "Use the rules of --codebook alone, without the built-in ones.")
  private boolean onlyCodebook;

  @Option(
      names = "--actors",
      paramLabel = "DIR",
      description = "A folder of actors (*.yaml), added to the built-in actor book. Repeatable.")
  private List<Path> actors = new ArrayList<>();

  @Option(
      names = "--only-actors",
      description = "Use the actors of --actors alone, without the built-in ones.")
  private boolean onlyActors;

  /** One folder of rules alone, with the built-in actor book. */
  static EngineOptions only(Path codebook) {
    EngineOptions options = new EngineOptions().with(codebook);
    options.onlyCodebook = true;
    return options;
  }

  /** The same with one more folder of rules. */
  EngineOptions with(Path codebook) {
    EngineOptions more = new EngineOptions();
    more.codebooks = new ArrayList<>(codebooks);
    more.codebooks.add(codebook);
    more.onlyCodebook = onlyCodebook;
    more.actors = actors;
    more.onlyActors = onlyActors;
    return more;
  }

  /**
   * Refuses what cannot be used before anything costly begins.
   *
   * @throws UsageException naming the folder
   */
  void check() {
    if (onlyCodebook && codebooks.isEmpty()) {
      throw new UsageException("--only-codebook needs --codebook DIR");
    }
    if (onlyActors && actors.isEmpty()) {
      throw new UsageException("--only-actors needs --actors DIR");
    }
    codebooks.forEach(dir -> files("codebook", dir));
    actors.forEach(dir -> files("actor book", dir));
  }

  /** Whether only what is built in is asked for. */
  boolean builtIn() {
    return codebooks.isEmpty() && actors.isEmpty();
  }

  /**
   * @throws UsageException listing every problem with file and line
   */
  Codebook codebook() {
    try {
      List<DataFile> files = files("codebook", codebooks);
      return onlyCodebook ? Codebook.of(files) : Codebook.builtInWith(files);
    } catch (DataException e) {
      throw new UsageException("the codebook cannot be used:\n" + shown(e));
    }
  }

  /**
   * @throws UsageException listing every problem with file and line
   */
  ActorBook actorBook() {
    try {
      List<DataFile> files = files("actor book", actors);
      return onlyActors ? ActorBook.of(files, List.of()) : ActorBook.builtInWith(files);
    } catch (DataException e) {
      throw new UsageException("the actor book cannot be used:\n" + shown(e));
    }
  }

  /** The first problems; one mistake can make hundreds. */
  private static String shown(DataException e) {
    List<String> lines =
        new ArrayList<>(e.problems().stream().limit(PROBLEMS).map(Object::toString).toList());
    if (e.problems().size() > PROBLEMS) {
      lines.add("… and " + (e.problems().size() - PROBLEMS) + " more");
    }
    return String.join("\n", lines);
  }

  private static List<DataFile> files(String what, List<Path> folders) {
    List<DataFile> files = new ArrayList<>();
    folders.forEach(folder -> files.addAll(files(what, folder)));
    return files;
  }

  private static List<DataFile> files(String what, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UsageException("no such " + what + " folder: " + folder);
    }
    try {
      List<DataFile> files = DataFile.ofFolder(folder);
      if (files.isEmpty()) {
        throw new UsageException("no *.yaml file in the " + what + " folder " + folder);
      }
      return files;
    } catch (UncheckedIOException e) {
      throw new UsageException(e.getMessage() + ": " + e.getCause().getMessage());
    }
  }
}
