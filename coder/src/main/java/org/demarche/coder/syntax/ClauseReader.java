package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.demarche.coder.syntax.Clause.Argument;
import org.demarche.coder.syntax.Clause.Complement;
import org.demarche.coder.syntax.Clause.ComplementKind;
import org.demarche.coder.syntax.Clause.Form;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.Clause.Link;
import org.demarche.coder.syntax.Clause.Satellite;
import org.demarche.coder.syntax.Clause.Tie;
import org.demarche.coder.syntax.DependencyTree.Node;
import org.demarche.coder.syntax.Phrase.Prepositional;

/**
 * The adapter from ClearNLP's trees (CLEAR labels, Choi and Palmer 2012) to {@link Clauses}. No
 * label of the parser is known outside this class and {@link PhraseReader}.
 *
 * <p>Reads one sentence; make a new one for each.
 */
public final class ClauseReader {
  /** Verbs whose object is not the subject of their infinitive: <em>promised Kyiv to send</em>. */
  private static final Set<String> SUBJECT_CONTROL = Set.of("promise", "threaten", "vow", "pledge");

  /** Verbs whose object is the subject of the gerund behind their preposition. */
  private static final Set<String> OBJECT_CONTROL_GERUND =
      Set.of(
          "accuse",
          "suspect",
          "convict",
          "charge",
          "acquit",
          "prevent",
          "stop",
          "ban",
          "bar",
          "keep",
          "prohibit",
          "discourage",
          "dissuade",
          "deter",
          "restrain",
          "criticize",
          "criticise",
          "condemn",
          "blame",
          "denounce",
          "praise",
          "thank",
          "punish",
          "fine",
          "slam",
          "blast",
          "rebuke",
          "reprimand",
          "indict",
          "arrest",
          "jail",
          "sentence",
          "applaud",
          "commend",
          "sue",
          "exclude",
          "disqualify",
          "talk",
          "pressure",
          "congratulate",
          "scold",
          "chide");

  /** Governed prepositions whose object is the subject of the infinitive: <em>call on X to</em>. */
  private static final Set<String> PREPOSITION_CONTROL =
      Set.of(
          "call", "appeal", "plead", "count", "rely", "depend", "prevail", "wait", "press", "push");

  private static final Set<String> RELATIVE_SUBJECTS = Set.of("who", "which", "that", "whom");
  private static final Set<String> COPULAS =
      Set.of("be", "become", "remain", "seem", "appear", "stay", "feel", "get", "grow");
  private static final Set<String> NEGATIONS = Set.of("not", "n't", "never", "neither", "nor");

  private final DependencyTree tree;
  private final Predicate<String> eventNoun;
  private final Map<Integer, Phrase> phrases;
  private final Map<Integer, List<Argument>> resolved = new LinkedHashMap<>();
  private final Set<Integer> resolving = new HashSet<>();

  private ClauseReader(DependencyTree tree, Predicate<String> eventNoun) {
    this.tree = tree;
    this.eventNoun = eventNoun;
    this.phrases = new PhraseReader(tree).read();
  }

  /**
   * The clauses of a tree.
   *
   * @param eventNoun tells which noun lemmas can be predicates
   */
  public static Clauses read(DependencyTree tree, Predicate<String> eventNoun) {
    return new ClauseReader(TreeRepair.repair(tree), eventNoun).read();
  }

  private Clauses read() {
    Map<Integer, Clause> clauses = new TreeMap<>();
    for (Node node : tree.nodes()) {
      kind(node).ifPresent(kind -> clauses.put(node.index(), clause(node, kind)));
    }
    return new Clauses(tree, phrases, clauses);
  }

  // --- which tokens are predicates ---

  private Optional<Kind> kind(Node node) {
    if (isVerb(node)) {
      return Optional.of(Kind.VERB);
    }
    if (isAdjective(node)) {
      return Optional.of(Kind.ADJECTIVE);
    }
    if (node.pos().startsWith("NN") && eventNoun.test(node.lemma())) {
      return Optional.of(Kind.NOUN);
    }
    return Optional.empty();
  }

  private static boolean isVerb(Node node) {
    return node.pos().startsWith("VB")
        && !Set.of("aux", "auxpass", "amod", "compound", "prep", "nmod").contains(node.label());
  }

