package org.demarche.desk.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.demarche.archive.intake.Failures;
import org.demarche.archive.intake.Feeds;
import org.demarche.archive.intake.FollowedFeed;
import org.demarche.desk.account.Permission;
import org.demarche.desk.feed.FeedWork;
import org.demarche.desk.start.DeskSettings;
import org.demarche.press.feed.FeedException;
import org.demarche.press.feed.FeedFinder;
import org.demarche.press.feed.OpmlFile;
import org.demarche.press.feed.Subscription;
import org.demarche.press.fetch.FetchLimits;
import org.demarche.press.fetch.Fetcher;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The feeds that are followed, what is being read of them, and what failed. */
@Controller
final class FeedController {
  private static final int FAILURES = 200;
  private static final int LONGEST_NOTE = 1000;
  private static final int WEEK = 7 * 24 * 60;

  private final Feeds feeds;
  private final Failures failures;
  private final FeedWork work;
  private final FetchLimits looking;

  FeedController(Feeds feeds, Failures failures, FeedWork work, DeskSettings settings) {
    this.feeds = feeds;
    this.failures = failures;
    this.work = work;
    FetchLimits limits = settings.fetch();
    // Somebody is waiting for the answer.
    this.looking =
        new FetchLimits(
            limits.agent(),
            limits.bytes(),
            Duration.ofSeconds(10),
            limits.redirects(),
            Duration.ZERO,
            Duration.ofSeconds(2),
            1,
            limits.privateAddresses());
  }

  @GetMapping("/feeds")
  @Requires(Permission.FEEDS)
  String feeds(Model model) {
    progress(model);
    model.addAttribute("minutes", Feeds.MINUTES);
    return "feeds";
  }

  /** The part of the page that changes while feeds are read. */
  @GetMapping("/feeds/progress")
  @Requires(Permission.FEEDS)
  String progress(Model model) {
    model.addAttribute("feeds", feeds.list());
    model.addAttribute("doing", work.doing());
    model.addAttribute("failures", failures.count());
    return "feed-progress";
  }

  /** Follows the feed at an address, or the one that the page there names. */
  @PostMapping("/feeds")
  @Requires(Permission.FEEDS)
  String follow(
      @RequestParam String address,
      @RequestParam(defaultValue = "") String rights,
      @RequestParam(defaultValue = "" + Feeds.MINUTES) int minutes,
      Model model) {
    try (Fetcher fetcher = new Fetcher(looking)) {
      Subscription found = FeedFinder.find(URI.create(address.strip()), fetcher);
      boolean added = feeds.add(found, note(rights), within(minutes));
      work.ring();
      return Redirects.done("/feeds", added ? "feed-followed" : "followed-already");
    } catch (FeedException | IllegalArgumentException e) {
      model.addAttribute("mistake", String.valueOf(e.getMessage()));
      model.addAttribute("address", address);
      model.addAttribute("rights", rights);
      return feeds(model);
    }
  }

  @PostMapping("/feeds/{id}")
  @Requires(Permission.FEEDS)
  String settle(
      @PathVariable long id,
      @RequestParam(defaultValue = "") String title,
      @RequestParam(defaultValue = "") String rights,
      @RequestParam(defaultValue = "" + Feeds.MINUTES) int minutes,
      @RequestParam(defaultValue = "false") boolean enabled) {
    feed(id);
    feeds.settle(id, title.strip(), note(rights), within(minutes), enabled);
    work.ring();
    return Redirects.done("/feeds", "saved");
  }

  @PostMapping("/feeds/{id}/pull")
  @Requires(Permission.FEEDS)
  String pull(@PathVariable long id) {
    feed(id);
    feeds.wake(id);
    work.ring();
    return Redirects.done("/feeds", "pulling");
  }

  /** Its articles stay. */
  @PostMapping("/feeds/{id}/remove")
  @Requires(Permission.FEEDS)
  String remove(@PathVariable long id) {
    feeds.remove(feed(id).subscription().address());
    return Redirects.done("/feeds", "unfollowed");
  }

  @PostMapping("/feeds/opml")
  @Requires(Permission.FEEDS)
  String opml(@RequestParam(required = false) MultipartFile file, Model model) throws IOException {
    if (file == null || file.isEmpty()) {
      return Redirects.done("/feeds", "no-file");
    }
    try {
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("OPML");
      int added = 0;
      List<Subscription> found = OpmlFile.read(name, file.getBytes());
      for (Subscription feed : found) {
        added += feeds.add(feed) ? 1 : 0;
      }
      work.ring();
      model.addAttribute("taken", found.size());
      model.addAttribute("added", added);
    } catch (FeedException e) {
      model.addAttribute("mistake", e.getMessage());
    }
    return feeds(model);
  }

  @GetMapping("/feeds.opml")
  @Requires(Permission.FEEDS)
  ResponseEntity<byte[]> opml() {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "x-opml", StandardCharsets.UTF_8))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("feeds.opml").build().toString())
        .body(OpmlFile.write(feeds.all()));
  }

  @GetMapping("/failures")
  @Requires(Permission.FEEDS)
  String failures(Model model) {
    model.addAttribute("all", failures.latest(FAILURES));
    model.addAttribute("count", failures.count());
    model.addAttribute("doing", work.doing());
    return "failures";
  }

  @PostMapping("/failures/{id}/retry")
  @Requires(Permission.FEEDS)
  String retry(@PathVariable long id) {
    work.retry(failure(id));
    return Redirects.done("/failures", "retrying");
  }

  @PostMapping("/failures/retry")
  @Requires(Permission.FEEDS)
  String retryAll() {
    failures.latest(FAILURES).forEach(work::retry);
    return Redirects.done("/failures", "retrying");
  }

  @PostMapping("/failures/{id}/forget")
  @Requires(Permission.FEEDS)
  String forget(@PathVariable long id) {
    failures.forget(failure(id).id());
    return Redirects.done("/failures", "forgotten");
  }

  private FollowedFeed feed(long id) {
    return feeds.feed(id).orElseThrow(() -> new NotFoundException("feed " + id));
  }

  private Failures.Failure failure(long id) {
    return failures.failure(id).orElseThrow(() -> new NotFoundException("failure " + id));
  }

  private static String note(String rights) {
    String note = rights.strip();
    return note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) : note;
  }

  /** Once in five minutes is often enough for any outlet. */
  private static int within(int minutes) {
    return Math.max(5, Math.min(WEEK, minutes));
  }
}
