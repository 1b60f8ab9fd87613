package org.demarche.press.duplicate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Says of each article of a stream whether it is new, an edited version of one seen before, or
 * another outlet's reprint. It keeps nothing itself: the copies are in the index.
 *
 * <p>A reprint may be cut or framed by own words, so what counts is the share of the shorter text
 * in the longer. Articles of one outlet often carry the same background paragraphs, so that a
 * version must be at the same address or agree nearly as a whole. A translation has no shingles in
 * common and is an article of its own.
 */
public final class DuplicateFinder {
  /** Least share of the shorter text, without and with a credit line that speaks for it. */
  private static final double REPRINT = 0.55;

  private static final double CREDITED = 0.35;

  /** Share from which on the shorter text is the longer one's, whatever else that has. */
  private static final double WITHIN = 0.75;

  /** Least resemblance where less than that is shared. */
  private static final double RESEMBLING = 0.4;

  /** Least resemblance of versions at one address; below it the address got another article. */
  private static final double SAME_ADDRESS = 0.15;

  /** Least share for versions at two addresses of one outlet. */
  private static final double SAME_OUTLET = 0.75;

  private static final Duration EDITED_WITHIN = Duration.ofDays(3);
  private static final Duration REPRINTED_WITHIN = Duration.ofDays(14);

  /** Below this many hashes, chance phrases are too large a share. */
  private static final int FEW = 8;

  private static final int LOOKED_AT = 50;

  private final DuplicateIndex index;

  public DuplicateFinder(DuplicateIndex index) {
    this.index = index;
  }

  /** Places an article and keeps it in the index. */
  public Placement add(Copy copy) {
    Placement placement = place(copy);
    if (placement.kind() != Placement.Kind.REPEAT) {
      index.keep(copy);
    }
    return placement;
  }

  /** Places an article among those kept. Changes nothing. */
  public Placement place(Copy copy) {
    Optional<Copy> there = copy.address().flatMap(index::at);
    if (there.isPresent()) {
      Copy before = there.get();
      if (before.sketch().equals(copy.sketch()) && before.title().equals(copy.title())) {
        return Placement.repeat(before);
      }
      double resemblance = copy.sketch().resemblance(before.sketch());
      if (resemblance >= SAME_ADDRESS || contained(copy, before) >= REPRINT) {
        return Placement.version(before, resemblance);
      }
    }
    return amongOthers(copy);
  }

  private Placement amongOthers(Copy copy) {
    Placement best = Placement.fresh(List.of());
    Copy original = null;
    List<String> reprints = new ArrayList<>();
    for (Copy other : index.sharing(copy.sketch().keys(), LOOKED_AT)) {
      if (Math.min(copy.sketch().size(), other.sketch().size()) < FEW
          || other.id().equals(copy.id())) {
        continue;
      }
      double share = contained(copy, other);
      if (!copy.outlet().isEmpty() && copy.outlet().equals(other.outlet())) {
        if (share >= SAME_OUTLET && near(copy, other, EDITED_WITHIN) && sameLength(copy, other)) {
          return Placement.version(other, copy.sketch().resemblance(other.sketch()));
        }
        continue;
      }
      boolean credited = credited(copy, other);
      if (!reprinted(copy, other, share, credited) || !near(copy, other, REPRINTED_WITHIN)) {
        continue;
      }
      if (isOriginalOf(copy, other)) {
        reprints.add(other.id());
      } else if (original == null || isOriginalOf(other, original)) {
        best = Placement.reprint(other, share, credited);
        original = other;
      }
    }
    return best.with(reprints);
  }

  /**
   * Background paragraphs are shared by articles of which each has much of its own: then neither is
   * in the other, nor do they resemble one another.
   */
  private static boolean reprinted(Copy one, Copy two, double share, boolean credited) {
    if (credited) {
      return share >= CREDITED;
    }
    return share >= WITHIN
        || (share >= REPRINT && one.sketch().resemblance(two.sketch()) >= RESEMBLING);
  }

  private static double contained(Copy one, Copy two) {
    return one.sketch().size() <= two.sketch().size()
        ? one.sketch().containmentIn(two.sketch())
        : two.sketch().containmentIn(one.sketch());
  }

  private static boolean sameLength(Copy one, Copy two) {
    int less = Math.min(one.sketch().size(), two.sketch().size());
    return less * 2 >= Math.max(one.sketch().size(), two.sketch().size());
  }

  private static boolean near(Copy one, Copy two, Duration span) {
    return one.published().isEmpty()
        || two.published().isEmpty()
        || Duration.between(one.published().get(), two.published().get()).abs().compareTo(span)
            <= 0;
  }

  private static boolean credited(Copy one, Copy two) {
    return names(one.credit(), two.outlet())
        || names(two.credit(), one.outlet())
        || (!one.credit().isBlank() && source(one.credit()).equals(source(two.credit())));
  }

  /** Whether {@code one} is the original: the other credits it, or it came out first. */
  private static boolean isOriginalOf(Copy one, Copy other) {
    boolean creditedHere = names(other.credit(), one.outlet());
    boolean creditedThere = names(one.credit(), other.outlet());
    if (creditedHere != creditedThere) {
      return creditedHere;
    }
    return one.published().isPresent()
        && other.published().isPresent()
        && one.published().get().isBefore(other.published().get());
  }

  /** Whether a credit line names an outlet: {@code (TASS)} is {@code tass.com}. */
  private static boolean names(String credit, String outlet) {
    if (credit.isBlank() || outlet.isEmpty()) {
      return false;
    }
    String[] labels = outlet.split("\\.");
    for (int i = 0; i < labels.length - 1; i++) {
      String label = source(labels[i]);
      if (label.length() > 2 && source(credit).contains(label)) {
        return true;
      }
    }
    return source(credit).contains(source(outlet));
  }

  private static String source(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]+", "");
  }
}
