package org.demarche.coder.actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.coder.actor.ActorEntry.Membership;
import org.demarche.coder.actor.ActorEntry.Office;
import org.demarche.coder.actor.ActorEntry.Term;
import org.demarche.coder.data.DataException;
import org.demarche.coder.data.DataException.Problem;
import org.demarche.coder.data.DataFile;

/** Who is who: states, organisations, groups, offices with dated terms, roles. Immutable. */
public final class ActorBook {
  /**
   * Where a name is cut into tokens, as {@link org.demarche.coder.syntax.Tokenizer} cuts text:
   * around hyphens between words and before possessives.
   */
  private static final Pattern CUT =
      Pattern.compile(
          "\\s+|(?<=\\p{L})(?=-\\p{L})|(?<=\\p{L}-)(?=\\p{L})|(?<=\\p{L})(?=['’]s\\b)|(?<=[,&/()])|(?=[,&/()])");

  private final Map<String, ActorEntry> entries;
  private final List<Role> roles;
  private final Lexicon<Sense> names = new Lexicon<>();
  private final Lexicon<Role> roleNames = new Lexicon<>();
  private final Map<String, List<Holding>> holdings = new HashMap<>();
  private final Set<String> descriptions = new HashSet<>();

  /** One term with the office and entry it belongs to. */
  record Holding(ActorEntry entry, Office office, Term term) {}

  private ActorBook(Map<String, ActorEntry> entries, List<Role> roles) {
    this.entries = new LinkedHashMap<>(entries);
    this.roles = List.copyOf(roles);
    entries.values().forEach(this::index);
    roles.forEach(role -> roleNames.add(List.of(role.noun().split(" ")), role));
  }

  /**
   * The built-in book.
   *
   * @throws DataException if it is wrong
   */
  public static ActorBook builtIn() {
    return of(DataFile.ofResources(ActorBook.class, "/org/demarche/coder/actors"), List.of());
  }

  /**
   * The built-in book with the files of a user's folder added.
   *
   * @throws DataException if a file is wrong; every problem is listed with file and line
   */
  public static ActorBook builtInWith(List<DataFile> added) {
    return of(DataFile.ofResources(ActorBook.class, "/org/demarche/coder/actors"), added);
  }

  /** A book of these files alone, the later ones adding to the earlier. */
  public static ActorBook of(List<DataFile> files, List<DataFile> added) {
    List<Problem> problems = new ArrayList<>();
    ActorBookReader reader = new ActorBookReader(problems);
    reader.read(files);
    reader.read(added);
    reader.check();
    if (!problems.isEmpty()) {
      throw new DataException(problems);
    }
    return new ActorBook(reader.entries(), reader.roles());
  }

  /** Whether any entry may be called <em>the</em> so: <em>alliance</em>, <em>bloc</em>. */
  boolean describes(String lemma) {
    return descriptions.contains(lemma);
  }

  private void index(ActorEntry entry) {
    descriptions.addAll(entry.descriptions());
    name(entry, Sense.Kind.NAME, entry.name());
    entry.names().forEach(n -> name(entry, Sense.Kind.NAME, n));
    entry.adjectives().forEach(n -> name(entry, Sense.Kind.ADJECTIVE, n));
    entry.people().forEach(n -> name(entry, Sense.Kind.PEOPLE, n));
    entry.capitals().forEach(n -> name(entry, Sense.Kind.CAPITAL, n));
    entry.seats().forEach(n -> name(entry, Sense.Kind.SEAT, n));
    entry.places().forEach(n -> name(entry, Sense.Kind.PLACE, n));
    for (Office office : entry.offices()) {
      for (Term term : office.terms()) {
        person(entry, office, term);
      }
    }
  }

  private void name(ActorEntry entry, Sense.Kind kind, String name) {
    names.add(tokens(name), new Sense(kind, entry.code(), ""));
  }

  private void person(ActorEntry entry, Office office, Term term) {
    holdings
        .computeIfAbsent(term.name(), n -> new ArrayList<>())
        .add(new Holding(entry, office, term));
    List<String> full = tokens(term.name());
    names.add(full, new Sense(Sense.Kind.PERSON, entry.code(), term.name()));
    for (String other : term.also()) {
      Sense.Kind kind = other.contains(" ") ? Sense.Kind.PERSON : Sense.Kind.SURNAME;
      names.add(tokens(other), new Sense(kind, entry.code(), term.name()));
    }
    if (term.surname() && full.size() > 1) {
      names.add(
          full.subList(full.size() - 1, full.size()),
          new Sense(Sense.Kind.SURNAME, entry.code(), term.name()));
    }
  }

  static List<String> tokens(String name) {
    if (!isCutWithinWords(name)) {
      return words(name);
    }
    return Arrays.stream(CUT.split(name)).filter(t -> !t.isEmpty()).toList();
  }

  /** What white space, as {@link #CUT} means it, parts. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>(4);
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || isSpace(name.charAt(i))) {
        if (i > start) {
          words.add(name.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  /** Whether {@link #CUT} may cut at something other than white space. */
  private static boolean isCutWithinWords(String name) {
    for (int i = 0; i < name.length(); i++) {
      if ("-'’,&/()".indexOf(name.charAt(i)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a code is that of a state or a territory. */
  public boolean isState(String code) {
    return entry(code)
        .filter(e -> e.kind() == ActorEntry.Kind.STATE || e.kind() == ActorEntry.Kind.TERRITORY)
        .isPresent();
  }

  public Optional<ActorEntry> entry(String code) {
    return Optional.ofNullable(entries.get(code));
  }

  /**
   * The code that an entry's acts count for: its state's or its organisation's, where it is a part
   * of one; its own otherwise.
   */
  String root(String code) {
    String at = code;
    for (int steps = 0; steps < 5; steps++) {
      Optional<String> above = entry(at).flatMap(ActorEntry::partOf);
      // a territory with an ISO code of its own (Greenland, Hong Kong) acts for itself
      boolean own =
          entry(at).filter(e -> e.kind() == ActorEntry.Kind.TERRITORY).isPresent()
              && at.length() == 3;
      if (above.isEmpty() || own) {
        return at;
      }
      at = above.get();
    }
    return at;
  }

  /** All entries, in the order of the files. */
  public List<ActorEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** All role words. */
  public List<Role> roles() {
    return roles;
  }

  /**
   * The member states of an organisation on a day, in the order of the book; empty if it has none.
   */
  public List<String> members(String code, LocalDate day) {
    List<String> members = new ArrayList<>();
    for (Membership membership : entry(code).map(ActorEntry::members).orElse(List.of())) {
      if (membership.period().holds(day)) {
        membership.states().stream().filter(s -> !members.contains(s)).forEach(members::add);
      }
    }
    return members;
  }

  /** Every term that a person of that full name has held. */
  List<Holding> holdings(String person) {
    return holdings.getOrDefault(person, List.of());
  }

  Lexicon<Sense> names() {
    return names;
  }

  Lexicon<Role> roleNames() {
    return roleNames;
  }
}
