package org.demarche.desk.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import org.demarche.desk.account.Account;
import org.demarche.press.page.Moment;

/** Days and moments as the visitor reads them: in their language and zone. For templates. */
public final class Shown {
  private final Locale locale;
  private final ZoneId zone;

  Shown(Locale locale, Optional<Account> visitor) {
    this.locale = locale;
    this.zone = visitor.map(Account::zone).orElse(ZoneOffset.UTC);
  }

  public String day(LocalDate day) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
  }

  /** A moment of a page in the page's own zone, as exact as the page is. */
  public String moment(Moment moment) {
    return day(moment.day())
        + moment.time().map(t -> ", " + t).orElse("")
        + moment.zone().map(z -> " (UTC" + (z.getTotalSeconds() == 0 ? "" : z) + ")").orElse("");
  }

  public String instant(Instant instant) {
    return instant(instant, zone);
  }

  /** The same in a zone of its own. */
  public String instant(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(locale)
        .withZone(zone)
        .format(instant);
  }

  /** The name of a language (ISO 639-1). */
  public String language(String code) {
    return Locale.forLanguageTag(code).getDisplayLanguage(locale);
  }

  /** Whether an address that came with an article may be made a link. */
  public boolean leads(Optional<String> address) {
    return address
        .filter(
            a ->
                a.regionMatches(true, 0, "http://", 0, 7)
                    || a.regionMatches(true, 0, "https://", 0, 8))
        .isPresent();
  }

  public String percent(double part) {
    return Math.round(part * 100) + " %";
  }
}
