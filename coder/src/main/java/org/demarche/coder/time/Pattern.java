package org.demarche.coder.time;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A rule's left side: a small tree without repetition, so that a match looks at a bounded number of
 * tokens and a text is tagged in linear time whatever stands in it.
 */
sealed interface Pattern {
  /** What was read, newest first: a persistent list, so that backtracking forgets for free. */
  record Capture(String slot, String value, int token, Capture older) {}

  /** What is to be matched after the pattern at hand. */
  interface Then {
    Capture from(int token, Capture captured);
  }

  /** The captures of the first way to match, or null. */
  Capture match(Tokens t, int i, Capture captured, Then then);

  /** Adds the literal words and slot names that can stand first; true if it may match nothing. */
  boolean first(Set<String> literals, Set<String> slots);

  /** One word or sign out of several. */
  record Literal(Set<String> words, boolean glued) implements Pattern {
    public Literal {
      words = Set.copyOf(words);
    }

    @Override
    public Capture match(Tokens t, int i, Capture captured, Then then) {
      return words.contains(t.lower(i)) && (!glued || t.glued(i))
          ? then.from(i + 1, captured)
          : null;
    }

    @Override
    public boolean first(Set<String> literals, Set<String> slots) {
      literals.addAll(words);
      return false;
    }
  }

  /** A word class, or something built in such as a number. */
  record Slot(String name, boolean glued) implements Pattern {
    @Override
    public Capture match(Tokens t, int i, Capture captured, Then then) {
      if (glued && !t.glued(i)) {
        return null;
      }
      Slots.Read read = Slots.read(name, t, i);
      return read == null
          ? null
          : then.from(read.next(), new Capture(name, read.value(), i, captured));
    }

    @Override
    public boolean first(Set<String> literals, Set<String> slots) {
      slots.add(name);
      return false;
    }
  }

  /** Where the marked words begin ({@code <}) or end ({@code >}). */
  record Mark(String name) implements Pattern {
    @Override
    public Capture match(Tokens t, int i, Capture captured, Then then) {
      return then.from(i, new Capture(name, "", i, captured));
    }

    @Override
    public boolean first(Set<String> literals, Set<String> slots) {
      return true;
    }
  }

  /** One after the other. */
  record Sequence(List<Pattern> parts) implements Pattern {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public Capture match(Tokens t, int i, Capture captured, Then then) {
      return step(t, 0, i, captured, then);
    }

    private Capture step(Tokens t, int part, int i, Capture captured, Then then) {
      return part == parts.size()
          ? then.from(i, captured)
          : parts.get(part).match(t, i, captured, (j, c) -> step(t, part + 1, j, c, then));
    }

    @Override
    public boolean first(Set<String> literals, Set<String> slots) {
      for (Pattern part : parts) {
        if (!part.first(literals, slots)) {
          return false;
        }
      }
      return true;
    }
  }

  /** The first of several that lets the rest match; {@code optional} adds "nothing" as the last. */
  record Choice(List<Pattern> ways, boolean optional) implements Pattern {
    public Choice {
      ways = List.copyOf(ways);
    }

    @Override
    public Capture match(Tokens t, int i, Capture captured, Then then) {
      for (Pattern way : ways) {
        Capture found = way.match(t, i, captured, then);
        if (found != null) {
          return found;
        }
      }
      return optional ? then.from(i, captured) : null;
    }

    @Override
    public boolean first(Set<String> literals, Set<String> slots) {
      boolean nullable = optional;
      for (Pattern way : ways) {
        nullable |= way.first(literals, slots);
      }
      return nullable;
    }
  }

  /** The words and slots that can stand first. */
  static Set<String> firstLiterals(Pattern pattern) {
    Set<String> literals = new HashSet<>();
    pattern.first(literals, new HashSet<>());
    return literals;
  }

  /** The slots that can stand first. */
  static Set<String> firstSlots(Pattern pattern) {
    Set<String> slots = new HashSet<>();
    pattern.first(new HashSet<>(), slots);
    return slots;
  }
}
