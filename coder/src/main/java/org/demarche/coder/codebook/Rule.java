package org.demarche.coder.codebook;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.demarche.coder.data.Source;

/**
 * An event rule.
 *
 * @param mode empty where the type has none
 * @param cameo the CAMEO code
 * @param between whether the act runs both ways
 */
public record Rule(
    String name,
    String type,
    String mode,
    List<String> contexts,
    String cameo,
    List<Frame> frames,
    RecipientPolicy recipientPolicy,
    boolean actorOptional,
    Between between,
    int priority,
    List<Example> examples,
    Source source) {
  private static final int GIVES_WAY = -3;
  private static final int LAST_RESORT = -5;

  public Rule {
    contexts = List.copyOf(contexts);
    frames = List.copyOf(frames);
    examples = List.copyOf(examples);
  }

  /** Whether the rule is read only where no other fits: general words with a weak sense. */
  public boolean lastResort() {
    return priority <= LAST_RESORT;
  }

  /** Whether the rule only settles the type, where an ordinary rule of that type fits too. */
  public boolean givesWay() {
    return priority <= GIVES_WAY && !lastResort();
  }

  /** Whether an act runs both ways. */
  public enum Between {
    NO,
    YES,
    /** Only where nobody else acts: those who meet at a summit that no host is named for. */
    ALONE
  }

  /** Whether an event of the rule must have a recipient. */
  public enum RecipientPolicy {
    REQUIRED,
    OPTIONAL,
    NONE
  }

  /**
   * A sentence with what the rule must make of it.
   *
   * @param events dyads as written, such as {@code KAZ -> JPN}
   */
  public record Example(
      String text, List<String> events, Optional<LocalDate> published, Source source) {
    public Example {
      events = List.copyOf(events);
    }
  }

  @Override
  public String toString() {
    return name + " (" + source + ")";
  }
}