  private boolean isAdjective(Node node) {
    if (!node.pos().startsWith("JJ")
        && !(node.pos().equals("VBN") && node.label().equals("acomp"))) {
      return false;
    }
    if (Set.of("acomp", "oprd", "root", "ccomp", "acl", "advcl", "conj", "relcl")
        .contains(node.label())) {
      return true;
    }
    return node.label().equals("amod")
        && tree.children(node.index()).stream()
            .anyMatch(c -> c.label().equals("prep") || c.label().equals("xcomp"));
  }

  private boolean isPredicate(Node node) {
    return isVerb(node) || isAdjective(node);
  }

  // --- one clause ---

  private Clause clause(Node node, Kind kind) {
    Node carrier = carrier(node, kind);
    return new Clause(
        node.index(),
        kind,
        node.lemma(),
        satellites(node),
        arguments(node),
        complements(node),
        modals(carrier),
        negated(carrier, node),
        kind == Kind.VERB && passive(node),
        form(carrier, kind),
        link(node, kind));
  }

  /** The verb that carries tense, modality and negation: the copula of an adjective. */
  private Node carrier(Node node, Kind kind) {
    if (kind != Kind.VERB && node.head() != DependencyTree.ROOT) {
      Node head = tree.node(node.head());
      if (COPULAS.contains(head.lemma())
          && Set.of("acomp", "attr", "oprd").contains(node.label())) {
        return head;
      }
    }
    return node;
  }

  private List<Satellite> satellites(Node node) {
    List<Satellite> found = new ArrayList<>();
    for (Node child : tree.children(node.index())) {
      switch (child.label()) {
        case "prt", "advmod", "acomp", "oprd" -> {
          found.add(new Satellite(child.lemma(), child.index()));
          for (Node below : tree.children(child.index())) {
            if (below.label().equals("prep")) {
              found.add(new Satellite(below.lemma(), below.index()));
            }
          }
        }
        case "prep", "dative" -> {
          if (!child.pos().startsWith("NN") && !child.pos().startsWith("PRP")) {
            found.add(new Satellite(child.lemma(), child.index()));
          }
        }
        case "advcl" -> {
          // the manner told by a participle: "attacked the plan, calling it a farce"
          if (child.pos().equals("VBG") && child.index() > node.index()) {
            found.add(new Satellite(child.lemma(), child.index()));
          }
        }
        default -> {
          // arguments are no satellites
        }
      }
    }
    return found;
  }

  // --- deep arguments ---

  private List<Argument> arguments(Node node) {
    List<Argument> known = resolved.get(node.index());
    if (known != null) {
      return known;
    }
    if (!resolving.add(node.index())) {
      return List.of();
    }
    List<Argument> arguments =
        node.pos().startsWith("NN") && !isVerb(node) ? nounArguments(node) : verbArguments(node);
    resolving.remove(node.index());
    resolved.put(node.index(), arguments);
    return arguments;
  }

  private List<Argument> verbArguments(Node verb) {
    Set<Argument> found = new LinkedHashSet<>();
    boolean passive = passive(verb);
    for (Node child : tree.children(verb.index())) {
      switch (child.label()) {
        case "nsubj", "nsubjpass" -> {
          int head = antecedent(child, verb);
          boolean asObject = child.label().equals("nsubjpass") || passive;
          found.add(Argument.of(asObject ? Clause.OBJECT : Clause.SUBJECT, head));
        }
        case "dobj" -> found.add(Argument.of(Clause.OBJECT, antecedent(child, verb)));
        case "attr", "oprd" -> {
          if (phrases.containsKey(child.index())) {
            found.add(Argument.of(called(verb, child) ? Clause.OBJECT : "as", child.index()));
          }
        }
        case "dative", "iobj" -> {
          List<Prepositional> governed = PhraseReader.objects(tree, child);
          if (governed.isEmpty()) {
            found.add(Argument.of(Clause.INDIRECT, child.index()));
          }
          governed.forEach(g -> found.add(Argument.of(g.preposition(), antecedent(g.head()))));
        }
        case "agent" ->
            PhraseReader.objects(tree, child)
                .forEach(g -> found.add(Argument.of(Clause.SUBJECT, g.head())));
        case "prep" ->
            PhraseReader.objects(tree, child)
                .forEach(g -> found.add(Argument.of(g.preposition(), antecedent(g.head()))));
        case "advmod", "prt" -> {
          for (Node below : tree.children(child.index())) {
            if (below.label().equals("prep")) {
              PhraseReader.objects(tree, below)
                  .forEach(g -> found.add(Argument.of(g.preposition(), g.head())));
            }
          }
        }
        default -> {
          // not an argument
        }
      }
    }
    if (found.stream().noneMatch(a -> a.slot().equals(passive ? Clause.OBJECT : Clause.SUBJECT))) {
      inheritSubject(verb, passive)
          .forEach(h -> found.add(Argument.of(passive ? Clause.OBJECT : Clause.SUBJECT, h)));
    }
    if (!passive && found.stream().noneMatch(a -> a.slot().equals(Clause.OBJECT))) {
      missingObject(verb).ifPresent(h -> found.add(Argument.of(Clause.OBJECT, h)));
    }
    if (verb.label().equals("conj")) {
      sharedFromLater(verb, found);
    }
    for (Argument argument : List.copyOf(found)) {
      boolean event =
          !argument.slot().equals(Clause.SUBJECT)
              && eventNoun.test(tree.node(argument.head()).lemma());
      if (argument.slot().equals(Clause.OBJECT) || event) {
        Optional.ofNullable(phrases.get(argument.head())).stream()
            .flatMap(p -> p.prepositions().stream())
            .forEach(
                p ->
                    found.add(
                        new Argument(p.preposition(), p.head(), Optional.of(argument.head()))));
      }
    }
    return List.copyOf(found);
  }

