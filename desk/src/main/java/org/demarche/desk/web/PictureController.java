package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.demarche.desk.account.Permission;
import org.demarche.desk.view.Asked;
import org.demarche.desk.view.Maps;
import org.demarche.desk.view.Networks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The network of actors, and the map. */
@Controller
final class PictureController {
  private final Views views;
  private final Networks networks;
  private final Maps maps;

  PictureController(Views views, Networks networks, Maps maps) {
    this.views = views;
    this.networks = networks;
    this.maps = maps;
  }

  /**
   * Who acts with whom.
   *
   * @param count {@code all} counts what is denied, conditional or only planned too
   */
  @GetMapping("/network")
  @Requires(Permission.READ)
  String network(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String count,
      Model model,
      Locale locale) {
    Asked asked = views.ask(model, locale, "/network", q, "count", count);
    asked
        .query()
        .ifPresent(
            query ->
                model.addAttribute("network", networks.view(Views.counted(asked, query), locale)));
    return "network";
  }

  /** The data behind it. */
  @GetMapping("/network.{format}")
  @Requires(Permission.READ)
  void networkData(
      @PathVariable String format,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String count,
      HttpServletResponse response)
      throws IOException {
    Asked asked = views.ask("/network", q, "count", count);
    Views.chart("network", format, asked, networks::sheet, response);
  }

  /**
   * Where it happened, or whose deeds they were.
   *
   * @param by {@code place}, {@code actor} or {@code recipient}
   */
  @GetMapping("/map")
  @Requires(Permission.READ)
  String map(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String count,
      Model model,
      Locale locale) {
    Asked asked = views.ask(model, locale, "/map", q, "by", by, "count", count);
    asked
        .query()
        .ifPresent(
            query ->
                model.addAttribute("map", maps.view(asked, Views.counted(asked, query), locale)));
    return "map";
  }

  /** The data behind it. */
  @GetMapping("/map.{format}")
  @Requires(Permission.READ)
  void mapData(
      @PathVariable String format,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String by,
      @RequestParam(required = false) String count,
      HttpServletResponse response)
      throws IOException {
    Asked asked = views.ask("/map", q, "by", by, "count", count);
    Views.chart("map", format, asked, query -> maps.sheet(asked, query), response);
  }
}
