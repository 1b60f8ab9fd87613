package org.demarche.coder.data;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A YAML file that people edit, read but not yet understood.
 *
 * @param name its path below the folder it was found in
 * @param content its text
 */
public record DataFile(String name, String content) {

  /**
   * The {@code *.yaml} files of a folder, any depth, sorted by path.
   *
   * @throws UncheckedIOException if the folder cannot be read
   */
  public static List<DataFile> ofFolder(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      List<DataFile> files = new ArrayList<>();
      for (Path path : paths.filter(p -> p.toString().endsWith(".yaml")).sorted().toList()) {
        files.add(new DataFile(path.toString(), Files.readString(path)));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /**
   * The files that a resource {@code files.txt} beside {@code anchor} lists, one path a line.
   *
   * @param folder the resource folder, relative to {@code anchor}'s package or absolute
   * @throws IllegalStateException if the list or a file of it is missing
   */
  public static List<DataFile> ofResources(Class<?> anchor, String folder) {
    List<DataFile> files = new ArrayList<>();
    for (String name : resource(anchor, folder + "/files.txt").lines().toList()) {
      if (!name.isBlank()) {
        files.add(new DataFile(name, resource(anchor, folder + "/" + name)));
      }
    }
    return files;
  }

  private static String resource(Class<?> anchor, String path) {
    try (InputStream in = anchor.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