  /** Whom one calls, where the parser takes the only noun for what somebody is called. */
  private boolean called(Node verb, Node complement) {
    return verb.lemma().equals("call")
        && complement.label().equals("oprd")
        && !passive(verb)
        && tree.children(verb.index()).stream().noneMatch(c -> c.label().equals("dobj"));
  }

  private List<Argument> nounArguments(Node noun) {
    Set<Argument> found = new LinkedHashSet<>();
    Phrase phrase = phrases.get(noun.index());
    if (phrase != null) {
      phrase.possessor().ifPresent(p -> found.add(Argument.of(Clause.POSSESSOR, p)));
      phrase.modifiers().forEach(m -> found.add(Argument.of(Clause.POSSESSOR, m)));
      phrase.prepositions().forEach(p -> found.add(Argument.of(p.preposition(), p.head())));
    }
    for (Node child : tree.children(noun.index())) {
      if (child.label().equals("agent")) {
        PhraseReader.objects(tree, child).forEach(g -> found.add(Argument.of("by", g.head())));
      }
    }
    if (noun.label().equals("attr")) {
      subjectOf(tree.node(noun.head())).forEach(s -> found.add(Argument.of(Clause.SUBJECT, s)));
    }
    return List.copyOf(found);
  }

  /** The noun that a relative pronoun stands for, or the token itself. */
  private int antecedent(Node child, Node verb) {
    if (RELATIVE_SUBJECTS.contains(child.lemma())
        && (child.pos().startsWith("W") || child.pos().equals("DT") || child.pos().equals("IN"))) {
      for (Node at = verb; at.head() != DependencyTree.ROOT; at = tree.node(at.head())) {
        if (at.label().equals("relcl")) {
          return at.head();
        }
      }
    }
    return child.index();
  }

  private int antecedent(int pronoun) {
    Node node = tree.node(pronoun);
    if (!node.pos().startsWith("W")) {
      return pronoun;
    }
    Node verb = node;
    while (verb.head() != DependencyTree.ROOT && !verb.pos().startsWith("VB")) {
      verb = tree.node(verb.head());
    }
    return antecedent(node, verb);
  }

  /**
   * The deep subjects of a verb; for passives their deep objects, since those are the surface's.
   */
  private List<Integer> surfaceSubjects(Node verb) {
    if (verb.head() != DependencyTree.ROOT && isAdjective(verb) && !isVerb(verb)) {
      return subjectOf(verb);
    }
    String slot = passive(verb) ? Clause.OBJECT : Clause.SUBJECT;
    return arguments(verb).stream().filter(a -> a.slot().equals(slot)).map(Argument::head).toList();
  }

  private List<Integer> subjectOf(Node predicate) {
    return arguments(predicate).stream()
        .filter(
            a ->
                a.slot().equals(Clause.SUBJECT)
                    || (passive(predicate) && a.slot().equals(Clause.OBJECT)))
        .map(Argument::head)
        .toList();
  }

