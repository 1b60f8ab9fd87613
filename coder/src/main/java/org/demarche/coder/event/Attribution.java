package org.demarche.coder.event;

import java.util.Optional;
import org.demarche.coder.actor.Party;
import org.demarche.coder.text.CharSpan;

/**
 * Who says so.
 *
 * @param text the words that name the source
 * @param span where they stand, in characters of the article's text
 * @param party who that is, where known
 * @param verb the verb of saying, or {@code according to}
 */
public record Attribution(String text, CharSpan span, Optional<Party> party, String verb) {}
