package org.demarche.press.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.demarche.press.duplicate.MadePress.Kind;
import org.junit.jupiter.api.Test;

/**
 * How many made reprints and versions are found, and how many articles of their own are taken for
 * one.
 */
class DuplicateQualityTest {
  private static final int BASES = 150;

  @Test
  void reprintsAndVersionsAreJoinedAndNothingElse() {
    MadePress press = new MadePress(4);
    DuplicateFinder finder = new DuplicateFinder(new MemoryIndex());
    List<List<String>> texts = new ArrayList<>();
    List<Copy> bases = new ArrayList<>();
    int baseJoined = 0;
    for (int i = 0; i < BASES; i++) {
      List<String> paragraphs = press.paragraphs(4 + i % 9);
      Copy base = press.base(paragraphs);
      texts.add(paragraphs);
      bases.add(base);
      baseJoined += finder.add(base).kind() == Placement.Kind.NEW ? 0 : 1;
    }
    // Bulletins of the day before, of all outlets, which today's must not be taken for.
    for (int i = 0; i < 10; i++) {
      finder.add(press.made(Kind.DAILY_BULLETIN, bases.get(0), texts.get(0)));
    }
    Map<Kind, Integer> right = new EnumMap<>(Kind.class);
    int joined = 0;
    int joinedRightly = 0;
    int toBeJoined = 0;
    for (int i = 0; i < BASES; i++) {
      for (Kind kind : Kind.values()) {
        Placement placement = finder.place(press.made(kind, bases.get(i), texts.get(i)));
        boolean fits = fits(placement, kind, bases.get(i).id());
        right.merge(kind, fits ? 1 : 0, Integer::sum);
        boolean isJoined = placement.kind() != Placement.Kind.NEW;
        joined += isJoined ? 1 : 0;
        joinedRightly += isJoined && fits ? 1 : 0;
        toBeJoined += kind.joined ? 1 : 0;
      }
    }
    double precision = (double) joinedRightly / joined;
    double recall = (double) joinedRightly / toBeJoined;
    String figures =
        "precision " + precision + ", recall " + recall + ", right of " + BASES + ": " + right;
    System.out.println("duplicates: " + figures);
    assertThat(baseJoined).isZero();
    assertThat(precision).describedAs(figures).isGreaterThan(0.99);
    assertThat(recall).describedAs(figures).isGreaterThan(0.97);
  }

  private static boolean fits(Placement placement, Kind kind, String base) {
    Placement.Kind wanted =
        !kind.joined
            ? Placement.Kind.NEW
            : kind.version() ? Placement.Kind.VERSION : Placement.Kind.REPRINT;
    return placement.kind() == wanted && placement.of().equals(kind.joined ? base : "");
  }
}
