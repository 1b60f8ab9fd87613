package org.demarche.coder.syntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.demarche.coder.syntax.DependencyTree.Node;

/** Mends what the parser is known to miss, before clauses are read. */
final class TreeRepair {
  private static final Set<String> ROUNDING =
      Set.of("around", "about", "over", "under", "near", "up", "to");
  private static final Set<String> DATING =
      Set.of("in", "on", "since", "by", "during", "until", "before", "after");
  private static final Pattern CALENDAR =
      Pattern.compile(
          "(?:(?:[Mm]id|[Ee]arly|[Ll]ate)-)?(?:January|February|March|April|May|June|July|August"
              + "|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
              + "|(?:19|20)\\d\\d)");
  private static final Set<String> FINITE = Set.of("VBD", "VBZ", "VBP", "MD");

  private static final Set<String> SAYING =
      Set.of("say", "report", "announce", "tell", "add", "state", "declare");

  private TreeRepair() {}

  static DependencyTree repair(DependencyTree tree) {
    DependencyTree mended = speaker(strayDependents(SharedName.coordinated(tree)));
    mended = sharedConjunction(subjectBelow(initialParticiple(frontedPhrase(mended))));
    return nominalGerunds(datedSubject(roundedSubject(participleModifier(mended))));
  }

  /**
   * <em>Around 3,000 fighters have surrendered</em>: the parser takes the word that rounds a number
   * for a preposition, and the subject for what it governs.
   */
  private static DependencyTree roundedSubject(DependencyTree tree) {
    for (Node rounding : tree.nodes()) {
      boolean preposition =
          ROUNDING.contains(rounding.lemma())
              && rounding.label().equals("prep")
              && rounding.head() > rounding.index();
      if (!preposition) {
        continue;
      }
      Node verb = tree.node(rounding.head());
      Optional<Node> governed = child(tree, rounding, "pobj");
      boolean counted =
          governed.isPresent()
              && governed.get().index() < verb.index()
              && tree.node(rounding.index() + 1).pos().equals("CD");
      boolean subject =
          child(tree, verb, "nsubj").or(() -> child(tree, verb, "nsubjpass")).isPresent();
      if (counted && !subject && verb.pos().startsWith("VB")) {
        String label = child(tree, verb, "auxpass").isPresent() ? "nsubjpass" : "nsubj";
        return tree.reattach(governed.get().index(), verb.index(), label)
            .reattach(rounding.index(), governed.get().index(), "advmod");
      }
    }
    return tree;
  }

  /**
   * <em>In May Iran attacked</em>: where no comma parts them the parser takes the subject for the
   * head of the date in front of it.
   */
  private static DependencyTree datedSubject(DependencyTree tree) {
    for (Node prep : tree.nodes()) {
      if (!DATING.contains(prep.lemma()) || !prep.label().equals("prep")) {
        continue;
      }
      Optional<Node> governed = child(tree, prep, "pobj");
      int date = prep.index() + 1;
      while (governed.isPresent()
          && date < governed.get().index()
          && !CALENDAR.matcher(tree.node(date).form()).matches()) {
        date++;
      }
      boolean dated =
          governed.isPresent()
              && date < governed.get().index()
              && tree.node(date).head() == governed.get().index()
              && governed.get().pos().startsWith("NNP");
      if (!dated || prep.head() < governed.get().index()) {
        continue;
      }
      Node verb = tree.node(prep.head());
      boolean bare =
          verb.pos().startsWith("VB")
              && child(tree, verb, "nsubj").or(() -> child(tree, verb, "nsubjpass")).isEmpty();
      if (bare) {
        String label = child(tree, verb, "auxpass").isPresent() ? "nsubjpass" : "nsubj";
        DependencyTree mended =
            tree.reattach(date, prep.index(), "pobj")
                .reattach(governed.get().index(), verb.index(), label);
        for (Node before : tree.children(governed.get().index())) {
          if (before.index() < date) {
            mended = mended.reattach(before.index(), date, before.label());
          }
        }
        return mended;
      }
    }
    return tree;
  }

