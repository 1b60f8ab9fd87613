package org.demarche.press.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/** Reads an answer's body up to a number of bytes, and unpacks it up to as many. */
final class Body implements HttpResponse.BodySubscriber<byte[]> {
  private final int limit;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final CompletableFuture<byte[]> done = new CompletableFuture<>();
  private Flow.Subscription subscription;

  Body(int limit) {
    this.limit = limit;
  }

  /** More bytes came than wanted. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(int limit) {
      super("more than " + limit + " bytes");
    }
  }

  @Override
  public CompletionStage<byte[]> getBody() {
    return done;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    this.subscription = subscription;
    subscription.request(Long.MAX_VALUE);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    for (ByteBuffer buffer : buffers) {
      if (bytes.size() + buffer.remaining() > limit) {
        subscription.cancel();
        done.completeExceptionally(new TooLargeException(limit));
        return;
      }
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      bytes.writeBytes(part);
    }
  }

  @Override
  public void onError(Throwable cause) {
    done.completeExceptionally(cause);
  }

  @Override
  public void onComplete() {
    done.complete(bytes.toByteArray());
  }

  /**
   * Unpacks a body.
   *
   * @param encoding the header {@code Content-Encoding}; empty where there is none
   */
  static byte[] unpacked(byte[] body, String encoding, int limit) throws IOException {
    String name = encoding.strip().toLowerCase(Locale.ROOT);
    if (name.isEmpty() || name.equals("identity") || body.length == 0) {
      return body;
    }
    try (InputStream in =
        switch (name) {
          case "gzip", "x-gzip" -> new GZIPInputStream(new ByteArrayInputStream(body));
          case "deflate" -> new InflaterInputStream(new ByteArrayInputStream(body));
          default -> throw new IOException("packed as " + name + ", which was not asked for");
        }) {
      byte[] plain = in.readNBytes(limit + 1);
      if (plain.length > limit) {
        throw new TooLargeException(limit);
      }
      return plain;
    }
  }
}
