package org.demarche.desk.follow;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Search;
import org.demarche.desk.account.Account;
import org.springframework.stereotype.Component;

/** Puts together what a reader's page of saved searches shows. Thread-safe. */
@Component
public final class FollowedPages {
  private static final int LATEST = 3;

  private final SavedSearches searches;
  private final NewsDesk news;
  private final Search search;

  FollowedPages(SavedSearches searches, NewsDesk news, Search search) {
    this.searches = searches;
    this.news = news;
    this.search = search;
  }

  /**
   * A saved search and the last events in it.
   *
   * @param events how many there are in all
   */
  public record Followed(SavedSearch saved, long events, List<Line> latest) {
    public Followed {
      latest = List.copyOf(latest);
    }
  }

  /**
   * An event on a line.
   *
   * @param quad quad class, 0 where it has none
   * @param place where it is read, a path on the desk
   */
  public record Line(
      String type, int quad, String who, Optional<String> date, String source, String place) {}

  public List<Followed> of(Account account) {
    return searches.of(account).stream().map(this::followed).toList();
  }

  private Followed followed(SavedSearch saved) {
    Optional<Parsed.Understood> query = searches.understood(saved);
    return new Followed(
        saved,
        query.map(q -> search.countEvents(q.query())).orElse(0L),
        query.map(q -> news.latest(q.query(), LATEST)).orElse(List.of()).stream()
            .map(FollowedPages::line)
            .toList());
  }

  private static Line line(Told told) {
    URI link = told.link();
    return new Line(
        told.event().type(),
        told.event().quad().orElse(0),
        told.who(),
        told.event().date().date(),
        told.source(),
        link.getPath() + "?" + link.getQuery() + "#" + link.getFragment());
  }
}
