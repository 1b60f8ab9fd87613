package org.demarche.desk.correct;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.demarche.archive.store.StoredArticle;
import org.demarche.archive.store.StoredMention;
import org.demarche.archive.store.StoredSentence;
import org.demarche.coder.actor.ActorEntry;
import org.demarche.coder.actor.Party;
import org.demarche.coder.data.Source;
import org.demarche.coder.event.Confidence;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Evidence;
import org.demarche.coder.event.Ontology;
import org.demarche.coder.event.Participant;
import org.demarche.coder.event.Status;
import org.demarche.coder.event.When;
import org.demarche.coder.event.Where;
import org.demarche.coder.text.CharSpan;
import org.demarche.coder.time.DayRange;
import org.springframework.stereotype.Component;

/** Turns what a person filled in into an event of an article. Thread-safe. */
@Component
public final class Proposals {
  /** PLOVER's types, each with the CAMEO root that stands for it where nothing closer is known. */
  private static final Map<String, String> TYPES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("AGREE", "03"),
              Map.entry("CONSULT", "04"),
              Map.entry("SUPPORT", "05"),
              Map.entry("CONCEDE", "08"),
              Map.entry("COOPERATE", "06"),
              Map.entry("AID", "07"),
              Map.entry("RETREAT", "087"),
              Map.entry("REQUEST", "10"),
              Map.entry("ACCUSE", "11"),
              Map.entry("REJECT", "12"),
              Map.entry("THREATEN", "13"),
              Map.entry("PROTEST", "14"),
              Map.entry("SANCTION", "16"),
              Map.entry("MOBILIZE", "15"),
              Map.entry("COERCE", "17"),
              Map.entry("ASSAULT", "19")));

  private static final Source BY_HAND = new Source("desk", 0);

  private final Books books;
  private final Ontology ontology = new Ontology();

  public Proposals(Books books) {
    this.books = books;
  }

  public static List<String> types() {
    return List.copyOf(TYPES.keySet());
  }

  /**
   * The event that a form tells, or what is wrong with it.
   *
   * @param before the event being changed; empty where one is added
   */
  public Proposal propose(
      EventForm form,
      StoredArticle article,
      List<StoredMention> mentions,
      List<StoredSentence> sentences,
      Optional<Event> before) {
    String text = article.page().article().text();
    List<String> problems = new ArrayList<>();
    boolean inText = form.start() >= 0 && form.start() < form.end() && form.end() <= text.length();
    if (!inText) {
      return new Proposal.Flawed(List.of("event.problem.words"));
    }
    if (!TYPES.containsKey(form.type())
        && before.filter(e -> e.type().equals(form.type())).isEmpty()) {
      problems.add("event.problem.type");
    }
    if (!form.mode().matches("[a-z-]{0,40}")) {
      problems.add("event.problem.mode");
    }
    Optional<Status> status =
        Arrays.stream(Status.values()).filter(s -> s.label().equals(form.status())).findFirst();
    if (status.isEmpty()) {
      problems.add("event.problem.status");
    }
    if (!form.date().isEmpty() && DayRange.of(form.date()).isEmpty()) {
      problems.add("event.problem.date");
    }
    CharSpan words = new CharSpan(form.start(), form.end());
    CharSpan sentence =
        sentences.stream()
            .map(StoredSentence::span)
            .filter(s -> s.start() <= words.start() && words.start() < s.end())
            .findFirst()
            .orElse(words);
    Finder finder = new Finder(text, sentence.cover(words), mentions);
    Optional<Participant> actor =
        finder.find(form.actor(), form.actorCode(), form.actorSectors(), "actor", problems);
    Optional<Participant> recipient =
        finder.find(
            form.recipient(), form.recipientCode(), form.recipientSectors(), "recipient", problems);
    if (actor.isEmpty() && recipient.isEmpty() && problems.isEmpty()) {
      problems.add("event.problem.nobody");
    }
    if (!problems.isEmpty()) {
      return new Proposal.Flawed(problems);
    }
    String cameo =
        before
            .filter(e -> e.type().equals(form.type()))
            .map(Event::cameo)
            .orElse(TYPES.getOrDefault(form.type(), ""));
    return new Proposal.Sound(
        new Event(
            article.page().article().id(),
            number(sentences, sentence),
            form.type(),
            form.mode(),
            list(form.contexts()),
            ontology.quad(form.type()),
            cameo,
            ontology.goldstein(cameo),
            status.orElseThrow(),
            Confidence.of(1),
            actor,
            recipient,
            date(form, article, words, before),
            before.map(Event::place).orElse(new Where.Unstated()),
            before.flatMap(Event::attribution),
            before.filter(e -> e.type().equals(form.type())).flatMap(Event::act),
            before.flatMap(Event::amount),
            new Evidence(
                words,
                words.of(text),
                before.map(e -> e.evidence().predicate()).filter(words::contains).orElse(words),
                before.map(e -> e.evidence().rule()).orElse(""),
                before.map(e -> e.evidence().source()).orElse(BY_HAND))));
  }

  private static int number(List<StoredSentence> sentences, CharSpan sentence) {
    return sentences.stream()
        .filter(s -> s.span().equals(sentence))
        .map(StoredSentence::position)
        .findFirst()
        .orElse(0);
  }

  private static When date(
      EventForm form, StoredArticle article, CharSpan words, Optional<Event> before) {
    if (form.date().isEmpty()) {
      return article
          .page()
          .article()
          .published()
          .<When>map(day -> new When.AssumedPublished(day.toString()))
          .orElseGet(When.Unstated::new);
    }
    Optional<When> same =
        before.map(Event::date).filter(d -> d.date().filter(form.date()::equals).isPresent());
    return same.filter(d -> d.basis().equals("stated"))
        .orElseGet(
            () -> new When.Stated(form.date(), words, words.of(article.page().article().text())));
  }

  private static List<String> list(String words) {
    return words.isEmpty() ? List.of() : List.of(words.split("[\\s,]+"));
  }

  /** Finds the words by which a party is named, and who that is. */
  private final class Finder {
    private final String text;
    private final CharSpan near;
    private final List<StoredMention> mentions;

    Finder(String text, CharSpan near, List<StoredMention> mentions) {
      this.text = text;
      this.near = near;
      this.mentions = mentions;
    }

    Optional<Participant> find(
        String words, String code, String sectors, String side, List<String> problems) {
      if (words.isEmpty() && code.isEmpty()) {
        return Optional.empty();
      }
      if (!code.matches("[A-Z0-9_-]{0,40}")) {
        problems.add("event.problem." + side + "-code");
        return Optional.empty();
      }
      Optional<CharSpan> span = words.isEmpty() ? named(code) : place(words);
      if (span.isEmpty()) {
        problems.add("event.problem." + side);
        return Optional.empty();
      }
      return Optional.of(
          new Participant(
              span.get().of(text), span.get(), party(code, sectors, span.get()), "person"));
    }

    /** The nearest place of the words: in the sentence, else anywhere. */
    private Optional<CharSpan> place(String words) {
      int at = text.indexOf(words, near.start());
      if (at < 0 || at >= near.end()) {
        at = text.indexOf(words);
      }
      return at < 0 ? Optional.empty() : Optional.of(new CharSpan(at, at + words.length()));
    }

    /** Where the code is mentioned in the sentence. */
    private Optional<CharSpan> named(String code) {
      return mentions.stream()
          .filter(m -> m.party().code().equals(code) && near.overlaps(m.span()))
          .map(StoredMention::span)
          .findFirst();
    }

    private Party party(String code, String sectors, CharSpan span) {
      Optional<Party> mentioned =
          mentions.stream()
              .filter(m -> m.span().overlaps(span) && m.party().code().equals(code))
              .map(StoredMention::party)
              .findFirst();
      Optional<ActorEntry> entry = code.isEmpty() ? Optional.empty() : books.actors().entry(code);
      return new Party(
          code,
          list(sectors),
          mentioned.map(Party::name).or(() -> entry.map(ActorEntry::name)).orElse(span.of(text)),
          mentioned
              .map(Party::kind)
              .or(() -> entry.map(e -> kind(e.kind())))
              .orElse(Party.Kind.NAME));
    }

    private static Party.Kind kind(ActorEntry.Kind kind) {
      return switch (kind) {
        case STATE, TERRITORY -> Party.Kind.STATE;
        case ORGANISATION -> Party.Kind.ORGANISATION;
        case PEOPLE, FAITH -> Party.Kind.PEOPLE;
        case ARMED_GROUP, MOVEMENT, PARTY, MEDIA, COMPANY -> Party.Kind.GROUP;
      };
    }
  }
}
