package org.demarche.coder.event;

import java.util.List;
import java.util.function.Function;

/** What became of a sentence. A miss can always be asked why. */
public sealed interface Outcome {
  <T> T fold(Function<Coded, T> coded, Function<NoEvent, T> none, Function<Failed, T> failed);

  /** It reports events or votes. */
  record Coded(List<Event> events, List<Vote> votes) implements Outcome {
    public Coded {
      events = List.copyOf(events);
      votes = List.copyOf(votes);
    }

    @Override
    public <T> T fold(
        Function<Coded, T> coded, Function<NoEvent, T> none, Function<Failed, T> failed) {
      return coded.apply(this);
    }
  }

  /** It reports none. */
  record NoEvent(String reason) implements Outcome {
    @Override
    public <T> T fold(
        Function<Coded, T> coded, Function<NoEvent, T> none, Function<Failed, T> failed) {
      return none.apply(this);
    }
  }

  /** It could not be read. */
  record Failed(String stage, String why) implements Outcome {
    @Override
    public <T> T fold(
        Function<Coded, T> coded, Function<NoEvent, T> none, Function<Failed, T> failed) {
      return failed.apply(this);
    }
  }
}
