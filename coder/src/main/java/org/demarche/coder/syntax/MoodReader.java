package org.demarche.coder.syntax;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.demarche.coder.syntax.Clause.Form;
import org.demarche.coder.syntax.Clause.Kind;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Reads tense, modality and polarity off a verb's auxiliaries. */
final class MoodReader {
  private final DependencyTree tree;
  private final Verbs verbs;
  private final Map<Integer, Phrase> phrases;

  MoodReader(DependencyTree tree, Verbs verbs, Map<Integer, Phrase> phrases) {
    this.tree = tree;
    this.verbs = verbs;
    this.phrases = phrases;
  }

  Set<String> modals(Node verb) {
    Set<String> modals = new LinkedHashSet<>();
    for (Node child : tree.children(verb.index())) {
      if (child.label().equals("aux") && child.pos().equals("MD")) {
        modals.add(modalLemma(child));
      }
    }
    if (modals.isEmpty() && verb.label().equals("conj") && verbs.sharesAuxiliaries(verb)) {
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

  boolean negated(Node carrier, Node node) {
    boolean own = directlyNegated(carrier) || (!carrier.equals(node) && directlyNegated(node));
    if (!own && carrier.label().equals("conj") && carrier.head() != DependencyTree.ROOT) {
      Node head = tree.node(carrier.head());
      boolean nor =
          tree.children(head.index()).stream()
              .anyMatch(c -> c.label().equals("cc") && c.lemma().equals("nor"));
      own =
          nor
              || (verbs.sharesAuxiliaries(carrier)
                  && (!modals(head).isEmpty() || or(head))
                  && directlyNegated(head)
                  && !but(head));
    }
    return own;
  }

  private boolean but(Node head) {
    return tree.children(head.index()).stream()
        .anyMatch(c -> c.label().equals("cc") && Set.of("but", "yet").contains(c.lemma()));
  }

  /** "did not recognise or support" */
  private boolean or(Node head) {
    return tree.children(head.index()).stream()
        .anyMatch(c -> c.label().equals("cc") && c.lemma().equals("or"));
  }

  private boolean directlyNegated(Node node) {
    for (Node child : tree.children(node.index())) {
      if ((child.label().equals("neg") && Negation.WORDS.contains(child.lemma()))
          || (Negation.ADVERBS.contains(child.lemma()) && !child.label().equals("cc"))) {
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
    Phrase own = Verbs.isVerb(node) ? null : phrases.get(node.index());
    return own != null && own.negated();
  }

  Form form(Node carrier, Kind kind) {
    if (kind != Kind.VERB && !Verbs.isVerb(carrier)) {
      return Form.NONE;
    }
    if (verbs.hasTo(carrier)) {
      return Form.INFINITIVE;
    }
    List<Node> auxiliaries =
        tree.children(carrier.index()).stream().filter(c -> c.label().startsWith("aux")).toList();
    if (auxiliaries.isEmpty()
        && carrier.label().equals("conj")
        && verbs.sharesAuxiliaries(carrier)) {
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
    return verb.head() == DependencyTree.ROOT && verbs.hasSubject(verb);
  }
}
