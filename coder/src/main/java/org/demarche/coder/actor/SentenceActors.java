package org.demarche.coder.actor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.demarche.coder.syntax.Clauses;
import org.demarche.coder.syntax.Phrase;
import org.demarche.coder.syntax.Phrase.Prepositional;
import org.demarche.coder.syntax.Token;
import org.demarche.coder.text.CharSpan;

/**
 * The actors of one sentence. They are found when somebody first asks for them: finding them may
 * mean reading the sentences before. Belongs to one thread, as the discourse does.
 */
public final class SentenceActors {
  private static final int DEPTH = 3;

  /** Nouns whose sense lies in what follows <em>of</em>: a group of rebels, a series of attacks. */
  private static final List<String> TRANSPARENT =
      List.of(
          "group",
          "number",
          "series",
          "member",
          "round",
          "kind",
          "type",
          "part",
          "handful",
          "couple",
          "dozen",
          "hundred",
          "thousand",
          "million",
          "tens",
          "hundreds",
          "thousands",
          "millions",
          "score",
          "majority",
          "all",
          "some",
          "most",
          "many",
          "several",
          "one",
          "two",
          "three",
          "wave",
          "set",
          "string",
          "spate",
          "team",
          "contingent",
          "convoy",
          "crowd",
          "pair",
          "bloc",
          "coalition",
          "delegation",
          "half",
          "rest",
          "hour",
          "day",
          "week",
          "month",
          "year",
          "percent",
          "%",
          "batch",
          "total",
          "lot",
          "variety",
          "list",
          "any",
          "none",
          "each",
          "both",
          "act",
          "form",
          "campaign");

  private final Clauses clauses;

  /** Finds the actors. */
  interface Finding {
    /** Whether a token is the head of no actor, as its words alone tell. */
    boolean nobody(int token);

    /** The mentions by the token of their head; asked once at most. */
    Map<Integer, Mention> mentions();
  }

  private final Finding finding;
  private Optional<Map<Integer, Mention>> found = Optional.empty();
  private final Supplier<Optional<Party>> home;
  private final ActorBook book;

  /**
   * @param home finds the state that is spoken of
   */
  SentenceActors(Clauses clauses, Finding finding, Supplier<Optional<Party>> home, ActorBook book) {
    this.home = home;
    this.book = book;
    this.clauses = clauses;
    this.finding = finding;
  }

  private Map<Integer, Mention> mentions() {
    if (found.isEmpty()) {
      found = Optional.of(new TreeMap<>(finding.mentions()));
    }
    return found.get();
  }

  /** With the phrase at {@code span} as an actor, where it lies in this sentence. */
  SentenceActors with(CharSpan span, String text) {
    List<Token> inside =
        clauses.sentence().tokens().stream().filter(t -> span.contains(t.span())).toList();
    if (inside.isEmpty()) {
      return this;
    }
    int first = inside.get(0).index();
    int last = inside.get(inside.size() - 1).index();
    int head = last;
    for (Token token : inside) {
      int governor = clauses.governor(token.index());
      boolean top = governor < first || governor > last;
      if (top && clauses.phrase(token.index()).isPresent()) {
        head = token.index();
        break;
      }
    }
    if (somebody(head).isPresent()) {
      return this;
    }
    Map<Integer, Mention> more = new TreeMap<>(mentions());
    more.put(
        head,
        new Mention(
            head,
            span,
            span.of(text),
            new Resolution.Resolved(
                List.of(new Party("", List.of(), span.of(text), Party.Kind.NAME)), "given")));
    SentenceActors extended = new SentenceActors(clauses, finding, home, book);
    extended.found = Optional.of(more);
    return extended;
  }

  /** The state that the sentences before were about, if any. */
  public Optional<Party> home() {
    return home.get();
  }

  /** Whether somebody is a state or of one: its government, its people, its rebels. */
  public boolean ofState(Party party) {
    return book.isState(party.code());
  }

  /** The mention whose head is this token. */
  public Optional<Mention> at(int head) {
    return Optional.ofNullable(mentions().get(head));
  }

