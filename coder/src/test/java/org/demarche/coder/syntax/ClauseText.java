package org.demarche.coder.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.demarche.coder.syntax.Clause.Argument;
import org.demarche.coder.syntax.Clause.Complement;

/** Clauses as golden tables write them. */
final class ClauseText {
  private ClauseText() {}

  /** {@code sign(subject: Russia & China; object: treaty) [modal will]}, parted by bars. */
  static String of(Clauses clauses) {
    return clauses.all().stream().map(c -> of(c, clauses)).collect(Collectors.joining(" + "));
  }

  private static String of(Clause clause, Clauses clauses) {
    List<String> inside = new ArrayList<>();
    for (Argument argument : clause.arguments()) {
      inside.add(argument.slot() + ": " + words(argument.head(), clauses));
    }
    for (Complement complement : clause.complements()) {
      String mark = complement.mark().isEmpty() ? "" : complement.mark() + " ";
      inside.add("act: " + mark + clauses.form(complement.head()));
    }
    StringBuilder text = new StringBuilder(clause.lemma());
    text.append('(').append(String.join("; ", inside)).append(')');
    if (clause.negated()) {
      text.append(" [negated]");
    }
    clause.modals().stream().sorted().forEach(m -> text.append(" [modal ").append(m).append(']'));
    if (clause.link().tie() == Clause.Tie.CONDITION) {
      text.append(" [condition]");
    }
    if (clause.passive()) {
      text.append(" [passive]");
    }
    return text.toString();
  }

  private static String words(int head, Clauses clauses) {
    Optional<Phrase> phrase = clauses.phrase(head);
    StringBuilder text = new StringBuilder(clauses.form(head));
    phrase.ifPresent(p -> p.conjuncts().forEach(c -> text.append(" & ").append(clauses.form(c))));
    return text.toString();
  }
}
