package org.demarche.archive.intake;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.demarche.archive.store.Database;
import org.demarche.press.crawl.Crawl;
import org.demarche.press.crawl.Place;

/** How far crawls have been read into an archive, so that one that was killed can go on. */
public final class CrawlPlaces {
  private final Database database;

  public CrawlPlaces(Database database) {
    this.database = database;
  }

  /** Where to go on with a crawl of just these files. */
  public Optional<Place> place(Crawl crawl) {
    return database
        .read(
            h ->
                h.createQuery("SELECT value FROM setting WHERE key = ?")
                    .bind(0, key(crawl))
                    .mapTo(String.class)
                    .findOne())
        .map(value -> value.split(" "))
        .map(parts -> new Place(Integer.parseInt(parts[0]), Long.parseLong(parts[1])));
  }

  /** Everything before the place is in the archive. */
  public void reached(Crawl crawl, Place place) {
    database.write(
        h ->
            h.execute(
                "INSERT INTO setting (key, value) VALUES (?, ?)"
                    + " ON CONFLICT (key) DO UPDATE SET value = excluded.value",
                key(crawl),
                place.file() + " " + place.offset()));
  }

  /** The crawl is in the archive as a whole. */
  public void finished(Crawl crawl) {
    database.write(h -> h.execute("DELETE FROM setting WHERE key = ?", key(crawl)));
  }

  private static String key(Crawl crawl) {
    String names =
        crawl.files().stream()
            .map(Path::toAbsolutePath)
            .map(Path::toString)
            .collect(Collectors.joining("\n"));
    return "crawl " + UUID.nameUUIDFromBytes(names.getBytes(StandardCharsets.UTF_8));
  }
}
