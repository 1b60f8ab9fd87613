package org.demarche.desk.correct;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.demarche.coder.event.Event;

/** What became of an {@link EventForm}. */
public sealed interface Proposal {
  <T> T fold(Function<Sound, T> sound, Function<Flawed, T> flawed);

  /** An event that can be kept. */
  record Sound(Event event) implements Proposal {
    public Sound {
      Objects.requireNonNull(event);
    }

    @Override
    public <T> T fold(Function<Sound, T> sound, Function<Flawed, T> flawed) {
      return sound.apply(this);
    }
  }

  /** None, for these reasons (message keys). */
  record Flawed(List<String> reasons) implements Proposal {
    public Flawed {
      reasons = List.copyOf(reasons);
    }

    @Override
    public <T> T fold(Function<Sound, T> sound, Function<Flawed, T> flawed) {
      return flawed.apply(this);
    }
  }
}
