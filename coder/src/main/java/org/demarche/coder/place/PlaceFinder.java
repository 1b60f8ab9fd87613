package org.demarche.coder.place;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.demarche.coder.actor.ActorBook;
import org.demarche.coder.actor.Mention;
import org.demarche.coder.actor.Party;
import org.demarche.coder.actor.SentenceActors;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;

/** Finds the places that a sentence names, and which are meant. Thread-safe. */
public final class PlaceFinder {
  /** The longest name, in tokens. */
  private static final int LONGEST = 6;

  /** How far from a place's name what it lies in may stand, in tokens. */
  private static final int REACH = 8;

  private final PlaceNames names;
  private final Supplier<Gazetteer> gazetteer;

  /**
   * @param gazetteer asked for when a sentence first needs it
   */
  public PlaceFinder(ActorBook book, Supplier<Gazetteer> gazetteer) {
    this.names = new PlaceNames(book);
    this.gazetteer = gazetteer;
  }

  /** A name of a place over tokens {@code start} to {@code end}, half-open. */
  record Named(int start, int end, String key, Optional<String> country, List<Place> places) {
    boolean covers(int token) {
      return start <= token && token < end;
    }

    int last() {
      return end - 1;
    }
  }

  /**
   * The places of a sentence.
   *
   * @param text the article's text
   * @param states gives the codes of the states named in the article so far
   */
  public List<PlaceMention> find(
      Clauses clauses, SentenceActors actors, String text, Supplier<Set<String>> states) {
    return new Reading(clauses, actors, text, states).read();
  }

  /**
   * The place that a dateline names, {@code GENEVA} or {@code NAIROBI, Kenya}.
   *
   * @param states gives the codes of the states named in the article
   */
  public Optional<Choice.Chosen> dateline(String name, Supplier<Set<String>> states) {
    String[] parts = name.split(",\\s*", 2);
    String key = Gazetteer.fold(parts[0]);
    Optional<String> country = names.country(key);
    List<Place> places = gazetteer.get().named(parts[0]);
    Set<String> within = new LinkedHashSet<>();
    if (parts.length > 1) {
      names.country(Gazetteer.fold(parts[1])).ifPresent(within::add);
    }
    return choice(Set.of(), states)
        .of(new Named(0, 1, key, country, places), within, List.of(), false);
  }

  private Choice choice(Set<String> sentence, Supplier<Set<String>> article) {
    return new Choice(names, gazetteer, sentence, article);
  }

  /** One sentence. */
  private final class Reading {
    private final Clauses clauses;
    private final SentenceActors actors;
    private final String text;
    private final Supplier<Set<String>> states;
    private final List<Named> named = new ArrayList<>();

    Reading(Clauses clauses, SentenceActors actors, String text, Supplier<Set<String>> states) {
      this.clauses = clauses;
      this.actors = actors;
      this.text = text;
      this.states = states;
    }

    List<PlaceMention> read() {
      for (int i = 0; i < clauses.size(); ) {
        Optional<Named> name = nameAt(i);
        name.ifPresent(named::add);
        i = name.map(Named::end).orElse(i + 1);
      }
      List<PlaceMention> found = new ArrayList<>();
      for (int i = 0; i < named.size(); i++) {
        Named place = named.get(i);
        List<Named> containers = containers(i);
        mention(place, containers).ifPresent(found::add);
        i += containers.size();
      }
      return found;
    }

    private Optional<Named> nameAt(int start) {
      String first = clauses.form(start);
      boolean capital = !first.isEmpty() && Character.isUpperCase(first.charAt(0));
      if (!capital || (!clauses.isProper(start) && start == 0)) {
        return Optional.empty();
      }
      for (int end = Math.min(clauses.size(), start + LONGEST); end > start; end--) {
        String last = clauses.form(end - 1);
        if (last.isEmpty() || !Character.isUpperCase(last.charAt(0))) {
          continue;
        }
        CharSpan span = clauses.sentence().chars(new TokenSpan(start, end));
        String key = Gazetteer.fold(span.of(text));
        if (PlaceNames.never(key) || key.length() < 2 || nameOfSomebody(span, key)) {
          continue;
        }
        Optional<String> country = names.country(key);
        List<Place> places = gazetteer.get().named(key);
        if (country.isPresent() || !places.isEmpty() || names.within(key).isPresent()) {
          return Optional.of(new Named(start, end, key, country, places));
        }
      }
      return Optional.empty();
    }

