package org.demarche.desk.web;

import java.util.Locale;
import org.demarche.desk.account.Accounts;
import org.demarche.desk.account.OneTimeTokens;
import org.demarche.desk.account.Permission;
import org.demarche.desk.account.Policy;
import org.demarche.desk.account.Role;
import org.demarche.desk.mail.AccountMail;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Accounts, invitations and settings. */
@Controller
final class AdministrationController {
  private final Accounts accounts;
  private final OneTimeTokens tokens;
  private final Policy policy;
  private final AccountMail mail;

  AdministrationController(
      Accounts accounts, OneTimeTokens tokens, Policy policy, AccountMail mail) {
    this.accounts = accounts;
    this.tokens = tokens;
    this.policy = policy;
    this.mail = mail;
  }

  @GetMapping("/admin")
  @Requires(Permission.ADMINISTER)
  String page(Model model) {
    model.addAttribute("accounts", accounts.all());
    model.addAttribute("invitations", tokens.invitations());
    model.addAttribute("roles", Role.values());
    model.addAttribute("choices", Policy.Registering.values());
    model.addAttribute("openToRead", policy.openToRead());
    model.addAttribute("sends", mail.sends());
    return "account/admin";
  }

  @PostMapping("/admin/settings")
  @Requires(Permission.ADMINISTER)
  String settings(
      @RequestParam Policy.Registering registering,
      @RequestParam(defaultValue = "false") boolean openToRead) {
    policy.registering(registering);
    policy.openToRead(openToRead);
    return Redirects.done("/admin", "saved");
  }

  @PostMapping("/admin/accounts/{id}")
  @Requires(Permission.ADMINISTER)
  String change(
      @PathVariable long id,
      @RequestParam Role role,
      @RequestParam(defaultValue = "false") boolean disabled) {
    return Redirects.done("/admin", accounts.change(id, role, disabled) ? "saved" : "last-admin");
  }

  /** Makes an invitation: sent where there is an address, and shown in any case. */
  @PostMapping("/admin/invitations")
  @Requires(Permission.ADMINISTER)
  String invite(
      @RequestParam(defaultValue = "") String email,
      @RequestParam Role role,
      Locale locale,
      Model model) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    String token = tokens.invite(address, role);
    model.addAttribute("invitation", mail.invitation(token));
    if (mail.sends() && !address.isEmpty()) {
      mail.invite(address, token, Visitor.known().name(), locale);
      model.addAttribute("invited", address);
    }
    return page(model);
  }
}
