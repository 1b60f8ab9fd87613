package org.demarche.desk.web;

import java.util.Optional;
import org.demarche.archive.search.Parsed;
import org.demarche.archive.search.Query;
import org.demarche.archive.search.Search;
import org.demarche.desk.account.Permission;
import org.demarche.desk.correct.Quality;
import org.demarche.desk.front.FrontPages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where one begins to read. */
@Controller
final class FrontController {
  private static final int LATEST = 20;
  private static final int BESIDE = 7;
  private static final int PAGE = 30;

  private final FrontPages pages;
  private final Search search;
  private final Quality quality;

  FrontController(FrontPages pages, Search search, Quality quality) {
    this.pages = pages;
    this.search = search;
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

  /** All articles that a query finds, page by page. */
  @GetMapping("/articles")
  @Requires(Permission.READ)
  String articles(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(required = false) String after,
      Model model) {
    model.addAttribute("q", q);
    Query query =
        search
            .parse(q)
            .<Query>fold(
                Parsed.Understood::query,
                mistake -> {
                  model.addAttribute("mistake", mistake.pointing());
                  return null;
                });
    if (query != null) {
      try {
        model.addAttribute("page", search.articles(query, PAGE, Optional.ofNullable(after)));
      } catch (IllegalArgumentException e) {
        throw new NotFoundException("page " + after);
      }
      model.addAttribute("count", search.countArticles(query));
    }
    return "articles";
  }

  @GetMapping("/help")
  @Requires(Permission.PUBLIC)
  String help() {
    return "help";
  }
}