  /**
   * <em>After the withdrawal from Yemen, the summit was held</em>: the parser takes the subject for
   * an apposition inside the phrase in front of it.
   */
  private static DependencyTree frontedPhrase(DependencyTree tree) {
    for (Node main : tree.nodes()) {
      boolean bare =
          (FINITE.contains(main.pos()) || hasFiniteAuxiliary(tree, main))
              && !Set.of("relcl", "conj", "acl").contains(main.label())
              && tree.children(main.index()).stream()
                  .noneMatch(
                      c ->
                          c.label().startsWith("nsubj")
                              || c.label().equals("expl")
                              || c.label().startsWith("csubj"));
      if (!bare) {
        continue;
      }
      Optional<Node> subject =
          tree.children(main.index()).stream()
              .filter(c -> c.label().equals("prep") && c.index() < main.index())
              .flatMap(prep -> tree.nodes().stream().filter(n -> behindComma(tree, n, prep, main)))
              .findFirst();
      if (subject.isPresent()) {
        String label = child(tree, main, "auxpass").isPresent() ? "nsubjpass" : "nsubj";
        return tree.reattach(subject.get().index(), main.index(), label);
      }
    }
    return tree;
  }

  /**
   * <em>France sent troops to Liberia, Defence Minister … said</em>: the parser takes who says it
   * for an apposition of the last noun.
   */
  private static DependencyTree speaker(DependencyTree tree) {
    for (Node verb : tree.nodes()) {
      boolean silent =
          SAYING.contains(verb.lemma())
              && verb.pos().equals("VBD")
              && verb.index() > 0
              && tree.children(verb.index()).stream().noneMatch(c -> c.label().startsWith("nsubj"))
              && tree.children(verb.index()).stream()
                  .anyMatch(c -> c.label().equals("ccomp") && c.index() < verb.index());
      if (!silent) {
        continue;
      }
      for (int at = verb.index() - 1; at >= 0; at = tree.node(at).head()) {
        Node noun = tree.node(at);
        if (noun.head() < 0 || noun.index() >= verb.index()) {
          break;
        }
        TokenSpan span = Subtrees.span(tree, at);
        boolean behindComma = span.start() > 0 && tree.node(span.start() - 1).form().equals(",");
        if (noun.pos().startsWith("NN")
            && Set.of("appos", "conj", "dep", "npadvmod").contains(noun.label())
            && behindComma
            && span.end() <= verb.index()) {
          return tree.reattach(at, verb.index(), "nsubj");
        }
      }
    }
    return tree;
  }

  private static boolean behindComma(DependencyTree tree, Node noun, Node prep, Node main) {
    if (!noun.label().equals("appos") || noun.index() > main.index()) {
      return false;
    }
    TokenSpan span = Subtrees.span(tree, noun.index());
    boolean below = false;
    for (int at = noun.head(); at != DependencyTree.ROOT; at = tree.node(at).head()) {
      below |= at == prep.index();
    }
    return below && span.start() > 0 && tree.node(span.start() - 1).form().equals(",");
  }

  /** <em>Fighting between A and B resumed</em>: a gerund that stands as a noun is one. */
  private static DependencyTree nominalGerunds(DependencyTree tree) {
    DependencyTree mended = tree;
    for (Node node : tree.nodes()) {
      boolean noun =
          node.pos().equals("VBG")
              && Set.of("nsubj", "nsubjpass", "dobj", "pobj").contains(node.label())
              && child(tree, node, "dobj").isEmpty()
              && child(tree, node, "aux").isEmpty();
      if (noun) {
        mended = mended.retag(node.index(), "NN", node.form().toLowerCase(Locale.ROOT));
      }
    }
    return mended;
  }

  /**
   * <em>in occupied Karabakh</em>: the parser takes the participle between preposition and noun for
   * a clause. It modifies the noun, and what hangs on it hangs on the noun's governor.
   */
  private static DependencyTree participleModifier(DependencyTree tree) {
    DependencyTree mended = tree;
    for (Node participle : tree.nodes()) {
      if (!participle.pos().equals("VBN")
          || !participle.label().equals("pcomp")
          || participle.head() != participle.index() - 1) {
        continue;
      }
      Optional<Node> noun =
          tree.nodes().stream()
              .filter(n -> n.index() > participle.index() && n.pos().startsWith("NN"))
              .filter(n -> n.head() == participle.head() || n.head() == participle.index())
              .filter(n -> onlyModifiers(tree, participle.index() + 1, n))
              .findFirst();
      if (noun.isEmpty()) {
        continue;
      }
      Node preposition = tree.node(participle.head());
      mended = mended.reattach(noun.get().index(), preposition.index(), "pobj");
      int above = preposition.head() < 0 ? noun.get().index() : preposition.head();
      for (Node child : List.copyOf(mended.children(participle.index()))) {
        mended = mended.reattach(child.index(), above, child.label());
      }
      mended = mended.reattach(participle.index(), noun.get().index(), "amod");
    }
    return mended;
  }

