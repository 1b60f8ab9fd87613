package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Permission;
import org.demarche.desk.article.ArticlePages;
import org.demarche.desk.article.Comment;
import org.demarche.desk.article.Comments;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing, changing and deleting comments. */
@Controller
final class CommentController {
  private final ArticlePages pages;
  private final Comments comments;

  CommentController(ArticlePages pages, Comments comments) {
    this.pages = pages;
    this.comments = comments;
  }

  @PostMapping("/article/{id}/comments")
  @Requires(Permission.REACT)
  String add(
      @PathVariable long id,
      @RequestParam(required = false) Long parent,
      @RequestParam String text,
      Model model,
      HttpServletResponse response) {
    if (pages.page(id).isEmpty()) {
      throw new NotFoundException("article " + id);
    }
    try {
      long comment = comments.add(id, Optional.ofNullable(parent), Visitor.known(), text);
      return Redirects.done("/article/" + id + "#comment-" + comment, "comment");
    } catch (IllegalArgumentException e) {
      return again(model, response, "/article/" + id + "/comments", id, parent, text);
    }
  }

  @GetMapping("/comment/{id}/edit")
  @Requires(Permission.REACT)
  String edit(@PathVariable long id, Model model) {
    Comment comment = own(id);
    form(model, "/comment/" + id, comment.article(), null, comment.text());
    return "comment";
  }

  /** Only who wrote it may change it. */
  @PostMapping("/comment/{id}")
  @Requires(Permission.REACT)
  String change(
      @PathVariable long id, @RequestParam String text, Model model, HttpServletResponse response) {
    Comment comment = own(id);
    try {
      comments.edit(comment, text);
      return Redirects.done("/article/" + comment.article() + "#comment-" + id, "saved");
    } catch (IllegalArgumentException e) {
      return again(model, response, "/comment/" + id, comment.article(), null, text);
    }
  }

  /** Who wrote it, or a moderator. */
  @PostMapping("/comment/{id}/delete")
  @Requires(Permission.REACT)
  String delete(@PathVariable long id) {
    Account account = Visitor.known();
    Comment comment = written(id);
    if (!comment.by(account.id()) && !account.may(Permission.MODERATE)) {
      throw new AccessDeniedException("somebody else's comment");
    }
    comments.delete(comment, account);
    return Redirects.done("/article/" + comment.article() + "#comments", "deleted");
  }

  private Comment written(long id) {
    return comments
        .byId(id)
        .filter(c -> !c.deleted())
        .orElseThrow(() -> new NotFoundException("comment " + id));
  }

  private Comment own(long id) {
    Comment comment = written(id);
    if (!comment.by(Visitor.known().id())) {
      throw new AccessDeniedException("somebody else's comment");
    }
    return comment;
  }

  private static String again(
      Model model,
      HttpServletResponse response,
      String action,
      long article,
      Long parent,
      String text) {
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    model.addAttribute("problem", "comment.problem");
    form(model, action, article, parent, text);
    return "comment";
  }

  private static void form(Model model, String action, long article, Long parent, String text) {
    model.addAttribute("action", action);
    model.addAttribute("article", article);
    model.addAttribute("parent", parent);
    model.addAttribute("text", text);
    model.addAttribute("longest", Comments.LONGEST);
  }
}
