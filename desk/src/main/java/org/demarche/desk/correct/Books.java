package org.demarche.desk.correct;

import org.demarche.coder.actor.ActorBook;
import org.springframework.stereotype.Component;

/** The actor book, read when it is first asked for. Thread-safe. */
@Component
public class Books {
  private ActorBook actors;

  public synchronized ActorBook actors() {
    if (actors == null) {
      actors = ActorBook.builtIn();
    }
    return actors;
  }
}
