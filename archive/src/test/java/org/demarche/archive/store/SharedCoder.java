package org.demarche.archive.store;

import org.demarche.coder.code.Coder;

/** One coder for all tests: it takes a while to load. */
public final class SharedCoder {
  public static final Coder CODER = Coder.create();

  private SharedCoder() {}
}
