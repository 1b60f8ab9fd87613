package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.archive.store.StoredEvent;
import org.demarche.archive.tally.Acts;
import org.demarche.desk.account.Permission;
import org.demarche.desk.view.ActorProfile;
import org.demarche.desk.view.Actors;
import org.demarche.desk.view.Asked;
import org.demarche.desk.view.Timelines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of actors and of pairs of them. */
@Controller
final class ActorController {
  private static final int RECENT = 10;
  private static final int VOTES = 50;

  private final Views views;
  private final Actors actors;
  private final Search search;
  private final Timelines timelines;
  private final Clock clock;

  ActorController(Views views, Actors actors, Search search, Timelines timelines, Clock clock) {
    this.views = views;
    this.actors = actors;
    this.search = search;
    this.timelines = timelines;
    this.clock = clock;
  }

  /**
   * The page of an actor.
   *
   * @param at the day of which offices and memberships are told; today by default
   */
  @GetMapping("/actors/{code}")
  @Requires(Permission.READ)
  String actor(
      @PathVariable String code,
      @RequestParam(defaultValue = "") String at,
      Model model,
      Locale locale) {
    ActorProfile profile = known(code, at);
    views.names(model, locale);
    model.addAttribute("actor", profile);
    recent(model, locale, Actors.of(code), "party:" + code);
    model.addAttribute("partners", actors.partners(code));
    model.addAttribute("votes", actors.votes(code, VOTES));
    return "actor";
  }

  /** The data behind it: partners as CSV; offices, memberships and partners as JSON. */
  @GetMapping("/actors/{code}/data.{format}")
  @Requires(Permission.READ)
  void actorData(
      @PathVariable String code,
      @PathVariable String format,
      @RequestParam(defaultValue = "") String at,
      HttpServletResponse response)
      throws IOException {
    ActorProfile profile = known(code, at);
    if (format.equals("json")) {
      Views.send(code, format, "application/json", response, out -> actors.json(profile, out));
    } else {
      Views.send(code, format, actors.sheet(code), response);
    }
  }

  /** The page of two actors. */
  @GetMapping("/pairs/{one}/{other}")
  @Requires(Permission.READ)
  String pair(@PathVariable String one, @PathVariable String other, Model model, Locale locale) {
    known(one, "");
    known(other, "");
    views.names(model, locale);
    model.addAttribute("pair", actors.pair(one, other));
    recent(model, locale, Actors.between(one, other), Asked.between(one, other));
    return "pair";
  }

  /** The data behind it: events by type and direction. */
  @GetMapping("/pairs/{one}/{other}/data.{format}")
  @Requires(Permission.READ)
  void pairData(
      @PathVariable String one,
      @PathVariable String other,
      @PathVariable String format,
      HttpServletResponse response)
      throws IOException {
    known(one, "");
    known(other, "");
    Views.send(one + "-" + other, format, actors.sheet(one, other), response);
  }

  private void recent(Model model, Locale locale, Query query, String q) {
    List<StoredEvent> events = search.events(query, RECENT, Optional.empty()).found();
    model.addAttribute("events", events);
    model.addAttribute("reports", search.reports(events.stream().map(StoredEvent::story).toList()));
    model.addAttribute("total", search.countEvents(query));
    Asked asked = views.ask("/timeline", q);
    model.addAttribute("all", asked);
    model.addAttribute("timeline", timelines.view(asked, Acts.of(query), locale));
  }

  /** Somebody whom the actor book has, or of whom there are events. */
  private ActorProfile known(String code, String at) {
    ActorProfile profile = actors.profile(code, day(at));
    if (!code.matches("[A-Z0-9_]{2,30}")
        || (profile.entry().isEmpty() && search.countEvents(Actors.of(code)) == 0)) {
      throw new NotFoundException("actor " + code);
    }
    return profile;
  }

  private LocalDate day(String at) {
    if (at.isEmpty()) {
      return LocalDate.now(clock);
    }
    try {
      return LocalDate.parse(at);
    } catch (DateTimeException e) {
      throw new NotFoundException("day " + at);
    }
  }
}
