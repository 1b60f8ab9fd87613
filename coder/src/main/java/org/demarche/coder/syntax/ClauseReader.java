package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.Clause.Link;
import org.demarche.coder.syntax.Clause.Satellite;
import org.demarche.coder.syntax.Clause.Tie;
import org.demarche.coder.syntax.DependencyTree.Node;

/**
 * The adapter from ClearNLP's trees (CLEAR labels, Choi and Palmer 2012) to {@link Clauses}. No
 * label of the parser is known outside this class and the readers it calls.
 *
 * <p>Reads one sentence; make a new one for each.
 */
public final class ClauseReader {

  private final DependencyTree tree;
  private final Predicate<String> eventNoun;
  private final Map<Integer, Phrase> phrases;
  private final Verbs verbs;
  private final ArgumentReader arguments;
  private final ComplementReader complements;
  private final MoodReader moods;

  private ClauseReader(DependencyTree tree, Predicate<String> eventNoun) {
    this.tree = tree;
    this.eventNoun = eventNoun;
    this.phrases = new PhraseReader(tree).read();
    this.verbs = new Verbs(tree);
    this.arguments = new ArgumentReader(tree, verbs, eventNoun, phrases);
    this.complements = new ComplementReader(tree, verbs, eventNoun);
    this.moods = new MoodReader(tree, verbs, phrases);
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

  private Optional<Kind> kind(Node node) {
    if (Verbs.isVerb(node)) {
      return Optional.of(Kind.VERB);
    }
    if (verbs.isAdjective(node)) {
      return Optional.of(Kind.ADJECTIVE);
    }
    if (node.pos().startsWith("NN") && eventNoun.test(node.lemma())) {
      return Optional.of(Kind.NOUN);
    }
    return Optional.empty();
  }

  private Clause clause(Node node, Kind kind) {
    Node carrier = carrier(node, kind);
    return new Clause(
        node.index(),
        kind,
        node.lemma(),
        satellites(node),
        arguments.arguments(node),
        complements.complements(node),
        moods.modals(carrier),
        moods.negated(carrier, node),
        kind == Kind.VERB && verbs.passive(node),
        moods.form(carrier, kind),
        link(node, kind));
  }

  /** The verb that carries tense, modality and negation: the copula of an adjective. */
  private Node carrier(Node node, Kind kind) {
    if (kind != Kind.VERB && node.head() != DependencyTree.ROOT) {
      Node head = tree.node(node.head());
      if (Verbs.isCopula(head) && Set.of("acomp", "attr", "oprd").contains(node.label())) {
        return head;
      }
    }
    return node;
  }

  private List<Satellite> satellites(Node node) {
    List<Satellite> found = new ArrayList<>();
    for (Node child : tree.children(node.index())) {
      switch (child.label()) {
        case "prt", "advmod", "acomp", "oprd", "intj", "npadvmod" -> {
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
          case "acl", "amod" -> verbs.hasTo(node) ? Tie.PURPOSE : Tie.PARTICIPIAL;
          case "advcl" ->
              Set.of("if", "unless", "whether").contains(mark)
                  ? Tie.CONDITION
                  : verbs.hasTo(node) ? Tie.PURPOSE : Tie.ADVERBIAL;
          case "parataxis" -> Tie.ADVERBIAL;
          default -> Tie.ROOT;
        };
    return new Link(tie, parent, node.label().equals("pcomp") ? preposition(head) : mark);
  }

  /** A preposition's lemma; <em>instead of, rather than</em> count as <em>instead</em>. */
  private String preposition(Node preposition) {
    int before = preposition.index() - 1;
    boolean instead =
        before >= 0 && Set.of("instead", "rather").contains(tree.node(before).lemma());
    return instead ? "instead" : preposition.lemma();
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
