package org.demarche.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Standard output, left open when a writer is closed, and told apart from files when it breaks. */
final class Uncloseable extends FilterOutputStream {
  Uncloseable(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int length) {
    try {
      out.write(bytes, from, length);
    } catch (IOException e) {
      throw new OutputClosedException(e);
    }
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
