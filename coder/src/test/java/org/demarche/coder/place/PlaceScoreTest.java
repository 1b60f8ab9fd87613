package org.demarche.coder.place;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.demarche.coder.code.Coder;
import org.demarche.coder.event.Event;
import org.demarche.coder.text.Article;
import org.junit.jupiter.api.Test;

/** Scores the places of events against sentences labelled by hand, {@code places.tsv}. */
class PlaceScoreTest {
  private static final Gazetteer GAZETTEER = Gazetteer.builtIn();

  private record Line(String part, String place, String text) {}

  /** Counts over sentences; precision and recall of the place. */
  private static final class Score {
    final List<String> wrong = new ArrayList<>();
    int right;
    int given;
    int stated;
    int quiet;
    int none;

    double precision() {
      return (double) right / given;
    }

    double recall() {
      return (double) right / stated;
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "places: precision %.3f (%d of %d), recall %.3f (%d of %d), none where none is stated %d of %d",
          precision(),
          right,
          given,
          recall(),
          right,
          stated,
          quiet,
          none);
    }
  }

  @Test
  void placesAreRight() throws IOException {
    Coder coder = Coder.create();
    Score dev = score(coder, "dev");
    Score test = score(coder, "test");
    Score fresh = score(coder, "fresh");
    System.out.println("dev   " + dev + "\ntest  " + test + "\nfresh " + fresh);
    Stream.of(dev, test, fresh).flatMap(s -> s.wrong.stream()).forEach(System.out::println);
    for (Score score : List.of(dev, test, fresh)) {
      assertThat(score.precision()).as("precision").isGreaterThan(0.9);
      assertThat(score.recall()).as("recall").isGreaterThan(0.7);
      assertThat(score.quiet).as("none where none is stated").isGreaterThan(score.none - 2);
    }
  }

  private static Score score(Coder coder, String part) throws IOException {
    Score score = new Score();
    for (Line line : lines()) {
      if (!line.part().equals(part)) {
        continue;
      }
      List<Event> events = coder.code(Article.of("a", line.text())).events();
      List<String> found = events.stream().map(e -> shown(e, line)).distinct().toList();
      List<String> places = found.stream().filter(f -> !f.equals("-")).toList();
      boolean right = places.equals(List.of(line.place()));
      if (line.place().equals("-")) {
        score.none++;
        score.quiet += places.isEmpty() ? 1 : 0;
      } else {
        score.stated++;
        score.right += right ? 1 : 0;
      }
      score.given += places.size();
      if (!(right || (places.isEmpty() && line.place().equals("-")))) {
        score.wrong.add(line + " gave " + found + " of " + events.size() + " events");
      }
    }
    return score;
  }

  /** The label's own words where the place is the same, else the place. */
  private static String shown(Event event, Line line) {
    return event
        .place()
        .place()
        .map(
            place -> {
              String basis = event.place().basis().equals("dateline") ? "^" : "";
              String[] label = line.place().replace("^", "").split("@", 2);
              boolean same =
                  label.length == 2
                      && place.country().equals(label[1])
                      && (label[0].isEmpty()
                          ? place.kind() == Place.Kind.COUNTRY
                          : GAZETTEER.named(label[0]).contains(place));
              String name = same ? label[0] : place.name();
              return basis + name + "@" + place.country();
            })
        .orElse("-");
  }

  private static List<Line> lines() throws IOException {
    try (InputStream in = PlaceScoreTest.class.getResourceAsStream("places.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#") && !l.isBlank())
          .map(l -> l.split("\t", 3))
          .map(f -> new Line(f[0], f[1], f[2].replace('|', ' ')))
          .toList();
    }
  }
}