  private List<Integer> inheritSubject(Node verb, boolean passive) {
    if (verb.head() == DependencyTree.ROOT) {
      return List.of();
    }
    Node head = tree.node(verb.head());
    return switch (verb.label()) {
      case "conj" -> isPredicate(head) ? surfaceSubjects(head) : List.of();
      case "xcomp" -> controller(head, passive);
      case "acomp", "oprd" -> isVerb(head) ? surfaceSubjects(head) : List.of();
      case "advcl", "ccomp", "parataxis" ->
          finite(verb) || !isPredicate(head) ? List.of() : surfaceSubjects(head);
      case "pcomp" -> gerundSubject(head);
      case "relcl" -> relativeSubject(verb, head);
      case "acl" -> aclSubject(verb, head, passive);
      case "amod" -> List.of(head.index());
      default -> List.of();
    };
  }

  /** <em>The group is the first to comply</em>: who is said to be the first. */
  private List<Integer> relativeSubject(Node verb, Node head) {
    if (head.label().equals("attr") && hasTo(verb) && !head.pos().startsWith("NNP")) {
      List<Integer> said = subjectOf(tree.node(head.head()));
      if (!said.isEmpty()) {
        return said;
      }
    }
    return hasSubjectlessRelative(verb) ? List.of(head.index()) : List.of();
  }

  private boolean hasSubjectlessRelative(Node verb) {
    return tree.children(verb.index()).stream().noneMatch(c -> c.label().equals("mark"));
  }

  /** Who does what an infinitive says: the object of the governing verb, else its subject. */
  private List<Integer> controller(Node governor, boolean ignored) {
    if (!isVerb(governor)) {
      return isAdjective(governor) ? surfaceSubjects(governor) : List.of(governor.index());
    }
    if (!SUBJECT_CONTROL.contains(governor.lemma())) {
      for (Node child : tree.children(governor.index())) {
        boolean object =
            child.label().equals("dobj")
                || child.label().equals("iobj")
                || (child.label().equals("dative") && child.pos().startsWith("N"));
        if (object && !eventNoun.test(child.lemma())) {
          return List.of(antecedent(child, governor));
        }
      }
      if (PREPOSITION_CONTROL.contains(governor.lemma())) {
        for (Node child : tree.children(governor.index())) {
          if (child.label().equals("prep")) {
            List<Prepositional> governed = PhraseReader.objects(tree, child);
            if (!governed.isEmpty()) {
              return List.of(governed.get(0).head());
            }
          }
        }
      }
    }
    return surfaceSubjects(governor);
  }

  private List<Integer> gerundSubject(Node preposition) {
    if (preposition.head() == DependencyTree.ROOT) {
      return List.of();
    }
    Node governor = tree.node(preposition.head());
    if (preposition.label().equals("prep") && isVerb(governor)) {
      if (OBJECT_CONTROL_GERUND.contains(governor.lemma())) {
        List<Integer> objects =
            arguments(governor).stream()
                .filter(a -> a.slot().equals(Clause.OBJECT))
                .map(Argument::head)
                .toList();
        if (!objects.isEmpty()) {
          return objects;
        }
      }
      return surfaceSubjects(governor);
    }
    if (governor.pos().startsWith("NN")) {
      return nounHolder(governor);
    }
    return isPredicate(governor) ? surfaceSubjects(governor) : List.of();
  }

  private List<Integer> aclSubject(Node verb, Node noun, boolean passive) {
    boolean infinitive = hasTo(verb);
    if (!infinitive || passive) {
      return List.of(noun.index());
    }
    List<Integer> holder = nounHolder(noun);
    return eventNoun.test(noun.lemma())
            || (!holder.isEmpty() && Set.of("dobj", "pobj").contains(noun.label()))
        ? holder
        : List.of(noun.index());
  }

