package org.demarche.desk.account;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** What became of an {@link Application}. */
public sealed interface Registration {
  <T> T fold(Function<Done, T> done, Function<Refused, T> refused);

  /** There is an account now. */
  record Done(Account account) implements Registration {
    public Done {
      Objects.requireNonNull(account);
    }

    @Override
    public <T> T fold(Function<Done, T> done, Function<Refused, T> refused) {
      return done.apply(this);
    }
  }

  /** There is none, for these reasons (message keys). */
  record Refused(List<String> reasons) implements Registration {
    public Refused {
      reasons = List.copyOf(reasons);
    }

    @Override
    public <T> T fold(Function<Done, T> done, Function<Refused, T> refused) {
      return refused.apply(this);
    }
  }
}
