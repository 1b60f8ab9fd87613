package org.demarche.desk.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.demarche.archive.store.Entry;
import org.demarche.coder.text.Article;
import org.demarche.desk.follow.DigestRun;
import org.demarche.desk.start.RunningDesk;
import org.demarche.press.page.PressArticle;
import org.junit.jupiter.api.Test;

/** Everything that the desk itself writes and reads, on PostgreSQL. */
class PostgresTest {
  private static EmbeddedPostgres server() throws IOException {
    try {
      return EmbeddedPostgres.builder().start();
    } catch (IllegalStateException | IOException e) {
      assumeTrue(
          !"required".equals(System.getProperty("demarche.postgres")),
          "PostgreSQL does not start: " + e.getMessage());
      throw e;
    }
  }

  @Test
  void theDeskStandsOnPostgresToo() throws IOException {
    try (EmbeddedPostgres postgres = server();
        RunningDesk desk =
            RunningDesk.start(
                postgres.getJdbcUrl("postgres", "postgres"), false, Optional.empty())) {
      Article article =
          Article.of("one", "Chile closed a port. Bolivia protested.")
              .published(LocalDate.of(2016, 5, 24));
      long id = desk.archive().add(new Entry(PressArticle.of(article), Optional.empty())).article();
      String path = "/article/" + id;
      Browser chief =
          new Browser(desk.address())
              .get("/")
              .submit(
                  "/setup",
                  Map.of(
                      "name", "Chief", "email", "c@example.org", "password", RunningDesk.PASSWORD));
      assertThat(chief.get(path).status()).isEqualTo(200);
      chief.submit(path + "/rating", Map.of("value", "1"));
      chief.submit(path + "/comments", Map.of("text", "A comment"));
      String comment = chief.page().selectFirst(".comment").id().substring("comment-".length());
      chief
          .get("/comment/" + comment + "/edit")
          .submit("/comment/" + comment, Map.of("text", "Edited"));
      chief
          .get(path + "/events/new?start=0&end=20")
          .submit(path + "/events", Map.of("type", "COERCE", "actor", "Chile", "actorCode", "CHL"));
      assertThat(chief.page().selectFirst("table.events").text()).contains("COERCE", "CHL");
      for (String page :
          new String[] {
            "/", "/articles", "/articles?q=port", "/discussions", "/quality", "/admin"
          }) {
        assertThat(chief.get(page).status()).as(page).isEqualTo(200);
      }
      assertThat(chief.get("/").page().select("aside").text()).contains("1 comment");
      assertThat(chief.get("/gold.jsonl").body()).contains("\"type\":\"COERCE\"");
      chief.get("/following").submit("/following", Map.of("q", "type:COERCE", "name", "Coercion"));
      assertThat(chief.page().select(".followed .latest").text()).contains("COERCE");
      chief.submit("/following/1/digest", Map.of("hour", "7", "zone", "UTC"));
      desk.bean(DigestRun.class).sendDue();
      chief.submit("/following/1/feed", Map.of());
      String feed = java.net.URI.create(chief.page().selectFirst(".secret").text()).getPath();
      assertThat(new Browser(desk.address()).get(feed).body()).contains("COERCE");
      chief.get("/account").submit("/account/tokens", Map.of("name", "script"));
      chief.get("/admin").submit("/admin/invitations", Map.of("role", "READER"));
      assertThat(chief.page().select(".secret")).hasSize(1);
      chief.get("/").submit("/logout", Map.of());
      assertThat(chief.logIn("chief", "wrong password").status()).isEqualTo(422);
      assertThat(chief.logIn("chief", RunningDesk.PASSWORD).path()).isEqualTo("/");
    }
  }
}