  /** Who holds a noun such as <em>decision</em>: its possessor, else the subject of its verb. */
  private List<Integer> nounHolder(Node noun) {
    Phrase phrase = phrases.get(noun.index());
    if (phrase != null && phrase.possessor().isPresent()) {
      return List.of(phrase.possessor().getAsInt());
    }
    if (phrase != null) {
      for (Prepositional p : phrase.prepositions()) {
        if (p.preposition().equals("by")) {
          return List.of(p.head());
        }
      }
      for (int modifier : phrase.modifiers()) {
        if (tree.node(modifier).pos().startsWith("NNP")) {
          return List.of(modifier);
        }
      }
    }
    Node at = noun;
    for (int steps = 0; steps < 4 && at.head() != DependencyTree.ROOT; steps++) {
      at = tree.node(at.head());
      if (isVerb(at)) {
        return surfaceSubjects(at);
      }
    }
    return List.of();
  }

  private Optional<Integer> missingObject(Node verb) {
    Node head = verb.head() == DependencyTree.ROOT ? null : tree.node(verb.head());
    if (head == null) {
      return Optional.empty();
    }
    boolean hasSubject =
        tree.children(verb.index()).stream().anyMatch(c -> c.label().equals("nsubj"));
    boolean relativeSubject =
        tree.children(verb.index()).stream()
            .anyMatch(c -> c.label().equals("nsubj") && c.pos().startsWith("W"));
    if (verb.label().equals("relcl") && hasSubject && !relativeSubject) {
      return Optional.of(head.index());
    }
    // "condemned and rejected the plan": the first verb shares the second one's object
    List<Node> children = tree.children(verb.index());
    for (Node child : children) {
      if (child.label().equals("conj") && isVerb(child)) {
        boolean bare =
            children.stream()
                .filter(c -> c.index() > verb.index() && c.index() < child.index())
                .allMatch(
                    c ->
                        c.label().equals("cc")
                            || c.label().equals("punct")
                            || c.label().equals("advmod"));
        if (bare) {
          return tree.children(child.index()).stream()
              .filter(c -> c.label().equals("dobj"))
              .map(Node::index)
              .findFirst();
        }
      }
    }
    return Optional.empty();
  }

  /**
   * A passive conjunct shares the agent that stands behind the last one: "arrested and jailed by".
   */
  private void sharedFromLater(Node verb, Set<Argument> found) {
    Node head = tree.node(verb.head());
    if (isVerb(head)
        && passive(verb)
        && passive(head)
        && found.stream().noneMatch(a -> a.slot().equals(Clause.SUBJECT))) {
      tree.children(head.index()).stream()
          .filter(c -> c.label().equals("agent"))
          .flatMap(c -> PhraseReader.objects(tree, c).stream())
          .forEach(g -> found.add(Argument.of(Clause.SUBJECT, g.head())));
    }
  }

  // --- complements ---

  private List<Complement> complements(Node node) {
    List<Complement> found = new ArrayList<>();
    for (Node child : tree.children(node.index())) {
      switch (child.label()) {
        case "xcomp" -> add(found, ComplementKind.INFINITIVE, "", child);
        case "ccomp" ->
            add(
                found,
                finite(child) || hasSubject(child) ? ComplementKind.THAT : ComplementKind.GERUND,
                "",
                child);
        case "acl" -> {
          if (!isVerb(node) && hasTo(child)) {
            add(found, ComplementKind.INFINITIVE, "", child);
          } else if (!isVerb(node)
              && tree.children(child.index()).stream().anyMatch(c -> c.label().equals("mark"))) {
            add(found, ComplementKind.THAT, "", child);
          }
        }
        case "advcl" -> {
          // the parser often hangs "asked Iran to …" as a purpose
          if (hasTo(child) && child.index() > node.index()) {
            add(found, ComplementKind.INFINITIVE, "to", child);
          }
        }
        case "prep" -> gerunds(child, found);
        case "dobj" -> objectInfinitive(child, found);
        default -> {
          // no complement
        }
      }
    }
    return found;
  }

  private void gerunds(Node preposition, List<Complement> found) {
    for (Node below : tree.children(preposition.index())) {
      if (below.label().equals("pcomp")) {
        add(found, ComplementKind.GERUND, preposition.lemma(), below);
      } else if (below.label().equals("prep")) {
        gerunds(below, found);
      }
    }
  }

  /** "asked Iran to withdraw" may come with the infinitive hung on the object. */
  private void objectInfinitive(Node object, List<Complement> found) {
    for (Node below : tree.children(object.index())) {
      if (below.label().equals("acl") && hasTo(below) && !eventNoun.test(object.lemma())) {
        add(found, ComplementKind.INFINITIVE, "", below);
      }
    }
  }