    /**
     * Whether the words are the name of a person, an organisation or a group, or a part of it, and
     * the book knows no place of that name: <em>Hamas</em>, which is a name of Hamm in other
     * languages.
     */
    private boolean nameOfSomebody(CharSpan span, String key) {
      for (Mention mention : actors.all()) {
        boolean whole = mention.span().equals(span);
        boolean known = names.country(key).isPresent() || names.within(key).isPresent();
        boolean part = mention.span().contains(span) && !(whole && known);
        boolean proper = clauses.isProper(mention.head());
        if (part && proper && mention.parties().stream().anyMatch(PlaceFinder::named)) {
          return true;
        }
      }
      return false;
    }

    /** <em>Geneva, Switzerland</em>; <em>Springfield, Illinois, United States</em>. */
    private List<Named> containers(int index) {
      List<Named> containers = new ArrayList<>();
      Named inner = named.get(index);
      if (inner.country().isPresent()) {
        return containers;
      }
      for (int i = index + 1; i < named.size(); i++) {
        Named next = named.get(i);
        int end = named.get(i - 1).end();
        boolean follows =
            next.start() == end + 1 && end < clauses.size() && clauses.form(end).equals(",");
        if (!follows || inner.places().stream().noneMatch(p -> Choice.in(p, next))) {
          break;
        }
        containers.add(next);
      }
      return containers;
    }

    private Optional<PlaceMention> mention(Named name, List<Named> containers) {
      Anchor anchor = anchor(name);
      if (anchor == null) {
        return Optional.empty();
      }
      Set<String> within = new LinkedHashSet<>();
      containers.forEach(c -> c.country().ifPresent(within::add));
      if (within.isEmpty()) {
        around(name, anchor.token(), within);
      }
      Set<String> sentence = new LinkedHashSet<>();
      for (Mention mention : actors.all()) {
        if (!name.covers(mention.head())) {
          codes(mention).forEach(sentence::add);
        }
      }
      boolean region = anchor.region() || regionNoun(name);
      return choice(sentence, states)
          .of(name, within, containers, region)
          .filter(c -> c.sure() || anchor.within())
          .map(c -> mention(name, containers, anchor, c));
    }

    private PlaceMention mention(
        Named name, List<Named> containers, Anchor anchor, Choice.Chosen chosen) {
      int from = Math.min(name.start(), start(anchor.token()));
      int to = containers.isEmpty() ? name.end() : containers.get(containers.size() - 1).end();
      to = Math.max(to, anchor.token() + 1);
      CharSpan span = clauses.sentence().chars(new TokenSpan(from, to));
      return new PlaceMention(
          anchor.token(),
          preposition(anchor.token()),
          anchor.within(),
          span,
          span.of(text),
          chosen.place(),
          chosen.how());
    }

    /** The first token of a phrase behind its article. */
    private int start(int head) {
      int start = clauses.phrase(head).map(p -> p.core().start()).orElse(head);
      while (start < head && Set.of("DT", "PDT", "CC", ",").contains(clauses.pos(start))) {
        start++;
      }
      return start;
    }

    /** <em>Kharkiv region</em>, <em>the province of Kharkiv</em>. */
    private boolean regionNoun(Named name) {
      return name.end() < clauses.size() && PlaceWords.isRegion(clauses.lemma(name.end()));
    }

    /**
     * The head of the phrase that says where.
     *
     * @param within whether another noun than the name heads it
     * @param region whether that noun calls it a region
     */
    private record Anchor(int token, boolean within, boolean region) {}