  /** Whether nothing but modifiers of {@code noun} stand from {@code first} up to it. */
  private static boolean onlyModifiers(DependencyTree tree, int first, Node noun) {
    for (int i = first; i < noun.index(); i++) {
      if (tree.node(i).head() != noun.index()) {
        return false;
      }
    }
    return true;
  }

  /** What hangs on the wrong verb or on a noun that it does not belong to. */
  private static DependencyTree strayDependents(DependencyTree tree) {
    DependencyTree mended = tree;
    for (Node node : tree.nodes()) {
      if (node.head() == DependencyTree.ROOT) {
        continue;
      }
      Node head = tree.node(node.head());
      boolean subject = node.label().startsWith("nsubj");
      if (subject && head.label().equals("auxpass")) {
        // "the deal was neither signed": the subject of the auxiliary
        mended = mended.reattach(node.index(), head.head(), "nsubjpass");
      } else if (subject) {
        Optional<Node> quoted = quotedClause(tree, node, head);
        if (quoted.isPresent()) {
          mended = mended.reattach(node.index(), quoted.get().index(), "nsubj");
        }
      } else if (node.label().equals("prep") && node.lemma().equals("by")) {
        Optional<Node> passive = agentless(tree, node);
        if (passive.isPresent()) {
          mended = mended.reattach(node.index(), passive.get().index(), "agent");
        }
      }
    }
    return mended;
  }

  /**
   * <em>"Peru," the minister said, "supports it"</em>: of two subjects the first is the quote's.
   */
  private static Optional<Node> quotedClause(DependencyTree tree, Node subject, Node verb) {
    boolean other =
        tree.children(verb.index()).stream()
            .anyMatch(
                c ->
                    c.label().equals("nsubj")
                        && c.index() > subject.index()
                        && c.index() < verb.index());
    return tree.children(verb.index()).stream()
        .filter(c -> other && c.label().equals("ccomp") && c.index() > verb.index())
        .filter(c -> FINITE.contains(c.pos()) || hasFiniteAuxiliary(tree, c))
        .filter(c -> tree.children(c.index()).stream().noneMatch(g -> g.label().equals("nsubj")))
        .findFirst();
  }

  /** <em>were deployed to the border by Uganda</em>: the passive that a stray agent belongs to. */
  private static Optional<Node> agentless(DependencyTree tree, Node by) {
    Node noun = tree.node(by.head());
    Optional<Node> agent = child(tree, by, "pobj");
    boolean named = agent.filter(a -> a.pos().startsWith("NNP")).isPresent();
    if (!named || !noun.label().equals("pobj") || TimeWords.contains(agent.get())) {
      return Optional.empty();
    }
    Node verb = tree.node(tree.node(noun.head()).head() < 0 ? by.head() : noun.head());
    while (verb.label().equals("prep") && verb.head() != DependencyTree.ROOT) {
      verb = tree.node(verb.head());
    }
    boolean passive =
        child(tree, verb, "auxpass").isPresent() && child(tree, verb, "agent").isEmpty();
    return passive && verb.index() < by.index() ? Optional.of(verb) : Optional.empty();
  }

  /**
   * <em>Refugees fleeing Sudan arrived in Chad</em>: the parser gives the subject to the participle
   * and leaves the true main verb without one.
   */
  private static DependencyTree subjectBelow(DependencyTree tree) {
    for (Node main : tree.nodes()) {
      boolean bare =
          (FINITE.contains(main.pos()) || hasFiniteAuxiliary(tree, main))
              && tree.children(main.index()).stream()
                  .noneMatch(c -> c.label().startsWith("nsubj") || c.label().equals("expl"));
      if (!bare || main.label().equals("relcl") || main.label().equals("conj")) {
        continue;
      }
      Optional<Node> participle =
          tree.nodes().stream()
              .filter(p -> p.index() < main.index() && participleBefore(tree, p, main))
              .findFirst();
      Optional<Node> subject = participle.flatMap(p -> child(tree, p, "nsubj"));
      if (subject.isPresent() && subject.get().index() < participle.get().index()) {
        boolean passive = child(tree, main, "auxpass").isPresent();
        return tree.reattach(subject.get().index(), main.index(), passive ? "nsubjpass" : "nsubj")
            .reattach(participle.get().index(), subject.get().index(), "acl");
      }
    }
    return tree;
  }

