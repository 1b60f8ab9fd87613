package org.demarche.coder.actor;

import java.util.List;
import org.demarche.coder.actor.Lexicon.Match;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.TokenSpan;

/** Proper names, those of the book and others, with the titles before them. */
final class NamedPhrases {
  private final Scene scene;
  private final Clauses clauses;

  NamedPhrases(Scene scene) {
    this.scene = scene;
    this.clauses = scene.clauses();
  }

  /** A phrase whose head is a name of the book. */
  Resolution named(Phrase phrase, Match<Sense> match) {
    Resolution base = members(phrase, scene.resolve(match));
    if (match.end() == match.start() + 1
        && match.end() == phrase.core().end()
        && phrase.modifiers().isEmpty()
        && GivenNames.alone(clauses, phrase.head())) {
      return titled(phrase, "name outside the book");
    }
    if (base.parties().size() != 1 || match.start() <= phrase.core().start()) {
      return base;
    }
    Party party = base.parties().get(0);
    if (party.kind() != Party.Kind.PERSON && party.kind() != Party.Kind.STATE) {
      return base;
    }
    // a first name that the book's person or state does not have: Michael Jordan
    int before = match.start() - 1;
    boolean foreign =
        clauses.isProper(before)
            && scene.nameAt().get(before) == null
            && scene.names().roleEndingAt(clauses, before) == null
            && before >= phrase.core().start();
    if (foreign && (party.kind() == Party.Kind.PERSON || scene.names().hasRivals(party.code()))) {
      return titled(phrase, "name " + phraseName(phrase));
    }
    List<String> sectors = titleSectors(phrase, match.start());
    return party.kind() == Party.Kind.PERSON && !sectors.isEmpty() && party.sectors().isEmpty()
        ? new Resolved(List.of(party.as(sectors)), base.how() + " with title")
        : base;
  }

  /** <em>The Central Asian countries</em> may be a name of the book: it stands for its members. */
  private Resolution members(Phrase phrase, Resolution named) {
    boolean plural =
        clauses.pos(phrase.head()).equals("NNS") && GroupReader.names(clauses.lemma(phrase.head()));
    if (!plural || named.parties().size() != 1) {
      return named;
    }
    Resolution members = new GroupReader(scene).members(named.parties(), phrase);
    return members.parties().size() > 1 ? members : named;
  }

  /** A name outside the book: known by title and state, or by its words only. */
  Resolution properName(Phrase phrase) {
    return titled(phrase, "name outside the book");
  }

  private Resolution titled(Phrase phrase, String how) {
    String name = phraseName(phrase);
    List<String> title = titleSectors(phrase, phrase.head());
    List<String> sectors = !title.isEmpty() && scene.former(phrase) ? List.of("ELI") : title;
    List<Party> states = scene.owners(phrase);
    if (sectors.isEmpty() && phrase.appositions().size() == 1) {
      Resolution apposed = scene.resolve(phrase.appositions().get(0));
      if (apposed.parties().size() == 1 && apposed.parties().get(0).kind() == Party.Kind.ROLE) {
        Party role = apposed.parties().get(0);
        return new Resolved(
            List.of(new Party(role.code(), role.sectors(), name, Party.Kind.PERSON)),
            how + ", by apposition " + apposed.how());
      }
    }
    if (sectors.isEmpty()) {
      boolean adjective = !states.isEmpty() && belongs(phrase);
      return new Resolved(
          List.of(
              new Party(adjective ? states.get(0).code() : "", List.of(), name, Party.Kind.NAME)),
          how);
    }
    String code = states.isEmpty() ? "" : states.get(0).code();
    return new Resolved(
        List.of(new Party(code, sectors, name, Party.Kind.PERSON)), how + ", by title");
  }

  /**
   * Whether the state before an unknown name owns it (<em>Montenegro Assembly</em>), rather than
   * being a first name (<em>Jordan …</em>).
   */
  private boolean belongs(Phrase phrase) {
    return phrase.modifiers().stream()
        .filter(m -> !GivenNames.beforeSurname(clauses, m))
        .map(scene.nameAt()::get)
        .filter(m -> m != null)
        .flatMap(m -> m.meanings().stream())
        .anyMatch(
            s ->
                s.kind() == Sense.Kind.ADJECTIVE
                    || (s.kind() == Sense.Kind.NAME && !scene.names().hasRivals(s.code())));
  }

  private String phraseName(Phrase phrase) {
    int start = phrase.head();
    while (start > phrase.core().start()
        && clauses.isProper(start - 1)
        && scene.names().roleEndingAt(clauses, start - 1) == null
        && (scene.nameAt().get(start - 1) == null
            || scene.nameAt().get(start - 1).meanings().stream()
                .noneMatch(s -> s.kind() == Sense.Kind.ADJECTIVE))) {
      start--;
    }
    return clauses.sentence().chars(new TokenSpan(start, phrase.head() + 1)).of(scene.text());
  }

  private List<String> titleSectors(Phrase phrase, int before) {
    for (int i = before - 1; i >= phrase.core().start(); i--) {
      Match<Role> role = scene.names().roleEndingAt(clauses, i);
      if (role != null && role.meanings().get(0).title()) {
        return role.meanings().get(0).sectors();
      }
    }
    return List.of();
  }
}
