package org.demarche.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.Application;
import org.demarche.desk.account.OneTimeTokens;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Policy;
import org.demarche.desk.account.Registration;
import org.demarche.desk.account.Role;
import org.demarche.desk.mail.AccountMail;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Making an account: openly, or by an invitation. */
@Controller
final class RegisterController {
  private final Accounts accounts;
  private final OneTimeTokens tokens;
  private final Policy policy;
  private final AccountMail mail;
  private final Credentials credentials;

  RegisterController(
      Accounts accounts,
      OneTimeTokens tokens,
      Policy policy,
      AccountMail mail,
      Credentials credentials) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.policy = policy;
    this.mail = mail;
    this.credentials = credentials;
  }

  @GetMapping("/register")
  @Requires(Permission.PUBLIC)
  String page(Model model) {
    if (accounts.none()) {
      return "redirect:/setup";
    }
    model.addAttribute("open", policy.registering() == Policy.Registering.OPEN);
    model.addAttribute("action", "/register");
    return "account/register";
  }

  @PostMapping("/register")
  @Requires(Permission.PUBLIC)
  String register(
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String password,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    boolean open = policy.registering() == Policy.Registering.OPEN && !accounts.none();
    Application application = new Application(name, email, password);
    Registration registration =
        !open
            ? new Registration.Refused(List.of("account.problem.closed"))
            // A desk that sends no letters has to take people at their word.
            : mail.sends()
                ? accounts.unconfirmed(application, Role.READER, locale.getLanguage())
                : accounts.register(application, Role.READER, locale.getLanguage());
    model.addAttribute("open", open);
    model.addAttribute("action", "/register");
    return shown(registration, name, email, model, request, response);
  }

  @GetMapping("/invitation/{token}")
  @Requires(Permission.PUBLIC)
  String invited(@PathVariable String token, Model model) {
    Optional<OneTimeTokens.Invitation> invitation = tokens.invitation(token);
    model.addAttribute("open", invitation.isPresent());
    model.addAttribute("expired", invitation.isEmpty());
    model.addAttribute("action", "/invitation/" + token);
    model.addAttribute("email", invitation.map(OneTimeTokens.Invitation::email).orElse(""));
    return "account/register";
  }

  @PostMapping("/invitation/{token}")
  @Requires(Permission.PUBLIC)
  String accept(
      @PathVariable String token,
      @RequestParam String name,
      @RequestParam String email,
      @RequestParam String password,
      Locale locale,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Application application = new Application(name, email, password);
    Optional<OneTimeTokens.Invitation> invitation = tokens.invitation(token);
    // Used up only when what was typed is right, and by one of two who come at the same time.
    Registration registration =
        !application.problems().isEmpty()
            ? new Registration.Refused(application.problems())
            : invitation.isPresent() && tokens.use(token)
                ? accounts.register(application, invitation.get().role(), locale.getLanguage())
                : new Registration.Refused(List.of("account.problem.invitation"));
    model.addAttribute("open", invitation.isPresent());
    model.addAttribute("action", "/invitation/" + token);
    return shown(registration, name, email, model, request, response);
  }

  private String shown(
      Registration registration,
      String name,
      String email,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return registration.fold(
        done -> {
          if (!done.account().confirmed()) {
            Account account = done.account();
            mail.confirm(
                account, tokens.confirm(account), Locale.forLanguageTag(account.language()));
            model.addAttribute("sentTo", account.email());
            return "account/confirm";
          }
          credentials.open(done.account(), request, response);
          return "redirect:/";
        },
        refused -> {
          response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
          model.addAttribute("problems", refused.reasons());
          model.addAttribute("name", name);
          model.addAttribute("email", email);
          return "account/register";
        });
  }

  /** What the link in a letter leads to. Nothing is done yet: programs look at links too. */
  @GetMapping("/confirm/{token}")
  @Requires(Permission.PUBLIC)
  String askToConfirm(@PathVariable String token, Model model) {
    model.addAttribute("account", tokens.confirming(token).orElse(null));
    model.addAttribute("token", token);
    return "account/confirm";
  }

  @PostMapping("/confirm/{token}")
  @Requires(Permission.PUBLIC)
  String confirm(
      @PathVariable String token,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Optional<Account> account = tokens.confirming(token).filter(a -> tokens.use(token));
    if (account.isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return askToConfirm(token, model);
    }
    accounts.confirmed(account.get());
    credentials.open(account.get(), request, response);
    return Redirects.done("/", "confirmed-address");
  }
}
