package org.demarche.desk.mail;

import java.net.URI;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.demarche.desk.account.Account;
import org.demarche.desk.start.DeskSettings;
import org.simplejavamail.MailException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The letters about accounts. Sent in the background, so that the time of an answer tells nothing.
 */
@Component
public final class AccountMail implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(AccountMail.class);

  private final Mailer mailer;
  private final URI address;
  private final MessageSource messages;
  private final ExecutorService sender =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "mail");
            thread.setDaemon(true);
            return thread;
          });

  public AccountMail(Mailer mailer, DeskSettings settings, MessageSource messages) {
    this.mailer = mailer;
    this.address = settings.address();
    this.messages = messages;
  }

  public boolean sends() {
    return mailer.sends();
  }

  public void reset(Account account, String token, Locale locale) {
    String link = address.resolve("/reset/" + token).toString();
    send(account.email(), "mail.reset", locale, account.name(), link);
  }

  public void confirm(Account account, String token, Locale locale) {
    String link = address.resolve("/confirm/" + token).toString();
    send(account.email(), "mail.confirm", locale, account.name(), link);
  }

  /** The link of an invitation, for handing over. */
  public String invitation(String token) {
    return address.resolve("/invitation/" + token).toString();
  }

  public void invite(String email, String token, String by, Locale locale) {
    send(email, "mail.invitation", locale, by, invitation(token));
  }

  private void send(String to, String key, Locale locale, String... values) {
    String subject = messages.getMessage(key + ".subject", values, locale);
    String text = messages.getMessage(key + ".text", values, locale);
    sender.execute(
        () -> {
          try {
            mailer.send(to, subject, text);
          } catch (MailException e) {
            LOG.error("a letter could not be sent: {}", e.getMessage(), e);
          }
        });
  }

  @Override
  public void destroy() {
    sender.shutdown();
  }
}
