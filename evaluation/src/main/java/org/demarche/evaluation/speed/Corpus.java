package org.demarche.evaluation.speed;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.demarche.coder.text.Article;

/** Articles to measure with. */
final class Corpus {
  private Corpus() {}

  /**
   * Reads JSON lines with {@code text}, and {@code published} (2022-06-20) where it is known.
   *
   * @throws IOException if the file cannot be read or a line is wrong; it names file and line
   */
  static List<Article> read(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    List<Article> articles = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (line.isBlank()) {
        continue;
      }
      try {
        JsonNode json = mapper.readTree(line);
        if (!json.path("text").isTextual()) {
          throw new IOException(file + ":" + number + ": no \"text\"");
        }
        Article article = Article.of(file + ":" + number, json.path("text").asText());
        String day = json.path("published").asText("");
        articles.add(day.isEmpty() ? article : article.published(LocalDate.parse(day)));
      } catch (JsonProcessingException | DateTimeException e) {
        throw new IOException(file + ":" + number + ": " + e.getMessage(), e);
      }
    }
    if (articles.isEmpty()) {
      throw new IOException(file + ": no articles");
    }
    return articles;
  }
}