    /** The phrase that a name stands in as a place; null where it stands for somebody. */
    private Anchor anchor(Named name) {
      int head = -1;
      for (int token = name.start(); token < name.end(); token++) {
        if (clauses.phrase(token).isPresent()) {
          head = token;
        }
      }
      Optional<Phrase> outer = outer(name);
      if (outer.isPresent()) {
        int noun = outer.get().head();
        String lemma = clauses.lemma(noun);
        if (PlaceWords.isPlace(lemma)) {
          return climb(new Anchor(noun, true, PlaceWords.isRegion(lemma)));
        }
        boolean compound = head < 0 && clauses.clause(noun).isPresent();
        return compound && PlaceWords.happensSomewhere(lemma)
            ? new Anchor(noun, true, false)
            : null;
      }
      return climb(new Anchor(head < 0 ? name.last() : head, false, false));
    }

    /** The phrase in whose head's name or possessor the name stands. */
    private Optional<Phrase> outer(Named name) {
      return clauses.phrases().stream()
          .filter(p -> !name.covers(p.head()))
          .filter(
              p ->
                  (p.possessor().isPresent() && name.covers(p.possessor().getAsInt()))
                      || p.modifiers().stream().anyMatch(name::covers)
                      || p.modifiers().stream().anyMatch(m -> possessed(m, name)))
          .findFirst();
    }

    private boolean possessed(int modifier, Named name) {
      return clauses.governor(name.last()) == modifier && modifier == name.end();
    }

    /**
     * Up from <em>X</em> to <em>outskirts</em> in <em>the outskirts of the border town of X</em>.
     */
    private Anchor climb(Anchor from) {
      Anchor at = from;
      for (int steps = 0; steps < 4; steps++) {
        int token = at.token();
        Optional<Phrase> above =
            clauses.phrases().stream()
                .filter(p -> PlaceWords.isPlace(clauses.lemma(p.head())))
                .filter(
                    p ->
                        p.appositions().contains(token)
                            || p.prepositions().stream()
                                .anyMatch(q -> q.head() == token && q.preposition().equals("of")))
                .filter(p -> p.head() != token)
                .findFirst();
        if (above.isEmpty()) {
          return at;
        }
        int noun = above.get().head();
        boolean region = at.region() || (!at.within() && PlaceWords.isRegion(clauses.lemma(noun)));
        at = new Anchor(noun, true, region);
      }
      return at;
    }

    private String preposition(int token) {
      int head = clauses.tree().node(token).head();
      if (head < 0) {
        return "";
      }
      String pos = clauses.pos(head);
      if (!pos.equals("IN") && !pos.equals("TO")) {
        boolean list = clauses.phrase(head).map(p -> p.conjuncts().contains(token)).orElse(false);
        return list ? preposition(head) : "";
      }
      int above = clauses.tree().node(head).head();
      boolean compound = above >= 0 && clauses.pos(above).equals("IN") && above < head;
      return clauses.form(compound ? above : head).toLowerCase(Locale.ROOT);
    }

    /**
     * The states that the phrase itself names: <em>the Syrian city of X</em>, <em>X in Syria</em>.
     */
    private void around(Named name, int anchor, Set<String> within) {
      for (Mention mention : actors.all()) {
        int token = mention.head();
        boolean near = Math.abs(token - name.start()) <= REACH;
        if (!near || name.covers(token) || predicateBetween(token, name)) {
          continue;
        }
        boolean inPhrase = clauses.under(token, anchor) || clauses.under(token, name.last());
        if (inPhrase
            && !clauses.phrase(anchor).map(p -> p.conjuncts().contains(token)).orElse(false)) {
          codes(mention).forEach(within::add);
        }
      }
    }

    private boolean predicateBetween(int token, Named name) {
      for (int i = Math.min(token, name.end()); i < Math.max(token, name.start()); i++) {
        if (clauses.pos(i).startsWith("VB")) {
          return true;
        }
      }
      return false;
    }

    private List<String> codes(Mention mention) {
      return mention.parties().stream()
          .map(Party::code)
          .filter(c -> c.length() == 3)
          .distinct()
          .toList();
    }
  }

  private static boolean named(Party party) {
    return party.kind() == Party.Kind.PERSON
        || party.kind() == Party.Kind.ORGANISATION
        || party.kind() == Party.Kind.GROUP;
  }
}
