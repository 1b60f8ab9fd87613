package org.demarche.cluster.input;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.demarche.press.input.RecordReader;

/** Some lines of a file in one task, line by line; blank ones are passed over. */
public final class LineTask implements Iterator<RecordOf> {
  private final Source source;
  private final RecordReader reader;
  private final Iterator<RawLine> lines;
  private Optional<RecordOf> ahead = Optional.empty();

  public LineTask(Source source, RecordReader reader, Iterator<RawLine> lines) {
    this.source = source;
    this.reader = reader;
    this.lines = lines;
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && lines.hasNext()) {
      RawLine line = lines.next();
      ahead =
          reader
              .line(source.name(), line.number(), line.offset(), line.bytes())
              .map(input -> new RecordOf(source, line.number(), input));
    }
    return ahead.isPresent();
  }

  @Override
  public RecordOf next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RecordOf next = ahead.get();
    ahead = Optional.empty();
    return next;
  }
}