  /** Whom the phrase with this head stands for; empty where for nobody or nobody knows. */
  public List<Party> parties(int head) {
    return somebody(head).map(Mention::parties).orElse(List.of());
  }

  private Optional<Mention> somebody(int head) {
    return found.isEmpty() && finding.nobody(head)
        ? Optional.empty()
        : at(head).filter(m -> !m.parties().isEmpty());
  }

  /** All mentions, left to right. */
  public Collection<Mention> all() {
    return mentions().values();
  }

  /** Whether words like <em>number of</em> are looked through for this lemma. */
  public static boolean transparent(String lemma) {
    return TRANSPARENT.contains(lemma);
  }

  /**
   * The actors that a phrase stands for: its head and what is coordinated with it; where the head
   * is no actor, the nearest actor inside the phrase.
   *
   * @param nested whether to look inside phrases whose head is no actor
   */
  public List<Mention> of(int head, boolean nested) {
    List<Mention> found = new ArrayList<>();
    collect(head, nested, found);
    clauses
        .phrase(head)
        .ifPresent(
            phrase -> {
              if (!found.isEmpty()) {
                phrase.conjuncts().forEach(c -> collect(c, false, found));
              } else {
                phrase.conjuncts().forEach(c -> collect(c, nested, found));
              }
            });
    return found.stream().distinct().toList();
  }

  /**
   * The actors that a phrase is said to belong to: <em>German goods</em>, <em>Moscow's policy</em>,
   * <em>the passage by a US ship</em>.
   */
  public List<Mention> owners(int head) {
    List<Mention> found = new ArrayList<>();
    clauses
        .phrase(head)
        .ifPresent(
            phrase -> {
              phrase.possessor().ifPresent(p -> add(p, found));
              phrase.modifiers().forEach(m -> add(m, found));
              phrase.prepositions().stream()
                  .filter(p -> p.preposition().equals("by"))
                  .forEach(p -> add(p.head(), found));
            });
    return found;
  }

  /** Like {@link #of} with nesting, but only one member where all are wanted from one phrase. */
  private void collect(int head, boolean nested, List<Mention> into) {
    Optional<Mention> own = somebody(head);
    if (own.isPresent()) {
      into.add(own.get());
      return;
    }
    Optional<Phrase> phrase = clauses.phrase(head);
    if (phrase.isEmpty()) {
      return;
    }
    if (TRANSPARENT.contains(clauses.lemma(head))) {
      for (Prepositional p : phrase.get().prepositions()) {
        if (p.preposition().equals("of")) {
          into.addAll(of(p.head(), nested));
          if (!into.isEmpty()) {
            return;
          }
        }
      }
    }
    for (int apposition : phrase.get().appositions()) {
      Optional<Mention> mention = somebody(apposition);
      if (mention.isPresent()) {
        into.add(mention.get());
        return;
      }
    }
    if (nested) {
      inside(phrase.get(), DEPTH, into);
    }
  }

  /** Possessor and modifiers, then <em>of</em> phrases, then other prepositions. */
  private void inside(Phrase phrase, int depth, List<Mention> into) {
    if (depth == 0) {
      return;
    }
    if (phrase.possessor().isPresent()) {
      add(phrase.possessor().getAsInt(), into);
    }
    for (int modifier : phrase.modifiers()) {
      add(modifier, into);
    }
    if (!into.isEmpty()) {
      return;
    }
    for (boolean of : new boolean[] {true, false}) {
      for (Prepositional p : phrase.prepositions()) {
        if (p.preposition().equals("of") == of) {
          List<Mention> below = of(p.head(), false);
          into.addAll(below);
          if (below.isEmpty()) {
            clauses.phrase(p.head()).ifPresent(inner -> inside(inner, depth - 1, into));
          }
          if (!into.isEmpty()) {
            return;
          }
        }
      }
    }
    if (phrase.possessor().isPresent() && into.isEmpty()) {
      clauses
          .phrase(phrase.possessor().getAsInt())
          .ifPresent(inner -> inside(inner, depth - 1, into));
    }
  }

  private void add(int token, List<Mention> into) {
    somebody(token).ifPresent(into::add);
  }
}
