package org.demarche.archive.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What is looked for. */
public sealed interface Query {
  /** No condition at all. */
  record Everything() implements Query {}

  /**
   * Words that stand one after the other.
   *
   * @param words as {@link org.demarche.archive.store.FullText#words} gives them, at least one
   * @param prefix whether the last one may go on
   */
  record Words(List<String> words, boolean prefix) implements Query {
    public Words {
      words = List.copyOf(words);
      if (words.isEmpty()) {
        throw new IllegalArgumentException("no words");
      }
    }
  }

  /** None of it. */
  record Not(Query query) implements Query {
    public Not {
      Objects.requireNonNull(query);
    }
  }

  /** All of them. */
  record And(List<Query> queries) implements Query {
    public And {
      queries = List.copyOf(queries);
    }
  }

  /** At least one of them. */
  record Or(List<Query> queries) implements Query {
    public Or {
      queries = List.copyOf(queries);
    }
  }

  /**
   * Somebody takes part.
   *
   * @param code the actor book's code, empty where only sector or name are asked for
   * @param sector PLOVER sector, empty where any will do
   * @param name a part of the name in lower case, empty where the code is asked for
   */
  record Party(Side side, String code, String sector, String name) implements Query {
    public Party {
      Objects.requireNonNull(side);
      Objects.requireNonNull(code);
      Objects.requireNonNull(sector);
      Objects.requireNonNull(name);
    }
  }

  /**
   * The article names somebody, whether or not in an event.
   *
   * @param code the actor book's code, empty where the name is asked for
   * @param name a part of the name in lower case, empty where the code is asked for
   */
  record Named(String code, String name) implements Query {
    public Named {
      Objects.requireNonNull(code);
      Objects.requireNonNull(name);
    }
  }

  /** At which end of an event somebody stands. */
  enum Side {
    ACTOR,
    RECIPIENT,
    EITHER
  }

  /** An event has one of these values. */
  record Attribute(Column column, List<String> values) implements Query {
    public Attribute {
      Objects.requireNonNull(column);
      values = List.copyOf(values);
    }
  }

  /** What an event is compared by. */
  enum Column {
    TYPE,
    MODE,
    CONTEXT,
    QUAD,
    /** CAMEO code; a shorter one finds those below it. */
    CAMEO,
    STATUS,
    RULE,
    VERDICT
  }

  /** An event's date lies within these days, both included. */
  record Dated(Optional<LocalDate> first, Optional<LocalDate> last) implements Query {
    public Dated {
      Objects.requireNonNull(first);
      Objects.requireNonNull(last);
    }
  }

  /** The article was published within these days, both included. */
  record Published(Optional<LocalDate> first, Optional<LocalDate> last) implements Query {
    public Published {
      Objects.requireNonNull(first);
      Objects.requireNonNull(last);
    }
  }

  /**
   * An event took place there.
   *
   * @param country ISO 3166-1 alpha-3, empty where a name is asked for
   * @param name the start of the place's name in lower case, else empty
   */
  record Located(String country, String name) implements Query {
    public Located {
      Objects.requireNonNull(country);
      Objects.requireNonNull(name);
    }
  }

  /**
   * The article was written by an outlet, or came through it.
   *
   * @param original whether the outlet that wrote it is meant
   * @param outlet its name or host in lower case
   */
  record From(boolean original, String outlet) implements Query {
    public From {
      Objects.requireNonNull(outlet);
    }
  }

  /**
   * Somebody voted so: of votes the position, of articles that they report one such.
   *
   * @param positions labels of {@link org.demarche.coder.event.Vote.Position}
   */
  record Voted(List<String> positions) implements Query {
    public Voted {
      positions = List.copyOf(positions);
    }
  }

  /** The article is in this language (ISO 639-1). */
  record Language(String code) implements Query {
    public Language {
      Objects.requireNonNull(code);
    }
  }
}
