package org.demarche.desk.web;

import org.demarche.desk.account.Permission;
import org.demarche.desk.correct.Quality;
import org.demarche.desk.front.FrontPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where one begins to read. */
@Controller
final class FrontController {
  private static final int LATEST = 20;
  private static final int BESIDE = 7;

  private final FrontPages pages;
  private final Quality quality;

  FrontController(FrontPages pages, Quality quality) {
    this.pages = pages;
    this.quality = quality;
  }

  @GetMapping("/")
  @Requires(Permission.READ)
  String front(Model model) {
    model.addAttribute("latest", pages.latest(LATEST));
    model.addAttribute("read", pages.mostRead(BESIDE));
    model.addAttribute("discussed", pages.mostDiscussed(BESIDE));
    model.addAttribute("discussions", pages.discussions(BESIDE));
    model.addAttribute("quality", quality.overall());
    return "front";
  }

  @GetMapping("/discussions")
  @Requires(Permission.READ)
  String discussions(Model model) {
    model.addAttribute("discussions", pages.discussions(100));
    return "discussions";
  }

  @GetMapping("/help")
  @Requires(Permission.PUBLIC)
  String help() {
    return "help";
  }
}
