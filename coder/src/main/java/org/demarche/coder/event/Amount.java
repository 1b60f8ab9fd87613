package org.demarche.coder.event;

import java.math.BigDecimal;
import org.demarche.coder.text.CharSpan;

/**
 * A sum of money.
 *
 * @param currency ISO 4217
 * @param span where it stands, in characters of the article's text
 */
public record Amount(BigDecimal value, String currency, String text, CharSpan span) {}
