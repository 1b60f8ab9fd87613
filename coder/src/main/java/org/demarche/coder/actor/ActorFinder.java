package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.demarche.coder.actor.Discourse.Seen;
import org.demarche.coder.actor.Lexicon.Match;
import org.demarche.coder.actor.Resolution.Ambiguous;
import org.demarche.coder.actor.Resolution.Resolved;
import org.demarche.coder.actor.Resolution.Unknown;
import org.demarche.coder.syntax.Clause;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.TokenSpan;
import org.demarche.coder.text.CharSpan;

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
   * The actors of a sentence; what they say is added to the discourse.
   *
   * @param day the day on which offices and memberships are looked up
   * @param text the article's text
   */
  public SentenceActors find(Clauses clauses, Discourse discourse, LocalDate day, String text) {
    return new Reading(clauses, discourse, day, text).read();
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

  /** One sentence. */
  private final class Reading {
    private final Clauses clauses;
    private final Discourse discourse;
    private final LocalDate day;
    private final String text;
    private final List<Match<Sense>> nameAt;
    private final Map<Integer, Resolution> resolved = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private final Set<Integer> subjects = new HashSet<>();

    Reading(Clauses clauses, Discourse discourse, LocalDate day, String text) {
      this.clauses = clauses;
      this.discourse = discourse;
      this.day = day;
      this.text = text;
      this.nameAt = names.matches(clauses, day);
      for (Clause clause : clauses.all()) {
        if (clause.kind() == Clause.Kind.VERB) {
          clause.slot(clause.passive() ? Clause.OBJECT : Clause.SUBJECT).forEach(subjects::add);
        }
      }
    }

    SentenceActors read() {
      Map<Integer, Mention> mentions = new TreeMap<>();
      for (Phrase phrase : clauses.phrases()) {
        Resolution resolution = resolve(phrase.head());
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
      return new SentenceActors(clauses, mentions);
    }

    /** An adjective such as <em>Russian</em> is a mention too, for what it modifies. */
    private void modifier(int token, Map<Integer, Mention> mentions) {
      Match<Sense> match = nameAt.get(token);
      if (match != null && match.end() == token + 1) {
        Resolution resolution = names.resolve(match, clauses, discourse, day);
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

    private void remember(Phrase phrase, Resolution resolution) {
      Match<Sense> match = nameAt.get(phrase.head());
      if (match != null && match.end() - 1 > phrase.head()) {
        return; // a word inside a longer name
      }
      List<Party> parties = new ArrayList<>(resolution.parties());
      boolean plural = clauses.pos(phrase.head()).endsWith("S");
      if (!parties.isEmpty()) {
        for (int conjunct : phrase.conjuncts()) {
          parties.addAll(resolve(conjunct).parties());
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

    Resolution resolve(int head) {
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
      return match == null
          ? new Unknown("not a name of the book")
          : names.resolve(match, clauses, discourse, day);
    }

    private Resolution resolve(Phrase phrase) {
      int head = phrase.head();
      if (clauses.isPronoun(head)) {
        return pronoun(phrase);
      }
      Match<Sense> match = nameAt.get(head);
      if (match != null && match.end() > head) {
        return named(phrase, match);
      }
      Resolution group = new GroupReader(book, this::resolve, clauses, discourse, day).read(phrase);
      Match<Role> role = names.role(clauses, phrase);
      if (role != null && !(group instanceof Resolved && GroupReader.names(clauses.lemma(head)))) {
        return role(phrase, role);
      }
      if (group instanceof Resolved) {
        return group;
      }
      if (CALENDAR.contains(clauses.lemma(head))) {
        return new Unknown("a date");
      }
      if (clauses.isProper(head)) {
        return properName(phrase);
      }
      return group;
    }

    // --- names ---

    private Resolution named(Phrase phrase, Match<Sense> match) {
      Resolution base = members(phrase, names.resolve(match, clauses, discourse, day));
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
              && nameAt.get(before) == null
              && names.roleEndingAt(clauses, before) == null
              && before >= phrase.core().start();
      if (foreign && (party.kind() == Party.Kind.PERSON || names.hasRivals(party.code()))) {
        return titled(phrase, "name " + phraseName(phrase));
      }
      List<String> sectors = titleSectors(phrase, match.start());
      return party.kind() == Party.Kind.PERSON && !sectors.isEmpty() && party.sectors().isEmpty()
          ? new Resolved(List.of(party.as(sectors)), base.how() + " with title")
          : base;
    }

    /**
     * <em>The Central Asian countries</em> may be a name of the book: it stands for its members.
     */
    private Resolution members(Phrase phrase, Resolution named) {
      boolean plural =
          clauses.pos(phrase.head()).equals("NNS")
              && GroupReader.names(clauses.lemma(phrase.head()));
      if (!plural || named.parties().size() != 1) {
        return named;
      }
      Resolution members =
          new GroupReader(book, this::resolve, clauses, discourse, day)
              .members(named.parties(), phrase);
      return members.parties().size() > 1 ? members : named;
    }

    /** A name outside the book: known by title and state, or by its words only. */
    private Resolution properName(Phrase phrase) {
      return titled(phrase, "name outside the book");
    }

    private Resolution titled(Phrase phrase, String how) {
      String name = phraseName(phrase);
      List<String> sectors = titleSectors(phrase, phrase.head());
      List<Party> states = owners(phrase);
      if (sectors.isEmpty() && phrase.appositions().size() == 1) {
        Resolution apposed = resolve(phrase.appositions().get(0));
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
          .map(nameAt::get)
          .filter(m -> m != null)
          .flatMap(m -> m.meanings().stream())
          .anyMatch(
              s ->
                  s.kind() == Sense.Kind.ADJECTIVE
                      || (s.kind() == Sense.Kind.NAME && !names.hasRivals(s.code())));
    }

    private String phraseName(Phrase phrase) {
      int start = phrase.head();
      while (start > phrase.core().start()
          && clauses.isProper(start - 1)
          && names.roleEndingAt(clauses, start - 1) == null
          && (nameAt.get(start - 1) == null
              || nameAt.get(start - 1).meanings().stream()
                  .noneMatch(s -> s.kind() == Sense.Kind.ADJECTIVE))) {
        start--;
      }
      return clauses.sentence().chars(new TokenSpan(start, phrase.head() + 1)).of(text);
    }

    private List<String> titleSectors(Phrase phrase, int before) {
      for (int i = before - 1; i >= phrase.core().start(); i--) {
        Match<Role> role = names.roleEndingAt(clauses, i);
        if (role != null && role.meanings().get(0).title()) {
          return role.meanings().get(0).sectors();
        }
      }
      return List.of();
    }

    // --- roles ---

    private Resolution role(Phrase phrase, Match<Role> match) {
      List<String> sectors = match.meanings().get(0).sectors();
      for (int apposition : phrase.appositions()) {
        Resolution apposed = resolve(apposition);
        if (apposed.parties().size() == 1
            && apposed.parties().get(0).kind() == Party.Kind.PERSON
            && !apposed.parties().get(0).code().isEmpty()) {
          return new Resolved(apposed.parties(), "apposition: " + apposed.how());
        }
      }
      List<Party> owners = owners(phrase);
      if (!owners.isEmpty()) {
        return new Resolved(
            owners.stream()
                .map(o -> roleOf(o, sectors, clauses.lemma(phrase.head())))
                .distinct()
                .toList(),
            "role " + match.meanings().get(0).noun() + " of " + codes(owners));
      }
      if (Set.of("the", "this", "that").contains(phrase.determiner())
          && phrase.modifiers().isEmpty()) {
        var before =
            discourse.antecedent(
                clauses.sentence().index(),
                phrase.head(),
                s ->
                    s.parties().size() == 1
                        && !s.parties().get(0).code().isEmpty()
                        && s.parties().get(0).sectors().equals(sectors)
                        && (s.lemma().equals(clauses.lemma(phrase.head()))
                            || s.parties().get(0).kind() == Party.Kind.PERSON));
        if (before.isPresent()) {
          return new Resolved(before.get().parties(), "definite description of an earlier mention");
        }
      }
      return new Resolved(
          List.of(new Party("", sectors, match.meanings().get(0).noun(), Party.Kind.ROLE)),
          "role " + match.meanings().get(0).noun());
    }

    private static String codes(List<Party> parties) {
      return String.join(", ", parties.stream().map(Party::code).toList());
    }

    private Party roleOf(Party owner, List<String> sectors, String lemma) {
      boolean own = owner.kind() == Party.Kind.ORGANISATION || owner.kind() == Party.Kind.GROUP;
      return new Party(
          owner.code(),
          own ? owner.as(owner.sectors()).sectors() : sectors,
          owner.name() + " " + lemma,
          own ? owner.kind() : Party.Kind.ROLE);
    }

    /** The states or organisations that a phrase says it belongs to. */
    private List<Party> owners(Phrase phrase) {
      List<Party> owners = new ArrayList<>();
      for (int modifier : phrase.modifiers()) {
        Match<Sense> match = nameAt.get(modifier);
        if (match != null && match.end() == modifier + 1 && match.end() <= phrase.head()) {
          owners.addAll(names.resolve(match, clauses, discourse, day).parties());
        }
      }
      if (owners.isEmpty() && phrase.possessor().isPresent()) {
        owners.addAll(resolve(phrase.possessor().getAsInt()).parties());
      }
      for (Set<String> prepositions : List.of(Set.of("of"), Set.of("in", "from", "at"))) {
        for (Phrase.Prepositional p : phrase.prepositions()) {
          if (owners.isEmpty() && prepositions.contains(p.preposition())) {
            owners.addAll(resolve(p.head()).parties());
            clauses
                .phrase(p.head())
                .ifPresent(
                    inner -> {
                      if (!owners.isEmpty()) {
                        inner.conjuncts().forEach(c -> owners.addAll(resolve(c).parties()));
                      }
                    });
          }
        }
      }
      return owners.stream().filter(o -> !o.code().isEmpty()).distinct().toList();
    }

    // --- pronouns ---

    private Resolution pronoun(Phrase phrase) {
      int sentence = clauses.sentence().index();
      int head = phrase.head();
      if (clauses.lemma(head).equals("it") && pleonastic(head)) {
        return new Unknown("'it' stands for nobody");
      }
      return switch (clauses.lemma(head)) {
        case "he", "she", "him", "her", "his", "himself", "herself" ->
            discourse
                .antecedent(sentence, head, s -> !s.plural() && isPerson(s))
                .<Resolution>map(s -> new Resolved(s.parties(), "pronoun for an earlier person"))
                .orElse(new Unknown("pronoun without antecedent"));
        case "it", "its", "itself" ->
            discourse
                .antecedent(
                    sentence, head, s -> s.parties().size() == 1 && !isPerson(s) && !s.plural())
                .<Resolution>map(s -> new Resolved(s.parties(), "pronoun for an earlier mention"))
                .orElse(new Unknown("pronoun without antecedent"));
        case "they", "their", "them", "themselves" ->
            discourse
                .antecedent(sentence, head, s -> s.plural() || s.parties().size() > 1)
                .or(() -> discourse.antecedent(sentence, head, s -> !isPerson(s)))
                .<Resolution>map(s -> new Resolved(s.parties(), "pronoun for an earlier mention"))
                .orElse(new Unknown("pronoun without antecedent"));
        case "we", "our", "us", "i", "my", "me" -> speaker(head);
        default -> new Unknown("pronoun");
      };
    }

    /** <em>It is necessary to …</em>, <em>it was decided that …</em> */
    private boolean pleonastic(int pronoun) {
      for (Clause clause : clauses.all()) {
        boolean subject =
            clause
                .slot(clause.passive() ? Clause.OBJECT : Clause.SUBJECT)
                .anyMatch(s -> s == pronoun);
        if (subject && clause.kind() == Clause.Kind.VERB && !clause.complements().isEmpty()) {
          boolean copula =
              Set.of("be", "become", "seem", "appear", "remain").contains(clause.lemma());
          if (copula || clause.passive()) {
            return true;
          }
        }
        if (subject && clause.kind() == Clause.Kind.ADJECTIVE && !clause.complements().isEmpty()) {
          return !Set.of(
                  "ready",
                  "willing",
                  "prepared",
                  "eager",
                  "able",
                  "unable",
                  "unwilling",
                  "reluctant",
                  "determined",
                  "committed",
                  "set",
                  "due",
                  "keen",
                  "happy",
                  "free")
              .contains(clause.lemma());
        }
      }
      return false;
    }

    private boolean isPerson(Seen seen) {
      return seen.parties().stream()
          .allMatch(
              p ->
                  p.kind() == Party.Kind.PERSON
                      || (p.kind() == Party.Kind.NAME && p.code().isEmpty())
                      || (p.kind() == Party.Kind.ROLE
                          && !p.sectors().contains("MIL")
                          && Set.of(
                                  "president",
                                  "minister",
                                  "leader",
                                  "spokesman",
                                  "spokeswoman",
                                  "official",
                                  "premier",
                                  "chancellor",
                                  "king",
                                  "secretary",
                                  "ambassador",
                                  "governor",
                                  "general",
                                  "chief",
                                  "head",
                                  "mayor",
                                  "judge")
                              .contains(seen.lemma())));
    }

    /** In quoted speech <em>we</em> is whoever speaks. */
    private Resolution speaker(int pronoun) {
      for (Clause clause : clauses.all()) {
        boolean says =
            clause.kind() == Clause.Kind.VERB
                && clause.complements().stream().anyMatch(c -> clauses.under(pronoun, c.head()));
        if (says && !clauses.under(clause.head(), pronoun)) {
          List<Party> speakers =
              clause
                  .slot(Clause.SUBJECT)
                  .filter(s -> s != pronoun)
                  .flatMap(s -> resolve(s).parties().stream())
                  .toList();
          if (!speakers.isEmpty()) {
            return new Resolved(speakers, "speaker of the quotation");
          }
        }
      }
      return new Unknown("first person without a speaker");
    }
  }

  /** The book that this finder reads from. */
  public ActorBook book() {
    return book;
  }

  /** The rival readings of a name, for showing. */
  static Ambiguous ambiguous(List<Party> candidates, String how) {
    return new Ambiguous(candidates, how);
  }
}
