package org.demarche.evaluation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A web page with the text that is to be found in it.
 *
 * @param id the page's name
 * @param url where it came from
 * @param text the article's text, without its title
 * @param file the page, compressed with gzip
 */
public record PageGold(String id, String url, String text, Path file) {

  /**
   * Reads a folder in the layout of the article-extraction-benchmark: {@code ground-truth.json}
   * with an object for each page, and {@code html/ID.html.gz}.
   *
   * @throws GoldException if the file is wrong or a page is missing
   */
  public static List<PageGold> read(Path folder) throws IOException {
    Path truth = folder.resolve("ground-truth.json");
    if (!Files.exists(truth)) {
      throw new GoldException(folder + ": holds no ground-truth.json");
    }
    JsonNode root;
    try {
      root = JsonMapper.builder().build().readTree(Files.readAllBytes(truth));
    } catch (JsonProcessingException e) {
      throw new GoldException(
          truth + ":" + e.getLocation().getLineNr() + ": " + e.getOriginalMessage(), e);
    }
    List<PageGold> pages = new ArrayList<>();
    for (Map.Entry<String, JsonNode> page : root.properties()) {
      String id = page.getKey();
      Path file = folder.resolve("html").resolve(id + ".html.gz");
      if (!page.getValue().path("articleBody").isTextual()) {
        throw new GoldException(truth + ": " + id + " has no text \"articleBody\"");
      }
      if (!Files.exists(file)) {
        throw new GoldException(truth + ": " + id + " has no page " + file);
      }
      pages.add(
          new PageGold(
              id,
              page.getValue().path("url").asText(""),
              page.getValue().path("articleBody").asText(),
              file));
    }
    if (pages.isEmpty()) {
      throw new GoldException(truth + ": holds no page");
    }
    return pages;
  }
}
