package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.demarche.coder.actor.Discourse.Seen;
import org.demarche.coder.actor.Lexicon.Match;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.actor.Resolution.Unknown;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.text.Dateline;

/** Finds who is mentioned in a sentence and who is meant. Thread-safe; the discourse is not. */
public final class ActorFinder {
  private static final Set<String> CALENDAR =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december",
          "jan.",
          "feb.",
          "aug.",
          "sept.",
          "oct.",
          "nov.",
          "dec.",
          "ramadan",
          "christmas",
          "easter");

  private final ActorBook book;
  private final NameReader names;

  public ActorFinder(ActorBook book) {
    this.book = book;
    this.names = new NameReader(book);
  }

  /**
   * The actors of a sentence. They are found, and added to the discourse, when they are first asked
   * for, here or by way of the discourse.
   *
   * @param day the day on which offices and memberships are looked up
   * @param text the article's text
   */
  public SentenceActors find(Clauses clauses, Discourse discourse, LocalDate day, String text) {
    SentenceActors actors =
        new SentenceActors(
            clauses,
            new Reading(clauses, discourse, day, text),
            () -> home(clauses, discourse),
            book);
    discourse.defer(clauses.sentence().index(), actors::all);
    return actors;
  }

  /**
   * The same, with parties that others have found: each is an actor, known to the book or not.
   *
   * @param given spans in characters of the article's text
   */
  public SentenceActors find(
      Clauses clauses, Discourse discourse, LocalDate day, String text, List<CharSpan> given) {
    SentenceActors found = find(clauses, discourse, day, text);
    for (CharSpan span : given) {
      found = found.with(span, text);
    }
    return found;
  }

  /** The state that is spoken of. */
  private Optional<Party> home(Clauses clauses, Discourse discourse) {
    return discourse
        .home(clauses.sentence().index(), book::isState)
        .flatMap(book::entry)
        .map(e -> new Party(e.code(), List.of(), e.name(), Party.Kind.STATE));
  }

  /**
   * The discourse of an article of which nothing is read yet.
   *
   * @param day that of its first sentence
   */
  public Discourse discourse(String text, LocalDate day) {
    return new Discourse(text, filed(text, day));
  }

  /** The state of the place in the dateline. */
  private Optional<String> filed(String text, LocalDate day) {
    Optional<CharSpan> place = Dateline.place(text);
    if (place.isEmpty()) {
      return Optional.empty();
    }
    // written in capitals: "PANAMA CITY"
    List<String> words =
        Stream.of(place.get().of(text).split(" "))
            .map(w -> w.charAt(0) + w.substring(1).toLowerCase(Locale.ROOT))
            .toList();
    Match<Sense> match = book.names().longest(0, words.size(), words::get, s -> true);
    return match == null || match.end() < words.size()
        ? Optional.empty()
        : match.meanings().stream()
            .filter(s -> s.kind() == Sense.Kind.CAPITAL || s.kind() == Sense.Kind.PLACE)
            .filter(s -> names.exists(s, day))
            .map(s -> book.root(s.code()))
            .findFirst();
  }

  /** One sentence. */
  private final class Reading implements SentenceActors.Finding {
    private final Clauses clauses;
    private final Discourse discourse;
    private final String text;
    private final Scene scene;
    private final List<Match<Sense>> nameAt;
    private final Map<Integer, Resolution> resolved = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> subjects = new HashSet<>();

    Reading(Clauses clauses, Discourse discourse, LocalDate day, String text) {
      this.clauses = clauses;
      this.discourse = discourse;
      this.text = text;
      this.nameAt = names.matches(clauses, day);
      this.scene =
          new Scene(book, names, clauses, discourse, day, text, nameAt, this::resolveToken);
      for (Clause clause : clauses.all()) {
        if (clause.kind() == Clause.Kind.VERB) {
          clause.slot(clause.passive() ? Clause.OBJECT : Clause.SUBJECT).forEach(subjects::add);
        }
      }
    }

    @Override
    public boolean nobody(int token) {
      if (nameAt.get(token) != null) {
        return false;
      }
      Optional<Phrase> phrase = clauses.phrase(token);
      return phrase.isEmpty()
          || (clauses.isPronoun(token)
              ? !PronounReader.refers(clauses.form(token))
              : !clauses.isProper(token)
                  && !GroupReader.mayName(clauses.lemma(token), book)
                  && names.role(clauses, phrase.get()) == null);
    }

    @Override
    public Map<Integer, Mention> mentions() {
      discourse.begin(clauses.sentence().index());
      Map<Integer, Mention> mentions = new TreeMap<>();
      int before = discourse.size(clauses.sentence().index());
      for (Phrase phrase : clauses.phrases()) {
        Resolution resolution = resolveToken(phrase.head());
        CharSpan span = span(phrase);
        boolean silent =
            resolution instanceof Unknown
                && !clauses.isProper(phrase.head())
                && !clauses.isPronoun(phrase.head());
        if (!silent) {
          mentions.put(phrase.head(), new Mention(phrase.head(), span, span.of(text), resolution));
        }
        remember(phrase, resolution);
      }
      for (int token = 0; token < clauses.size(); token++) {
        if (!mentions.containsKey(token) && clauses.phrase(token).isEmpty()) {
          modifier(token, mentions);
        }
      }
      clauses.all().forEach(c -> together(c, before));
      return mentions;
    }

    /** An adjective such as <em>Russian</em> is a mention too, for what it modifies. */
    private void modifier(int token, Map<Integer, Mention> mentions) {
      Match<Sense> match = nameAt.get(token);
      if (match != null && match.end() == token + 1) {
        Resolution resolution = scene.resolve(match);
        CharSpan span = clauses.sentence().chars(new TokenSpan(match.start(), match.end()));
        mentions.put(token, new Mention(token, span, span.of(text), resolution));
      }
    }

    private CharSpan span(Phrase phrase) {
      Match<Sense> match = nameAt.get(phrase.head());
      int start = phrase.core().start();
      int end = phrase.core().end();
      if (match != null) {
        start = Math.min(start, match.start());
        end = Math.max(end, match.end());
      }
      while (start < phrase.head()
          && Set.of("DT", "PDT", "CC", ",", "``", "''").contains(clauses.pos(start))) {
        start++;
      }
      return clauses.sentence().chars(new TokenSpan(start, end));
    }

    /** <em>Serbia met Kosovo. They …</em>: who does something with whom are two. */
    private void together(Clause clause, int before) {
      String slot = clause.lemma().equals("meet") ? Clause.OBJECT : "with";
      Optional<Integer> one = clause.slot(Clause.SUBJECT).findFirst();
      Optional<Integer> other = clause.slot(slot).findFirst();
      if (clause.kind() != Clause.Kind.VERB || one.isEmpty() || other.isEmpty()) {
        return;
      }
      List<Party> parties = new ArrayList<>(resolveToken(one.get()).parties());
      List<Party> others = resolveToken(other.get()).parties();
      if (parties.size() == 1 && others.size() == 1 && !parties.equals(others)) {
        parties.addAll(others);
        discourse.insert(
            before,
            new Seen(clauses.sentence().index(), other.get(), parties, false, true, "both"));
      }
    }

    private void remember(Phrase phrase, Resolution resolution) {
      Match<Sense> match = nameAt.get(phrase.head());
      if (match != null && match.end() - 1 > phrase.head()) {
        return; // a word inside a longer name
      }
      List<Party> parties = new ArrayList<>(resolution.parties());
      boolean plural = clauses.pos(phrase.head()).endsWith("S");
      if (!parties.isEmpty()) {
        for (int conjunct : phrase.conjuncts()) {
          parties.addAll(resolveToken(conjunct).parties());
          plural = true;
        }
        discourse.add(
            new Seen(
                clauses.sentence().index(),
                phrase.head(),
                parties.stream().distinct().toList(),
                subjects.contains(phrase.head()),
                plural,
                clauses.lemma(phrase.head())));
      }
    }

    private Resolution resolveToken(int head) {
      Resolution known = resolved.get(head);
      if (known != null) {
        return known;
      }
      if (!open.add(head)) {
        return new Unknown("refers to itself");
      }
      Resolution resolution =
          clauses.phrase(head).map(this::resolve).orElseGet(() -> modifierAt(head));
      open.remove(head);
      resolved.put(head, resolution);
      return resolution;
    }

    private Resolution modifierAt(int token) {
      Match<Sense> match = nameAt.get(token);
      return match == null ? new Unknown("not a name of the book") : scene.resolve(match);
    }

    private Resolution resolve(Phrase phrase) {
      int head = phrase.head();
      if (clauses.isPronoun(head)) {
        return new PronounReader(scene).read(phrase);
      }
      Match<Sense> match = nameAt.get(head);
      if (match != null && match.end() > head) {
        return new NamedPhrases(scene).named(phrase, match);
      }
      GroupReader groups = new GroupReader(scene);
      if (groups.others(phrase)) {
        return new Unknown("others than those it names");
      }
      Resolution group = groups.read(phrase);
      Match<Role> role = names.role(clauses, phrase);
      if (group instanceof Resolved both) {
        // "the two armies" are armies of the two; "the two countries" and "the alliance" are they
        boolean roles = role != null && GroupReader.counted(clauses, phrase);
        return roles ? new RoleReader(scene).of(both, role, phrase) : both;
      }
      if (role != null) {
        return new RoleReader(scene).read(phrase, role);
      }
      if (CALENDAR.contains(clauses.lemma(head))) {
        return new Unknown("a date");
      }
      if (clauses.isProper(head)) {
        return new NamedPhrases(scene).properName(phrase);
      }
      return group;
    }
  }

  /** The book that this finder reads from. */
  public ActorBook book() {
    return book;
  }
}
