package org.demarche.press.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.demarche.press.fetch.Validators;

/**
 * The feeds that are followed, in a JSON file. The file is replaced as a whole, so that a kill
 * leaves the old one or the new one.
 */
public final class SubscriptionFile {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;

  public SubscriptionFile(Path file) {
    this.file = file;
  }

  /**
   * The feeds in the order they were added; none where there is no such file.
   *
   * @throws FeedException naming the file, where it is not such a file
   */
  public List<Subscription> load() throws IOException, FeedException {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      List<Subscription> feeds = new ArrayList<>();
      for (JsonNode feed : JSON.readTree(Files.readAllBytes(file)).path("feeds")) {
        feeds.add(subscription(feed));
      }
      return feeds;
    } catch (JsonProcessingException e) {
      throw new FeedException(
          file
              + ":"
              + e.getLocation().getLineNr()
              + ": not JSON; this file is written by 'feed add'");
    } catch (IllegalArgumentException | java.time.DateTimeException e) {
      throw new FeedException(file + " is no file of feeds: " + e.getMessage());
    }
  }

  /** Replaces the file. */
  public void save(List<Subscription> feeds) throws IOException {
    ObjectNode root = JSON.createObjectNode();
    ArrayNode list = root.putArray("feeds");
    for (Subscription feed : feeds) {
      ObjectNode node = list.addObject().put("address", feed.address().toString());
      node.put("title", feed.title());
      feed.validators().etag().ifPresent(value -> node.put("etag", value));
      feed.validators().lastModified().ifPresent(value -> node.put("lastModified", value));
      feed.pulled().ifPresent(value -> node.put("pulled", value.toString()));
      feed.notBefore().ifPresent(value -> node.put("notBefore", value.toString()));
      feed.problem().ifPresent(value -> node.put("problem", value));
      ArrayNode seen = node.putArray("seen");
      feed.seen().forEach(seen::add);
    }
    Path absolute = file.toAbsolutePath();
    Files.createDirectories(absolute.getParent());
    Path part = absolute.resolveSibling(absolute.getFileName() + ".part");
    Files.write(part, JSON.writeValueAsBytes(root));
    Files.move(part, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static Subscription subscription(JsonNode node) {
    List<String> seen = new ArrayList<>();
    node.path("seen").forEach(hash -> seen.add(hash.asText()));
    return new Subscription(
        URI.create(node.path("address").asText()),
        node.path("title").asText(""),
        new Validators(string(node, "etag"), string(node, "lastModified")),
        string(node, "pulled").map(Instant::parse),
        string(node, "notBefore").map(Instant::parse),
        string(node, "problem"),
        seen);
  }

  private static Optional<String> string(JsonNode node, String key) {
    return Optional.ofNullable(node.path(key).textValue());
  }
}
