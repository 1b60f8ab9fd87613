package org.demarche.coder.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One piece of press text. All offsets in Demarche count UTF-16 units of {@code text}.
 *
 * @param id unique within a run; shown with every event
 * @param title empty where there is none; not part of {@code text}
 * @param byline empty where there is none
 * @param language ISO 639-1, {@code "en"} unless said otherwise
 * @param published the day it was published, where known
 * @param text the body, paragraphs parted by blank lines
 * @param parties two given parties, when other software found them; usually empty
 */
public record Article(
    String id,
    String title,
    String byline,
    String language,
    Optional<LocalDate> published,
    String text,
    Provenance provenance,
    List<Party> parties) {

  public Article {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(byline);
    Objects.requireNonNull(language);
    Objects.requireNonNull(published);
    Objects.requireNonNull(text);
    Objects.requireNonNull(provenance);
    parties = List.copyOf(parties);
    for (Party party : parties) {
      if (party.span().end() > text.length()) {
        throw new IllegalArgumentException(
            "span " + party.span() + " ends after the text of " + text.length() + " characters");
      }
    }
  }

  /** An English article with nothing known but its text. */
  public static Article of(String id, String text) {
    return new Article(id, "", "", "en", Optional.empty(), text, Provenance.UNKNOWN, List.of());
  }

  /** The same article, published on {@code day}. */
  public Article published(LocalDate day) {
    return new Article(id, title, byline, language, Optional.of(day), text, provenance, parties);
  }

  /** A party handed to the coder from outside, with its role in the relation to be coded. */
  public record Party(Role role, CharSpan span) {}

  /** Which end of the relation a given party stands at. */
  public enum Role {
    ACTOR,
    RECIPIENT
  }
}
