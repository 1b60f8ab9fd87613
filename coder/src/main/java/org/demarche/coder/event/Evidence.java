package org.demarche.coder.event;

import org.demarche.coder.data.Source;
import org.demarche.coder.text.CharSpan;

/**
 * The words that say it.
 *
 * @param span where they stand, in characters of the article's text
 * @param predicate the predicate's own place, within the span
 * @param rule the name of the rule that read them
 * @param source where that rule is written
 */
public record Evidence(
    CharSpan span, String text, CharSpan predicate, String rule, Source source) {}