  private static boolean participleBefore(DependencyTree tree, Node participle, Node main) {
    boolean under =
        participle.head() == main.index()
            && Set.of("ccomp", "csubj", "csubjpass", "advcl", "dep").contains(participle.label());
    boolean rival =
        participle.head() == DependencyTree.ROOT
            && main.head() == DependencyTree.ROOT
            && !tree.nodes().subList(participle.index(), main.index()).stream()
                .anyMatch(n -> n.pos().equals(".") || n.pos().equals(":"));
    return (under || rival)
        && Set.of("VBG", "VBN").contains(participle.pos())
        && tree.children(participle.index()).stream()
            .noneMatch(c -> c.label().startsWith("aux") || c.label().equals("mark"));
  }

  /**
   * <em>The army withdrew from the city and rebels entered it</em>: the parser coordinates
   * <em>rebels</em> with <em>city</em> and leaves the second verb without a subject.
   */
  private static DependencyTree sharedConjunction(DependencyTree tree) {
    for (Node verb : tree.nodes()) {
      boolean bare =
          verb.label().equals("conj")
              && FINITE.contains(verb.pos())
              && verb.head() < verb.index()
              && tree.children(verb.index()).stream().noneMatch(c -> c.index() < verb.index());
      if (!bare || verb.index() == 0) {
        continue;
      }
      Node noun = tree.node(verb.index() - 1);
      boolean between =
          tree.children(verb.head()).stream()
              .anyMatch(c -> c.label().equals("cc") && c.index() > verb.head());
      if (between || !noun.label().equals("conj") || !noun.pos().startsWith("N")) {
        continue;
      }
      Optional<Node> cc = child(tree, tree.node(noun.head()), "cc");
      if (cc.isPresent() && noun.head() > verb.head()) {
        return tree.reattach(noun.index(), verb.index(), "nsubj")
            .reattach(cc.get().index(), verb.head(), "cc");
      }
    }
    return tree;
  }

  /**
   * <em>Protesters demanding the resignation of the president clashed with police</em>: the parser
   * takes the participle for the main verb and the true main verb for its clause.
   */
  private static DependencyTree initialParticiple(DependencyTree tree) {
    for (Node verb : tree.nodes()) {
      boolean bareParticiple =
          (verb.pos().equals("VBG") || verb.pos().equals("VBN"))
              && child(tree, verb, "aux").isEmpty()
              && child(tree, verb, "auxpass").isEmpty()
              && !verb.label().equals("acl");
      Optional<Node> subject = child(tree, verb, "nsubj").or(() -> child(tree, verb, "nsubjpass"));
      if (!bareParticiple || subject.isEmpty() || subject.get().index() > verb.index()) {
        continue;
      }
      Optional<Node> main =
          tree.children(verb.index()).stream()
              .filter(c -> c.index() > verb.index())
              .filter(c -> Set.of("ccomp", "conj", "dep", "advcl").contains(c.label()))
              .filter(c -> FINITE.contains(c.pos()) || hasFiniteAuxiliary(tree, c))
              .filter(c -> child(tree, c, "mark").isEmpty())
              .filter(c -> !c.label().equals("conj") || child(tree, verb, "cc").isEmpty())
              .findFirst();
      if (main.isEmpty()) {
        continue;
      }
      Node finite = main.get();
      DependencyTree mended = tree.reattach(finite.index(), verb.head(), verb.label());
      Optional<Node> taken = child(tree, finite, "nsubj").filter(n -> n.index() > verb.index());
      if (taken.isPresent()) {
        mended =
            child(tree, verb, "dobj").isPresent()
                ? mended
                : mended.reattach(taken.get().index(), verb.index(), "dobj");
      }
      mended = mended.reattach(subject.get().index(), finite.index(), "nsubj");
      mended = mended.reattach(verb.index(), subject.get().index(), "acl");
      for (Node child : List.copyOf(mended.children(verb.index()))) {
        if (child.index() > finite.index()) {
          mended = mended.reattach(child.index(), finite.index(), child.label());
        }
      }
      return mended;
    }
    return tree;
  }

  private static boolean hasFiniteAuxiliary(DependencyTree tree, Node verb) {
    return tree.children(verb.index()).stream()
        .anyMatch(c -> c.label().startsWith("aux") && FINITE.contains(c.pos()));
  }

  private static Optional<Node> child(DependencyTree tree, Node of, String label) {
    return tree.children(of.index()).stream().filter(c -> c.label().equals(label)).findFirst();
  }
}
