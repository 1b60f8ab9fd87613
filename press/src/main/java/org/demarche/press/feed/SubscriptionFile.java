package org.demarche.press.feed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
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
 * The feeds that are followed, in a JSON file. The file is replaced as a whole with each change, so
 * that a kill leaves the old one or the new one. Thread-safe.
 */
public final class SubscriptionFile implements FeedList {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path file;
  private final List<Subscription> feeds = new ArrayList<>();

  public SubscriptionFile(Path file) {
    this.file = file;
  }

  /**
   * Reads the file; where there is none there are no feeds.
   *
   * @throws FeedException naming the file, where it is not such a file
   */
  public synchronized void load() throws IOException, FeedException {
    feeds.clear();
    if (!Files.exists(file)) {
      return;
    }
    try {
      for (JsonNode feed : JSON.readTree(Files.readAllBytes(file)).path("feeds")) {
        feeds.add(subscription(feed));
      }
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

  /** The feeds in the order they were added. */
  @Override
  public synchronized List<Subscription> all() {
    return List.copyOf(feeds);
  }

  @Override
  public synchronized boolean add(Subscription feed) {
    if (feeds.stream().anyMatch(f -> f.address().equals(feed.address()))) {
      return false;
    }
    feeds.add(feed);
    save();
    return true;
  }

  @Override
  public synchronized boolean remove(URI address) {
    boolean removed = feeds.removeIf(f -> f.address().equals(address));
    if (removed) {
      save();
    }
    return removed;
  }

  /** Keeps a feed as it was read in the place of what it was before. */
  public synchronized void replace(Subscription before, Subscription read) {
    feeds.replaceAll(f -> f.address().equals(before.address()) ? read : f);
    save();
  }

  private void save() {
    try {
      write();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Replaces the file. */
  private void write() throws IOException {
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
