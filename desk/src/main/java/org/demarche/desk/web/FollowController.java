package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Secrets;
import org.demarche.desk.follow.AtomFeed;
import org.demarche.desk.follow.Digests;
import org.demarche.desk.follow.FollowedPages;
import org.demarche.desk.follow.SavedSearch;
import org.demarche.desk.follow.SavedSearches;
import org.demarche.desk.follow.Saving;
import org.demarche.desk.mail.Mailer;
import org.demarche.desk.start.DeskSettings;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.context.request.WebRequest;

/** Saved searches, their feeds and their letters. */
@Controller
final class FollowController {
  private static final MediaType ATOM =
      MediaType.parseMediaType("application/atom+xml;charset=UTF-8");

  private final SavedSearches searches;
  private final Digests digests;
  private final FollowedPages pages;
  private final AtomFeed feed;
  private final Accounts accounts;
  private final Mailer mailer;
  private final URI address;

  FollowController(
      SavedSearches searches,
      Digests digests,
      FollowedPages pages,
      AtomFeed feed,
      Accounts accounts,
      Mailer mailer,
      DeskSettings settings) {
    this.searches = searches;
    this.digests = digests;
    this.pages = pages;
    this.feed = feed;
    this.accounts = accounts;
    this.mailer = mailer;
    this.address = settings.address();
  }

  @GetMapping("/following")
  @Requires(Permission.OWN)
  String page(Model model) {
    Account reader = Visitor.known();
    model.addAttribute("followed", pages.of(reader));
    model.addAttribute("hours", IntStream.range(0, 24).boxed().toList());
    model.addAttribute("zones", new TreeSet<>(ZoneId.getAvailableZoneIds()));
    model.addAttribute("sends", mailer.sends());
    return "following";
  }

  @PostMapping("/following")
  @Requires(Permission.OWN)
  String save(
      @RequestParam(defaultValue = "") String name,
      @RequestParam String q,
      Model model,
      HttpServletResponse response) {
    return searches
        .save(Visitor.known(), name, q)
        .fold(
            saved -> Redirects.done("/following#search-" + saved.search().id(), "followed"),
            refused -> {
              model.addAttribute("name", name);
              model.addAttribute("typed", q);
              return refused(refused, model, response);
            });
  }

  private String refused(Saving.Refused refused, Model model, HttpServletResponse response) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problem", refused.reason());
    model.addAttribute("detail", refused.detail());
    return page(model);
  }

  @PostMapping("/following/{id}")
  @Requires(Permission.OWN)
  String rename(
      @PathVariable long id, @RequestParam String name, Model model, HttpServletResponse response) {
    return searches
        .rename(own(id), name)
        .fold(saved -> done(id, "saved"), refused -> refused(refused, model, response));
  }

  @PostMapping("/following/{id}/delete")
  @Requires(Permission.OWN)
  String delete(@PathVariable long id) {
    searches.delete(own(id));
    return Redirects.done("/following", "deleted");
  }

  /** Gives the feed an address, which is shown this once. */
  @PostMapping("/following/{id}/feed")
  @Requires(Permission.OWN)
  String makeFeed(@PathVariable long id, Model model) {
    SavedSearch saved = own(id);
    model.addAttribute("feed", feedAddress(searches.makeFeed(saved)).toString());
    model.addAttribute("feedOf", saved.id());
    return page(model);
  }

  private URI feedAddress(String secret) {
    return address.resolve("/feed/" + secret);
  }

  @PostMapping("/following/{id}/feed/end")
  @Requires(Permission.OWN)
  String endFeed(@PathVariable long id) {
    searches.endFeed(own(id));
    return done(id, "feed-ended");
  }

  @PostMapping("/following/{id}/digest")
  @Requires(Permission.OWN)
  String subscribe(@PathVariable long id, @RequestParam int hour, @RequestParam String zone) {
    SavedSearch saved = own(id);
    if (hour < 0 || hour > 23) {
      throw new NotFoundException("hour " + hour);
    }
    try {
      digests.subscribe(saved, hour, ZoneId.of(zone));
    } catch (DateTimeException e) {
      throw new NotFoundException("zone " + zone);
    }
    return done(id, "letters");
  }

  @PostMapping("/following/{id}/digest/end")
  @Requires(Permission.OWN)
  String unsubscribe(@PathVariable long id) {
    digests.unsubscribe(own(id));
    return done(id, "no-letters");
  }

  private static String done(long id, String what) {
    return Redirects.done("/following#search-" + id, what);
  }

  private SavedSearch own(long id) {
    return searches
        .of(Visitor.known(), id)
        .orElseThrow(() -> new NotFoundException("saved search " + id));
  }

  /** A feed, for whoever has its address. */
  @GetMapping("/feed/{token}")
  @Requires(Permission.PUBLIC)
  @ResponseBody
  ResponseEntity<String> feed(@PathVariable String token, WebRequest request) {
    SavedSearch saved =
        searches.byFeed(token).orElseThrow(() -> new NotFoundException("feed " + token));
    Locale locale =
        accounts
            .byId(saved.account())
            .flatMap(a -> VisitorLocale.spoken(a.language()))
            .orElse(Locale.ENGLISH);
    AtomFeed.Written written = feed.write(saved, feedAddress(token), locale);
    String tag = "\"" + Secrets.hash(written.xml()).substring(0, 32) + "\"";
    if (request.checkNotModified(tag, written.updated().toEpochMilli())) {
      return null;
    }
    return ResponseEntity.ok()
        .contentType(ATOM)
        .cacheControl(CacheControl.noCache().cachePrivate())
        .body(written.xml());
  }

  /** What the link in a letter leads to. Nothing is done yet: programs look at links too. */
  @GetMapping("/unsubscribe/{token}")
  @Requires(Permission.PUBLIC)
  String askToUnsubscribe(@PathVariable String token, Model model, HttpServletResponse response) {
    model.addAttribute("token", token);
    SavedSearch saved = digests.byLink(token).orElse(null);
    model.addAttribute("saved", saved);
    model.addAttribute("ended", saved != null && saved.digest().isEmpty());
    if (saved == null) {
      response.setStatus(HttpStatus.NOT_FOUND.value());
    }
    return "unsubscribe";
  }

  /** Ends the letters: sent by the button of the page, or by a mail program (RFC 8058). */
  @PostMapping("/unsubscribe/{token}")
  @Requires(Permission.PUBLIC)
  String unsubscribe(
      @PathVariable String token,
      @RequestParam(name = "List-Unsubscribe", defaultValue = "") String oneClick,
      Model model,
      HttpServletResponse response) {
    if (oneClick.equals("One-Click")) {
      digests.byLink(token).ifPresent(digests::unsubscribe);
    }
    return askToUnsubscribe(token, model, response);
  }
}
