package org.demarche.archive.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Databases;
import org.demarche.archive.store.Dialect;
import org.demarche.archive.store.Entry;
import org.demarche.archive.store.Filter;
import org.demarche.archive.store.SharedCoder;
import org.demarche.coder.text.Article;
import org.demarche.coder.text.Provenance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How well reports are grouped: over all pairs of reports in one half of the set, those put into
 * one story against those of one event. What the coder does not read counts against recall.
 */
class StoryScoreTest {
  @TempDir Path folder;

  private record Line(String event, String half, LocalDate day, String outlet, String text) {}

  private record Score(int right, int wrong, int missed) {
    double precision() {
      return (double) right / (right + wrong);
    }

    double recall() {
      return (double) right / (right + missed);
    }
  }

  @Test
  void reportsOfOneEventAreOneStory() throws IOException {
    Score set = score("set");
    Score measured = score("measure");
    System.out.printf(
        "stories, half to set by: %s, precision %.2f, recall %.2f%n",
        set, set.precision(), set.recall());
    System.out.printf(
        "stories, half to measure on: %s, precision %.2f, recall %.2f%n",
        measured, measured.precision(), measured.recall());
    assertThat(measured.precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(measured.recall()).isGreaterThanOrEqualTo(0.7);
  }

  private Score score(String half) throws IOException {
    List<Line> lines = lines().stream().filter(line -> line.half().equals(half)).toList();
    Map<String, Set<Long>> stories = stories(half, lines);
    int right = 0;
    int wrong = 0;
    int missed = 0;
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        boolean same = lines.get(i).event().equals(lines.get(j).event());
        boolean together =
            stories.get(id(half, i)).stream().anyMatch(stories.get(id(half, j))::contains);
        right += same && together ? 1 : 0;
        wrong += !same && together ? 1 : 0;
        missed += same && !together ? 1 : 0;
        if (same != together) {
          System.out.printf(
              "%s: %s | %s%n",
              together ? "wrongly together" : "not together",
              lines.get(i).text(),
              lines.get(j).text());
        }
      }
    }
    return new Score(right, wrong, missed);
  }

  private static String id(String half, int i) {
    return half + "-" + i;
  }

  /** The stories of the events that each report was read to. */
  private Map<String, Set<Long>> stories(String half, List<Line> lines) {
    Map<String, Set<Long>> stories = new HashMap<>();
    try (Archive archive = Archive.open(Databases.fresh(Dialect.SQLITE, folder))) {
      List<Entry> entries = new ArrayList<>();
      for (int i = 0; i < lines.size(); i++) {
        Line line = lines.get(i);
        String address = "https://" + line.outlet() + "/" + id(half, i);
        Article article =
            new Article(
                id(half, i),
                "",
                "",
                "en",
                Optional.of(line.day()),
                line.text(),
                Provenance.ofUrl(address),
                List.of());
        entries.add(Entry.of(article, SharedCoder.CODER.code(article)));
        stories.put(id(half, i), Set.of());
      }
      archive.add(entries);
      Map<String, List<Long>> read = new TreeMap<>();
      archive.eachEvent(
          Filter.current(),
          e -> read.computeIfAbsent(e.event().article(), a -> new ArrayList<>()).add(e.story()));
      read.forEach((id, found) -> stories.put(id, found.stream().collect(Collectors.toSet())));
    }
    return stories;
  }

  private static List<Line> lines() throws IOException {
    try (InputStream in = StoryScoreTest.class.getResourceAsStream("reports.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t"))
          .map(c -> new Line(c[0], c[1], LocalDate.parse(c[2]), c[3], c[4]))
          .toList();
    }
  }
}
