package org.demarche.coder.syntax;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.demarche.coder.syntax.Clause.Argument;
import org.demarche.coder.syntax.DependencyTree.Node;
import org.demarche.coder.syntax.Phrase.Prepositional;

/**
 * Gives predicates their deep arguments: undoes the passive and carries subjects into infinitives,
 * participles, relative clauses and conjuncts.
 */
final class ArgumentReader {
  /** Behind these what hangs on the noun serves the verb: <em>agreed on a truce with</em>. */
  private static final Set<String> COMPLEMENTARY =
      Set.of("on", "to", "for", "about", "of", "with", "into", "against");

  private static final Set<String> RELATIVE_SUBJECTS = Set.of("who", "which", "that", "whom");

  private final DependencyTree tree;
  private final Verbs verbs;
  private final Predicate<String> eventNoun;
  private final Map<Integer, Phrase> phrases;
  private final Map<Integer, List<Argument>> resolved = new LinkedHashMap<>();
  private final Set<Integer> resolving = new HashSet<>();

  ArgumentReader(
      DependencyTree tree, Verbs verbs, Predicate<String> eventNoun, Map<Integer, Phrase> phrases) {
    this.tree = tree;
    this.verbs = verbs;
    this.eventNoun = eventNoun;
    this.phrases = phrases;
  }

  /** The deep arguments of a predicate. */
  List<Argument> arguments(Node node) {
    List<Argument> known = resolved.get(node.index());
    if (known != null) {
      return known;
    }
    if (!resolving.add(node.index())) {
      return List.of();
    }
    List<Argument> arguments =
        node.pos().startsWith("NN") && !Verbs.isVerb(node)
            ? nounArguments(node)
            : verbArguments(node);
    resolving.remove(node.index());
    resolved.put(node.index(), arguments);
    return arguments;
  }