  private void add(List<Complement> found, ComplementKind kind, String mark, Node child) {
    Node predicate = child;
    if (COPULAS.contains(child.lemma())) {
      predicate =
          tree.children(child.index()).stream()
              .filter(
                  c -> isAdjective(c) || (c.label().equals("attr") && eventNoun.test(c.lemma())))
              .findFirst()
              .orElse(child);
    }
    found.add(new Complement(kind, mark, predicate.index()));
    for (Node below : tree.children(child.index())) {
      if (below.label().equals("conj") && isVerb(below)) {
        found.add(new Complement(kind, mark, below.index()));
      }
    }
  }

  // --- tense, mood, polarity ---

  private boolean passive(Node verb) {
    if (!verb.pos().equals("VBN") && !verb.pos().equals("VBD")) {
      return false;
    }
    for (Node child : tree.children(verb.index())) {
      if (child.label().equals("auxpass")
          || child.label().equals("nsubjpass")
          || child.label().equals("agent")) {
        return true;
      }
    }
    if (!verb.pos().equals("VBN")) {
      return false;
    }
    if (verb.label().equals("conj")) {
      Node head = tree.node(verb.head());
      boolean own =
          tree.children(verb.index()).stream()
              .anyMatch(c -> c.label().startsWith("nsubj") || c.label().equals("aux"));
      return !own && isVerb(head) && passive(head);
    }
    if (Set.of("acl", "amod", "advcl").contains(verb.label())) {
      return tree.children(verb.index()).stream()
          .noneMatch(c -> c.label().equals("aux") || c.label().equals("nsubj"));
    }
    return false;
  }

  private Set<String> modals(Node verb) {
    Set<String> modals = new LinkedHashSet<>();
    for (Node child : tree.children(verb.index())) {
      if (child.label().equals("aux") && child.pos().equals("MD")) {
        modals.add(modalLemma(child));
      }
    }
    if (modals.isEmpty() && verb.label().equals("conj") && sharesAuxiliaries(verb)) {
      return modals(tree.node(verb.head()));
    }
    return modals;
  }

  private static String modalLemma(Node modal) {
    return switch (modal.form().toLowerCase(Locale.ROOT)) {
      case "'ll", "shall", "wo", "will" -> "will";
      case "'d", "would" -> "would";
      case "ca", "can" -> "can";
      default -> modal.form().toLowerCase(Locale.ROOT);
    };
  }

  private boolean sharesAuxiliaries(Node verb) {
    Node head = tree.node(verb.head());
    return isVerb(head)
        && !hasSubject(verb)
        && tree.children(verb.index()).stream().noneMatch(c -> c.label().equals("aux"))
        && (verb.pos().equals(head.pos()) || verb.pos().equals("VB") || verb.pos().equals("VBP"));
  }

  private boolean negated(Node carrier, Node node) {
    boolean own = directlyNegated(carrier) || (!carrier.equals(node) && directlyNegated(node));
    if (!own && carrier.label().equals("conj") && carrier.head() != DependencyTree.ROOT) {
      Node head = tree.node(carrier.head());
      boolean nor =
          tree.children(head.index()).stream()
              .anyMatch(c -> c.label().equals("cc") && c.lemma().equals("nor"));
      own =
          nor
              || (sharesAuxiliaries(carrier)
                  && !modals(head).isEmpty()
                  && directlyNegated(head)
                  && !but(head));
    }
    return own;
  }

  private boolean but(Node head) {
    return tree.children(head.index()).stream()
        .anyMatch(c -> c.label().equals("cc") && Set.of("but", "yet").contains(c.lemma()));
  }

  private boolean directlyNegated(Node node) {
    for (Node child : tree.children(node.index())) {
      if (child.label().equals("neg")
          || (NEGATIONS.contains(child.lemma()) && !child.label().equals("cc"))) {
        return true;
      }
      if (child.label().equals("cc") && child.lemma().equals("neither")) {
        return true;
      }
      boolean subject = child.label().equals("nsubj") || child.label().equals("nsubjpass");
      Phrase phrase = subject || child.label().equals("dobj") ? phrases.get(child.index()) : null;
      if (phrase != null && phrase.negated()) {
        return true;
      }
    }
    Phrase own = isVerb(node) ? null : phrases.get(node.index());
    return own != null && own.negated();
  }

