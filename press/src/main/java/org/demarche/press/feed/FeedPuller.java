package org.demarche.press.feed;

import com.dynatrace.hash4j.hashing.Hashing;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.demarche.press.fetch.Fetched;
import org.demarche.press.fetch.Fetcher;
import org.demarche.press.fetch.Validators;
import org.demarche.press.page.Item;
import org.demarche.press.page.Moment;
import org.demarche.press.page.PageReader;
import org.demarche.press.page.PressArticle;
import org.demarche.press.page.Reading;

/**
 * Reads what is new in a feed: asks for the feed, fetches the page of each entry not seen before,
 * and takes the article from it; where the page cannot be had and the feed carries the text, from
 * there. Thread-safe.
 */
public final class FeedPuller {
  /** Feeds show some hundred entries at most; what stands after that is not looked at. */
  private static final int LOOKED_AT = 1000;

  /** Entries remembered as read; older ones are forgotten. */
  private static final int REMEMBERED = 2 * LOOKED_AT;

  /** Characters from which on a text in the feed is an article and not a teaser. */
  private static final int WHOLE = 400;

  private final Fetcher fetcher;
  private final PageReader pages;
  private final Clock clock;

  public FeedPuller(Fetcher fetcher, PageReader pages, Clock clock) {
    this.fetcher = fetcher;
    this.pages = pages;
    this.clock = clock;
  }

  /** Hears what a pull does. */
  public interface Observer {
    /** A page of the feed is fetched now. */
    default void fetching(URI page) {}

    /** Takes each article as soon as it is read, and what failed. */
    void pulled(Item<PressArticle> pulled);
  }

  /**
   * Reads a feed's new articles. A thread that is interrupted stops before the next one.
   *
   * @return the feed as it is to be kept; entries that failed and may succeed are tried again next
   *     time
   */
  public Subscription pull(Subscription feed, Observer observer) {
    Consumer<Item<PressArticle>> sink = observer::pulled;
    Instant now = clock.instant();
    String where = feed.address().toString();
    if (feed.notBefore().filter(now::isBefore).isPresent()) {
      sink.accept(new Item.LeftOut<>(where, "its server asked to be left alone for a while"));
      return feed;
    }
    return fetcher
        .fetch(feed.address(), feed.validators())
        .fold(
            page -> read(feed, page, now, observer),
            unchanged -> {
              sink.accept(new Item.LeftOut<>(where, "nothing new"));
              return feed.unchanged(now);
            },
            failed -> {
              if (Thread.currentThread().isInterrupted()) {
                return feed;
              }
              sink.accept(new Item.Failed<>(where, failed.kind().label(), failed.why()));
              return feed.failed(failed.why(), failed.later().map(now::plus));
            });
  }

  private Subscription read(Subscription feed, Fetched.Page page, Instant now, Observer observer) {
    FeedDocument document;
    try {
      document = FeedParser.parse(page);
    } catch (FeedException e) {
      observer.pulled(new Item.Failed<>(feed.address().toString(), "no feed", e.getMessage()));
      return feed.failed(e.getMessage(), Optional.empty());
    }
    Set<String> seen = new LinkedHashSet<>(feed.seen());
    boolean all = true;
    boolean any = false;
    for (FeedItem item : document.items().stream().limit(LOOKED_AT).toList()) {
      String hash = hash(item.id());
      if (!seen.contains(hash)) {
        any = true;
        item.page().ifPresent(observer::fetching);
        Tried tried = article(item);
        if (Thread.currentThread().isInterrupted()) {
          all = false;
          break;
        }
        observer.pulled(tried.item());
        if (tried.again()) {
          all = false;
        } else {
          seen.add(hash);
        }
      }
    }
    if (!any) {
      observer.pulled(new Item.LeftOut<>(feed.address().toString(), "nothing new"));
    }
    List<String> kept = new ArrayList<>(seen);
    return new Subscription(
        page.moved() ? page.address() : feed.address(),
        feed.title().isEmpty() ? document.title() : feed.title(),
        // With an entry still to be read, the feed must be sent whole once more.
        all ? page.validators() : Validators.NONE,
        Optional.of(now),
        Optional.empty(),
        Optional.empty(),
        kept.subList(Math.max(0, kept.size() - REMEMBERED), kept.size()));
  }

  /** Reads one page, as if it stood in a feed. */
  public Item<PressArticle> page(URI address) {
    return article(new FeedItem(address.toString(), Optional.of(address), "", Optional.empty(), ""))
        .item();
  }

  /**
   * What came of an entry.
   *
   * @param again whether it is worth trying again; what is gone for good is not
   */
  private record Tried(Item<PressArticle> item, boolean again) {}

  private Tried article(FeedItem item) {
    if (item.page().isEmpty()) {
      return settled(
          inFeed(item)
              .orElseGet(() -> new Item.LeftOut<>(item.id(), "an entry without a page or a text")));
    }
    URI address = item.page().get();
    return fetcher
        .fetch(address, Validators.NONE)
        .fold(
            page -> settled(onPage(item, page)),
            unchanged -> settled(new Item.LeftOut<>(address.toString(), "nothing new")),
            failed ->
                inFeed(item)
                    .map(FeedPuller::settled)
                    .orElseGet(
                        () ->
                            new Tried(
                                new Item.Failed<>(
                                    address.toString(), failed.kind().label(), failed.why()),
                                failed.kind().isPassing())));
  }

  private static Tried settled(Item<PressArticle> item) {
    return new Tried(item, false);
  }

  private Item<PressArticle> onPage(FeedItem item, Fetched.Page page) {
    String address = page.address().toString();
    Reading reading = pages.read(address, page.bytes(), page.charset(), Optional.of(address));
    return reading.fold(
        found -> new Item.Read<>(dated(found.article(), item)),
        nothing -> inFeed(item).orElseGet(() -> new Item.LeftOut<>(address, nothing.why())));
  }

  /** The article as the feed itself carries it. */
  private Optional<Item<PressArticle>> inFeed(FeedItem item) {
    if (item.html().length() < WHOLE) {
      return Optional.empty();
    }
    String title = org.jsoup.nodes.Entities.escape(item.title());
    String page =
        "<!doctype html><html><head><meta charset=utf-8><title>"
            + title
            + "</title></head><body><article><h1>"
            + title
            + "</h1>"
            + item.html()
            + "</article></body></html>";
    String id = item.page().map(URI::toString).orElse(item.id());
    return pages
        .read(
            id,
            page.getBytes(StandardCharsets.UTF_8),
            Optional.of("utf-8"),
            item.page().map(URI::toString))
        .fold(
            found -> Optional.of(new Item.Read<>(dated(found.article(), item))),
            nothing -> Optional.empty());
  }

  /** With the feed's date, where the page states none. */
  private static PressArticle dated(PressArticle article, FeedItem item) {
    if (article.article().published().isPresent() || item.published().isEmpty()) {
      return article;
    }
    var time = item.published().get().atOffset(ZoneOffset.UTC);
    return article.published(
        new Moment(
            time.toLocalDate(), Optional.of(time.toLocalTime()), Optional.of(ZoneOffset.UTC)));
  }

  private static String hash(String id) {
    return HexFormat.of().toHexDigits(Hashing.komihash5_0().hashCharsToLong(id));
  }
}
