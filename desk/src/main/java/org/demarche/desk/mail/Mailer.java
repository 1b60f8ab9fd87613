package org.demarche.desk.mail;

import java.util.Map;
import java.util.Optional;
import org.simplejavamail.api.email.EmailPopulatingBuilder;
import org.simplejavamail.api.mailer.config.TransportStrategy;
import org.simplejavamail.email.EmailBuilder;
import org.simplejavamail.mailer.MailerBuilder;

/** Hands mail over to a server. Thread-safe. */
public final class Mailer {
  private static final int TIMEOUT_MILLISECONDS = 20_000;

  private final Optional<MailSettings> settings;
  private final Optional<org.simplejavamail.api.mailer.Mailer> mailer;

  /**
   * @param settings empty where no mail is sent
   */
  public Mailer(Optional<MailSettings> settings) {
    this.settings = settings;
    this.mailer = settings.map(Mailer::mailer);
  }

  private static org.simplejavamail.api.mailer.Mailer mailer(MailSettings settings) {
    return MailerBuilder.withSMTPServer(
            settings.host(),
            settings.port(),
            settings.user().isEmpty() ? null : settings.user(),
            settings.password().isEmpty() ? null : settings.password())
        .withTransportStrategy(
            switch (settings.tls()) {
              case NONE -> TransportStrategy.SMTP;
              case STARTTLS -> TransportStrategy.SMTP_TLS;
              case TLS -> TransportStrategy.SMTPS;
            })
        .withSessionTimeout(TIMEOUT_MILLISECONDS)
        .buildMailer();
  }

  public boolean sends() {
    return mailer.isPresent();
  }

  /**
   * Sends a letter of plain text.
   *
   * @throws org.simplejavamail.MailException when the server does not take it
   * @throws IllegalStateException where no mail is sent
   */
  public void send(String to, String subject, String text) {
    send(new Letter(to, subject, text, Optional.empty(), Map.of()));
  }

  /**
   * Sends a letter.
   *
   * @throws org.simplejavamail.MailException when the server does not take it
   * @throws IllegalStateException where no mail is sent
   */
  public void send(Letter letter) {
    EmailPopulatingBuilder email =
        EmailBuilder.startingBlank()
            .from("Demarche", settings.orElseThrow().from())
            .to(letter.to())
            .withSubject(letter.subject())
            .withPlainText(letter.text());
    letter.html().ifPresent(email::withHTMLText);
    letter.headers().forEach(email::withHeader);
    mailer.orElseThrow().sendMail(email.buildEmail()).join();
  }
}
