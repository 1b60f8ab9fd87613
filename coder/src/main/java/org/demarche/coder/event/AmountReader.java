package org.demarche.coder.event;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.demarche.coder.text.CharSpan;

/** Finds sums of money: <em>83 million euros</em>, <em>$1.5bn</em>. */
final class AmountReader {
  private static final Map<String, String> CURRENCIES =
      Map.ofEntries(
          Map.entry("$", "USD"),
          Map.entry("us$", "USD"),
          Map.entry("dollar", "USD"),
          Map.entry("usd", "USD"),
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("eur", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("pound", "GBP"),
          Map.entry("gbp", "GBP"),
          Map.entry("¥", "JPY"),
          Map.entry("yen", "JPY"),
          Map.entry("yuan", "CNY"),
          Map.entry("renminbi", "CNY"),
          Map.entry("ruble", "RUB"),
          Map.entry("rouble", "RUB"),
          Map.entry("rupee", "INR"),
          Map.entry("tenge", "KZT"),
          Map.entry("hryvnia", "UAH"),
          Map.entry("zloty", "PLN"),
          Map.entry("shekel", "ILS"),
          Map.entry("rial", "IRR"),
          Map.entry("riyal", "SAR"),
          Map.entry("won", "KRW"),
          Map.entry("lira", "TRY"),
          Map.entry("krone", "NOK"),
          Map.entry("krona", "SEK"),
          Map.entry("rand", "ZAR"),
          Map.entry("naira", "NGN"));
  private static final Map<String, Integer> SCALES =
      Map.of(
          "thousand",
          3,
          "million",
          6,
          "m",
          6,
          "mln",
          6,
          "billion",
          9,
          "bn",
          9,
          "trillion",
          12,
          "tn",
          12);
  private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";
  private static final String SCALE =
      "(?:[\\s-]?(thousand|million|mln|billion|bn|trillion|tn|m)\\b)?";
  private static final Pattern BEFORE =
      Pattern.compile("(?i)(US\\$|\\$|€|£|¥)\\s?" + NUMBER + SCALE);
  private static final Pattern AFTER =
      Pattern.compile(
          "(?i)\\b"
              + NUMBER
              + SCALE
              + "\\s(?:U\\.?S\\.? |American |Russian |Chinese |Japanese |British )?"
              + "(dollar|euro|pound|yen|yuan|renminbi|rouble|ruble|rupee|tenge|hryvnia|zloty|shekel|rial|riyal|won|lira|krone|krona|rand|naira|USD|EUR|GBP)s?\\b");

  private AmountReader() {}

  /** The first sum within a span of the text. */
  static Optional<Amount> read(String text, CharSpan within) {
    String part = within.of(text);
    Matcher before = BEFORE.matcher(part);
    Matcher after = AFTER.matcher(part);
    boolean first = before.find();
    boolean second = after.find();
    if (first && (!second || before.start() <= after.start())) {
      return Optional.of(amount(before, before.group(1), before.group(2), before.group(3), within));
    }
    return second
        ? Optional.of(amount(after, after.group(3), after.group(1), after.group(2), within))
        : Optional.empty();
  }

  private static Amount amount(
      Matcher found, String currency, String number, String scale, CharSpan within) {
    BigDecimal value = new BigDecimal(number.replace(",", ""));
    if (scale != null) {
      value = value.movePointRight(SCALES.get(scale.toLowerCase(Locale.ROOT)));
    }
    return new Amount(
        value.signum() == 0
            ? BigDecimal.ZERO
            : new BigDecimal(value.stripTrailingZeros().toPlainString()),
        CURRENCIES.get(currency.toLowerCase(Locale.ROOT)),
        found.group(),
        new CharSpan(within.start() + found.start(), within.start() + found.end()));
  }
}
