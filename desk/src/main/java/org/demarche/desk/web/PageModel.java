package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Policy;
import org.demarche.desk.demo.DemoArchive;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What the layout of every page shows. */
@ControllerAdvice(basePackages = "org.demarche.desk")
final class PageModel {
  private final Policy policy;
  private final DemoArchive demo;
  private final Webjars webjars = new Webjars();

  PageModel(Policy policy, DemoArchive demo) {
    this.policy = policy;
    this.demo = demo;
  }

  @ModelAttribute
  void layout(Model model, HttpServletRequest request, Locale locale, CsrfToken csrf) {
    if (request.getRequestURI().startsWith("/api/")) {
      return;
    }
    // Asked for now: once a long page has begun to leave, its cookie could not be set any more.
    model.addAttribute("csrf", csrf.getToken());
    model.addAttribute("visitor", Visitor.account().orElse(null));
    model.addAttribute("may", new May());
    model.addAttribute("shown", new Shown(locale, Visitor.account()));
    model.addAttribute("webjars", webjars);
    model.addAttribute("languages", WebConfiguration.languages());
    model.addAttribute("registering", policy.registering().label());
    model.addAttribute("path", request.getRequestURI());
    model.addAttribute("here", here(request));
    model.addAttribute("done", request.getParameter("done"));
    model.addAttribute("demo", demo.state());
  }

  /** Where one comes back to after another page. */
  private static String here(HttpServletRequest request) {
    String query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }

  /** What the visitor may do, for templates. */
  public final class May {
    private May() {}

    public boolean react() {
      return policy.allows(Visitor.account(), Permission.REACT);
    }

    public boolean correct() {
      return policy.allows(Visitor.account(), Permission.CORRECT);
    }

    public boolean export() {
      return policy.allows(Visitor.account(), Permission.EXPORT);
    }

    public boolean moderate() {
      return policy.allows(Visitor.account(), Permission.MODERATE);
    }

    public boolean feeds() {
      return policy.allows(Visitor.account(), Permission.FEEDS);
    }

    public boolean administer() {
      return policy.allows(Visitor.account(), Permission.ADMINISTER);
    }

    public boolean read() {
      return policy.allows(Visitor.account(), Permission.READ);
    }
  }
}
