package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.store.Archive;
import org.demarche.archive.store.Filter;
import org.demarche.desk.start.Desk;
import org.demarche.desk.start.DeskSettings;
import org.demarche.desk.start.RunningDesk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir Path folder;

  @Test
  void samplesThatWereStoppedAreGoneOnWith() {
    String file = folder.resolve("demo.db").toString();
    int port = RunningDesk.freePort();
    DeskSettings settings =
        new DeskSettings(
            "localhost",
            port,
            URI.create("http://localhost:" + port + "/"),
            Optional.empty(),
            false,
            true);
    try (Archive archive = Archive.open(file)) {
      Desk.start(settings, archive, Clock.systemUTC()).close();
      assertThat(articles(archive)).isLessThan(14);
    }
    try (RunningDesk desk = RunningDesk.start(Path.of(file), true, Optional.empty())) {
      assertThat(articles(desk.archive())).isEqualTo(14);
      assertThat(new Browser(desk.address()).get("/").path()).isEqualTo("/setup");
    }
  }

  private static int articles(Archive archive) {
    return archive.newestArticles(new Filter("1 = 1", List.of()), 100).size();
  }
}