  private boolean hasSubject(Node verb) {
    return tree.children(verb.index()).stream().anyMatch(c -> c.label().startsWith("nsubj"));
  }

  private boolean hasTo(Node verb) {
    return tree.children(verb.index()).stream()
        .anyMatch(c -> c.label().equals("aux") && c.pos().equals("TO"));
  }

  private boolean finite(Node verb) {
    if (Set.of("VBD", "VBZ", "VBP", "MD").contains(verb.pos())) {
      return true;
    }
    return tree.children(verb.index()).stream()
        .anyMatch(
            c ->
                c.label().startsWith("aux") && Set.of("VBD", "VBZ", "VBP", "MD").contains(c.pos()));
  }

  private Form form(Node carrier, Kind kind) {
    if (kind != Kind.VERB && !isVerb(carrier)) {
      return Form.NONE;
    }
    if (hasTo(carrier)) {
      return Form.INFINITIVE;
    }
    List<Node> auxiliaries =
        tree.children(carrier.index()).stream().filter(c -> c.label().startsWith("aux")).toList();
    if (auxiliaries.isEmpty() && carrier.label().equals("conj") && sharesAuxiliaries(carrier)) {
      return form(tree.node(carrier.head()), Kind.VERB);
    }
    boolean have = auxiliaries.stream().anyMatch(a -> a.lemma().equals("have"));
    boolean past = auxiliaries.stream().anyMatch(a -> a.pos().equals("VBD"));
    if (have) {
      return past ? Form.PAST : Form.PERFECT;
    }
    return switch (carrier.pos()) {
      case "VBD" -> Form.PAST;
      case "VBN" -> auxiliaries.isEmpty() ? Form.PARTICIPLE : past ? Form.PAST : Form.PRESENT;
      case "VBG" -> auxiliaries.isEmpty() ? Form.GERUND : past ? Form.PAST : Form.PROGRESSIVE;
      case "VB" ->
          past
              ? Form.PAST
              : auxiliaries.isEmpty() && !mainVerb(carrier) ? Form.INFINITIVE : Form.PRESENT;
      default -> Form.PRESENT;
    };
  }

  /** A root with a subject is no infinitive, whatever its tag: <em>Belarus let them go</em>. */
  private boolean mainVerb(Node verb) {
    return verb.head() == DependencyTree.ROOT && hasSubject(verb);
  }

  // --- how clauses hang together ---

  private Link link(Node node, Kind kind) {
    if (node.head() == DependencyTree.ROOT) {
      return new Link(Tie.ROOT, Optional.empty(), "");
    }
    Node head = tree.node(node.head());
    Node carrier = carrier(node, kind);
    if (!carrier.equals(node)) {
      return link(carrier, Kind.VERB);
    }
    Optional<Integer> parent = parentPredicate(node);
    if (kind == Kind.NOUN) {
      return new Link(Tie.NOMINAL, parent, head.pos().equals("IN") ? head.lemma() : "");
    }
    String mark =
        tree.children(node.index()).stream()
            .filter(
                c ->
                    c.label().equals("mark")
                        || (c.label().equals("advmod") && c.pos().equals("WRB")))
            .map(Node::lemma)
            .findFirst()
            .orElse("");
    Tie tie =
        switch (node.label()) {
          case "conj" -> Tie.CONJUNCT;
          case "xcomp", "ccomp", "pcomp", "acomp", "oprd", "csubj", "csubjpass" -> Tie.COMPLEMENT;
          case "relcl" -> Tie.RELATIVE;
          case "acl", "amod" -> hasTo(node) ? Tie.PURPOSE : Tie.PARTICIPIAL;
          case "advcl" ->
              Set.of("if", "unless", "whether").contains(mark)
                  ? Tie.CONDITION
                  : hasTo(node) ? Tie.PURPOSE : Tie.ADVERBIAL;
          case "parataxis" -> Tie.ADVERBIAL;
          default -> Tie.ROOT;
        };
    return new Link(tie, parent, node.label().equals("pcomp") ? head.lemma() : mark);
  }

  /** The nearest predicate above, prepositions and nouns that are none looked through. */
  private Optional<Integer> parentPredicate(Node node) {
    for (int at = node.head(); at != DependencyTree.ROOT; at = tree.node(at).head()) {
      Node above = Objects.requireNonNull(tree.node(at));
      if (kind(above).isPresent()) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }
}
