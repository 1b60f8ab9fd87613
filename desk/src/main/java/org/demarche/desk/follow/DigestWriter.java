package org.demarche.desk.follow;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.desk.mail.Letter;
import org.demarche.desk.start.DeskSettings;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes the letter that tells what is new, as a page and as plain text, in the reader's language.
 */
@Component
public final class DigestWriter {
  private final SpringTemplateEngine templates;
  private final MessageSource messages;
  private final URI address;

  DigestWriter(SpringTemplateEngine templates, MessageSource messages, DeskSettings settings) {
    this.templates = templates;
    this.messages = messages;
    this.address = settings.address();
  }

  /**
   * Writes it.
   *
   * @param secret the word in its link for unsubscribing
   */
  Letter write(SavedSearch saved, Account reader, News news, String secret, Instant now) {
    Locale locale = Locale.forLanguageTag(reader.language());
    Digest digest = saved.digest().orElseThrow();
    String unsubscribe = address.resolve("/unsubscribe/" + secret).toString();
    String subject = text(locale, "digest.subject", saved.name(), news.all());
    Sheet sheet =
        new Sheet(
            saved,
            news,
            text(
                locale,
                "digest.intro",
                news.all(),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                    .withLocale(locale)
                    .withZone(digest.zone())
                    .format(now)),
            text(
                locale,
                "digest.why",
                saved.name(),
                String.format(Locale.ROOT, "%02d:00", digest.hour()),
                digest.zone().getId()),
            address
                .resolve("/search?q=" + URLEncoder.encode(saved.query(), StandardCharsets.UTF_8))
                .toString(),
            address.resolve("/following").toString(),
            unsubscribe);
    return new Letter(
        reader.email(),
        subject,
        plain(locale, sheet),
        Optional.of(html(locale, sheet, subject)),
        Map.of(
            "List-Unsubscribe",
            "<" + unsubscribe + ">",
            // RFC 8058
            "List-Unsubscribe-Post",
            "List-Unsubscribe=One-Click",
            "List-Id",
            "<search-" + saved.id() + "." + address.getHost() + ">",
            "Auto-Submitted",
            "auto-generated"));
  }

  /** What both parts say. */
  public record Sheet(
      SavedSearch saved,
      News news,
      String intro,
      String why,
      String all,
      String following,
      String unsubscribe) {}

  private String html(Locale locale, Sheet sheet, String subject) {
    Context context = new Context(locale);
    context.setVariable("sheet", sheet);
    context.setVariable("subject", subject);
    context.setVariable("words", new Words(locale));
    return templates.process("mail/digest", context);
  }

  private String plain(Locale locale, Sheet sheet) {
    Words words = new Words(locale);
    StringBuilder text = new StringBuilder();
    line(text, sheet.saved().name());
    line(text, sheet.intro());
    for (News.Story story : sheet.news().stories()) {
      Told first = story.first();
      line(text, "");
      line(text, "* " + words.headline(story));
      report(text, first, words);
      for (Told other : story.others()) {
        line(text, "  + " + text(locale, "digest.also"));
        report(text, other, words);
      }
    }
    line(text, "");
    if (sheet.news().left() > 0) {
      line(text, text(locale, "digest.more", sheet.news().left()));
    }
    line(text, text(locale, "digest.all") + ": " + sheet.all());
    line(text, "");
    line(text, "-- ");
    line(text, sheet.why());
    line(text, text(locale, "digest.change") + ": " + sheet.following());
    line(text, text(locale, "digest.unsubscribe") + ": " + sheet.unsubscribe());
    return text.toString();
  }

  private static void report(StringBuilder text, Told told, Words words) {
    line(text, "    “" + told.words() + "”");
    line(text, "    " + told.title());
    line(text, "    " + words.origin(told));
    line(text, "    " + told.link());
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private String text(Locale locale, String key, Object... values) {
    return messages.getMessage(key, values, locale);
  }

  /** How events are put in a language. For the template too. */
  public final class Words {
    private final Locale locale;

    Words(Locale locale) {
      this.locale = locale;
    }

    /** Type, who to whom, day, status. */
    public String headline(News.Story story) {
      Told first = story.first();
      return first.event().type() + " · " + story.who() + " · " + circumstances(first);
    }

    public String circumstances(Told told) {
      return told.event().date().date().map(d -> day(d) + " · ").orElse("")
          + text(locale, "status." + told.event().status().label());
    }

    private String day(String date) {
      return date.matches("\\d{4}-\\d\\d-\\d\\d")
          ? DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
              .withLocale(locale)
              .format(LocalDate.parse(date))
          : date;
    }

    /** Who wrote it, through whom it came, and the rights in it. */
    public String origin(Told told) {
      String rights =
          told.rights().isEmpty()
              ? text(locale, "digest.no-rights")
              : String.join("; ", told.rights());
      String source = told.way().isEmpty() ? text(locale, "digest.no-source") : told.way();
      return source + " · " + rights;
    }
  }
}
