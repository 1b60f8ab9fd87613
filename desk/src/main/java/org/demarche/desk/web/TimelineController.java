package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.demarche.desk.account.Permission;
import org.demarche.desk.view.Asked;
import org.demarche.desk.view.Timelines;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Cooperation and conflict over time. */
@Controller
final class TimelineController {
  private final Views views;
  private final Timelines timelines;

  TimelineController(Views views, Timelines timelines) {
    this.views = views;
    this.timelines = timelines;
  }

  /**
   * The timeline of a query.
   *
   * @param by {@code week}, {@code month} or {@code year}; what suits by default
   * @param count {@code all} counts what is denied, conditional or only planned too
   */
  @GetMapping("/timeline")
  @Requires(Permission.READ)
  String timeline(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String count,
      Model model,
      Locale locale) {
    Asked asked = views.ask(model, locale, "/timeline", q, "by", by, "count", count);
    asked
        .query()
        .ifPresent(
            query ->
                model.addAttribute(
                    "timeline", timelines.view(asked, Views.counted(asked, query), locale)));
    return "timeline";
  }

  /** The data behind it. */
  @GetMapping("/timeline.{format}")
  @Requires(Permission.READ)
  void data(
      @PathVariable String format,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String count,
      HttpServletResponse response)
      throws IOException {
    Asked asked = views.ask("/timeline", q, "by", by, "count", count);
    Views.chart("timeline", format, asked, query -> timelines.sheet(asked, query), response);
  }
}
