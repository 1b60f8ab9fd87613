package org.demarche.press.fetch;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on the loopback address that answers byte by byte what a test tells it. */
public final class MisbehavingServer implements Closeable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger under = new AtomicInteger();
  private final AtomicInteger mostAtATime = new AtomicInteger();

  public MisbehavingServer() throws IOException {
    this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  /** A request with its headers in lower case. */
  public record Request(String path, Map<String, String> headers, long nanos) {}

  /** Writes a whole answer, or less than one. */
  public interface Answer {
    void write(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  public URI at(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  public int port() {
    return socket.getLocalPort();
  }

  public MisbehavingServer on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /** Answers with a status, headers ({@code Name: value}) and a body. */
  public MisbehavingServer on(String path, int status, List<String> headers, byte[] body) {
    return on(path, (request, out) -> whole(out, status, headers, body));
  }

  public MisbehavingServer on(String path, String type, String body) {
    return on(path, 200, List.of("Content-Type: " + type), body.getBytes(StandardCharsets.UTF_8));
  }

  public static void whole(OutputStream out, int status, List<String> headers, byte[] body)
      throws IOException {
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Any\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    head.append("Content-Length: ").append(body.length).append("\r\n\r\n");
    out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.write(body);
    out.flush();
  }

  /** The requests for a path, in order. */
  public List<Request> requests(String path) {
    return requests.stream().filter(request -> request.path().equals(path)).toList();
  }

  public int mostAtATime() {
    return mostAtATime.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    mostAtATime.accumulateAndGet(under.incrementAndGet(), Math::max);
    try (client) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      String[] line = String.valueOf(in.readLine()).split(" ");
      Map<String, String> headers = new TreeMap<>();
      for (String header = in.readLine();
          header != null && !header.isEmpty();
          header = in.readLine()) {
        String[] pair = header.split(": ", 2);
        headers.put(pair[0].toLowerCase(Locale.ROOT), pair[1]);
      }
      Request request = new Request(line[1], headers, System.nanoTime());
      requests.add(request);
      answers
          .getOrDefault(request.path(), (r, out) -> whole(out, 404, List.of(), new byte[0]))
          .write(request, client.getOutputStream());
    } catch (IOException e) {
      // The client has gone.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      under.decrementAndGet();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    threads.shutdownNow();
  }
}
