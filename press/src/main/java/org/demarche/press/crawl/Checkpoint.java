package org.demarche.press.crawl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How far a crawl has been read and written, kept in a file so that a killed run can go on.
 *
 * @param files the files of the crawl, in order
 * @param place where to read on
 * @param written the bytes of output that belong to what was read before
 * @param articles how many these are
 */
public record Checkpoint(List<String> files, Place place, long written, long articles) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public Checkpoint {
    files = List.copyOf(files);
    Objects.requireNonNull(place);
  }

  /**
   * The checkpoint in a file; none where there is no such file.
   *
   * @throws IOException naming the file, where it is something else
   */
  public static Optional<Checkpoint> load(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      JsonNode node = JSON.readTree(Files.readAllBytes(file));
      List<String> files =
          JSON.convertValue(
              node.path("files"),
              JSON.getTypeFactory().constructCollectionType(List.class, String.class));
      Place place = new Place(node.path("file").intValue(), node.path("offset").longValue());
      return Optional.of(
          new Checkpoint(
              files, place, node.path("written").longValue(), node.path("articles").longValue()));
    } catch (JsonProcessingException | RuntimeException e) {
      throw new IOException(file + " is no checkpoint; delete it to begin anew", e);
    }
  }

  /** Replaces the file as a whole. */
  public void save(Path file) throws IOException {
    var node =
        JSON.createObjectNode()
            .put("file", place.file())
            .put("offset", place.offset())
            .put("written", written)
            .put("articles", articles);
    node.set("files", JSON.valueToTree(files));
    Path part = file.resolveSibling(file.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(node));
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