  private List<Argument> verbArguments(Node verb) {
    Set<Argument> found = new LinkedHashSet<>();
    boolean passive = verbs.passive(verb);
    // "Ukraine was given howitzers": what was its indirect object has become the subject
    boolean given = passive && child(verb, "dobj").isPresent();
    for (Node child : tree.children(verb.index())) {
      switch (child.label()) {
        case "nsubj", "nsubjpass" -> {
          int head = antecedent(child, verb);
          boolean asObject = child.label().equals("nsubjpass") || passive;
          found.add(
              Argument.of(
                  asObject ? given ? Clause.INDIRECT : Clause.OBJECT : Clause.SUBJECT, head));
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
                .forEach(g -> found.add(Argument.of(agentSlot(g), g.head())));
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
    sharedAgent(verb, found);
    for (Argument argument : List.copyOf(found)) {
      boolean event =
          COMPLEMENTARY.contains(argument.slot())
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

  private String agentSlot(Prepositional agent) {
    return TimeWords.contains(tree.node(agent.head())) ? agent.preposition() : Clause.SUBJECT;
  }

  /** Whom one calls, where the parser takes the only noun for what somebody is called. */
  private boolean called(Node verb, Node complement) {
    return verb.lemma().equals("call")
        && complement.label().equals("oprd")
        && !verbs.passive(verb)
        && tree.children(verb.index()).stream().noneMatch(c -> c.label().equals("dobj"));
  }

  private List<Argument> nounArguments(Node noun) {
    Set<Argument> found = new LinkedHashSet<>();
    Phrase phrase = phrases.get(noun.index());
    if (phrase != null) {
      phrase.possessor().ifPresent(p -> found.add(Argument.of(Clause.POSSESSOR, p)));
      phrase.modifiers().forEach(m -> found.add(Argument.of(Clause.POSSESSOR, m)));
      phrase.prepositions().forEach(p -> found.add(Argument.of(p.preposition(), p.head())));
      // "suspension of aid to Ethiopia": what hangs on the inner noun serves the outer one too
      for (Prepositional p : phrase.prepositions()) {
        Optional.ofNullable(phrases.get(p.head())).stream()
            .flatMap(inner -> inner.prepositions().stream())
            .forEach(
                i -> found.add(new Argument(i.preposition(), i.head(), Optional.of(p.head()))));
      }
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
        Optional<Node> cleft = cleft(at);
        if (cleft.isPresent()) {
          return cleft.get().index();
        }
      }
    }
    return child.index();
  }

  /** <em>It is Armenia that attacked</em>: what the copula says of <em>it</em>. */
  private Optional<Node> cleft(Node verb) {
    Node head = tree.node(verb.head());
    boolean it = child(head, "nsubj").filter(s -> s.lemma().equals("it")).isPresent();
    return verb.label().equals("ccomp") && Verbs.isCopula(head) && it
        ? child(head, "attr")
        : Optional.empty();
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
    if (verb.head() != DependencyTree.ROOT && verbs.isAdjective(verb) && !Verbs.isVerb(verb)) {
      return subjectOf(verb);
    }
    boolean passive = verbs.passive(verb);
    boolean given = passive && child(verb, "dobj").isPresent();
    String slot = given ? Clause.INDIRECT : passive ? Clause.OBJECT : Clause.SUBJECT;
    return arguments(verb).stream().filter(a -> a.slot().equals(slot)).map(Argument::head).toList();
  }

  private List<Integer> subjectOf(Node predicate) {
    return arguments(predicate).stream()
        .filter(
            a ->
                a.slot().equals(Clause.SUBJECT)
                    || (verbs.passive(predicate) && a.slot().equals(Clause.OBJECT)))
        .map(Argument::head)
        .toList();
  }

  private List<Integer> inheritSubject(Node verb, boolean passive) {
    if (verb.head() == DependencyTree.ROOT) {
      return List.of();
    }
    Node head = tree.node(verb.head());
    return switch (verb.label()) {
      case "conj" -> verbs.isPredicate(head) ? surfaceSubjects(head) : List.of();
      case "xcomp" -> controller(head, passive);
      case "acomp", "oprd" -> Verbs.isVerb(head) ? surfaceSubjects(head) : List.of();
      case "advcl", "ccomp", "parataxis" ->
          verbs.finite(verb) || !verbs.isPredicate(head) ? List.of() : surfaceSubjects(head);
      case "pcomp" -> gerundSubject(head);
      case "relcl" -> relativeSubject(verb, head);
      case "acl" -> aclSubject(verb, head, passive);
      case "amod" -> List.of(head.index());
      default -> List.of();
    };
  }

  /** <em>Norway was the first to sign</em>: who is said to be the first. */
  private List<Integer> relativeSubject(Node verb, Node head) {
    if (head.label().equals("attr") && verbs.hasTo(verb) && !head.pos().startsWith("NNP")) {
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
    if (!Verbs.isVerb(governor)) {
      return verbs.isAdjective(governor) ? surfaceSubjects(governor) : List.of(governor.index());
    }
    if (!Control.SUBJECT_CONTROL.contains(governor.lemma())) {
      for (Node child : tree.children(governor.index())) {
        boolean object =
            child.label().equals("dobj")
                || child.label().equals("iobj")
                || (child.label().equals("dative") && child.pos().startsWith("N"));
        if (object && !eventNoun.test(child.lemma())) {
          return List.of(antecedent(child, governor));
        }
      }
      if (Control.PREPOSITION_CONTROL.contains(governor.lemma())) {
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
    if (preposition.label().equals("prep") && Verbs.isVerb(governor)) {
      if (Control.OBJECT_CONTROL_GERUND.contains(governor.lemma())) {
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
    return verbs.isPredicate(governor) ? surfaceSubjects(governor) : List.of();
  }

  private List<Integer> aclSubject(Node verb, Node noun, boolean passive) {
    boolean infinitive = verbs.hasTo(verb);
    if (!infinitive || passive) {
      return List.of(noun.index());
    }
    List<Integer> holder = nounHolder(noun);
    boolean held = phrases.containsKey(noun.index()) && hasHolder(noun);
    return held
            || eventNoun.test(noun.lemma())
            || (!holder.isEmpty() && Set.of("dobj", "pobj").contains(noun.label()))
        ? holder
        : List.of(noun.index());
  }

  private boolean hasHolder(Node noun) {
    Phrase phrase = phrases.get(noun.index());
    return phrase.possessor().isPresent()
        || phrase.prepositions().stream().anyMatch(p -> p.preposition().equals("by"));
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
      if (Verbs.isVerb(at)) {
        return surfaceSubjects(at);
      }
    }
    return List.of();
  }

  private Optional<Integer> missingObject(Node verb) {
    List<Node> children = tree.children(verb.index());
    if (verb.label().equals("relcl")) {
      boolean hasSubject = children.stream().anyMatch(c -> c.label().equals("nsubj"));
      boolean relativeSubject =
          children.stream().anyMatch(c -> c.label().equals("nsubj") && c.pos().startsWith("W"));
      if (hasSubject && !relativeSubject) {
        return Optional.of(verb.head());
      }
    }
    return Control.INTRANSITIVE.contains(verb.lemma())
        ? Optional.empty()
        : bareConjunct(verb).flatMap(later -> child(later, "dobj")).map(Node::index);
  }

  /** The verb coordinated with this one, nothing but adverbs between: "condemned and rejected". */
  private Optional<Node> bareConjunct(Node verb) {
    List<Node> children = tree.children(verb.index());
    return children.stream()
        .filter(c -> c.label().equals("conj") && Verbs.isVerb(c))
        .filter(
            later ->
                children.stream()
                    .filter(c -> c.index() > verb.index() && c.index() < later.index())
                    .allMatch(c -> Set.of("cc", "punct", "advmod").contains(c.label())))
        .filter(later -> !verbs.hasSubject(later))
        .findFirst();
  }

  private Optional<Node> child(Node of, String label) {
    return tree.children(of.index()).stream().filter(c -> c.label().equals(label)).findFirst();
  }

  /** Passive conjuncts share the agent behind the first or the last: "arrested and jailed by". */
  private void sharedAgent(Node verb, Set<Argument> found) {
    if (!verbs.passive(verb) || found.stream().anyMatch(a -> a.slot().equals(Clause.SUBJECT))) {
      return;
    }
    Optional<Node> other =
        verb.label().equals("conj")
            ? Optional.of(tree.node(verb.head())).filter(Verbs::isVerb)
            : bareConjunct(verb);
    other
        .filter(verbs::passive)
        .flatMap(o -> child(o, "agent"))
        .ifPresent(
            agent ->
                PhraseReader.objects(tree, agent)
                    .forEach(g -> found.add(Argument.of(Clause.SUBJECT, g.head()))));
  }
}
