package org.demarche.press.fetch;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy inside the process, through which Java's HTTP client connects. The client finds a host's
 * address by itself, so an address checked before a request need not be the one connected to: a
 * name server can answer first with an open, then with a private one (DNS rebinding). Here the name
 * is looked up once, checked, and just that address connected to. It listens on the loopback
 * address and lasts as long as its fetcher.
 */
final class GuardedTunnel implements Closeable {
  /** The header of its own answers: a {@link Fetched.Kind}. */
  static final String REFUSED = "Demarche-Refused";

  private static final int HEAD_BYTES = 64 * 1024;

  private final AddressGuard guard;
  private final int timeout;
  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "demarche-tunnel");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param timeout for connecting and between bytes, in milliseconds
   */
  GuardedTunnel(AddressGuard guard, int timeout) throws IOException {
    this.guard = guard;
    this.timeout = timeout;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    threads.execute(this::listen);
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  private void listen() {
    while (!server.isClosed()) {
      try {
        Socket client = server.accept();
        threads.execute(() -> serve(client));
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      client.setSoTimeout(timeout);
      InputStream in = new BufferedInputStream(client.getInputStream());
      String head = head(in);
      String[] request = head.lines().findFirst().orElse("").split(" ");
      if (request.length != 3) {
        return;
      }
      boolean secure = request[0].equals("CONNECT");
      URI target = new URI(secure ? "https://" + request[1] : request[1]);
      int port = target.getPort() >= 0 ? target.getPort() : secure ? 443 : 80;
      InetAddress checked;
      try {
        checked = guard.check(target.getHost());
      } catch (AddressGuard.RefusedException e) {
        refuse(client, Fetched.Kind.PRIVATE_ADDRESS);
        return;
      } catch (IOException e) {
        refuse(client, Fetched.Kind.UNKNOWN_HOST);
        return;
      }
      try (Socket remote = new Socket()) {
        try {
          remote.connect(new InetSocketAddress(checked, port), timeout);
        } catch (IOException e) {
          refuse(client, Fetched.Kind.NO_CONNECTION);
          return;
        }
        remote.setSoTimeout(timeout);
        if (secure) {
          answer(client, "200 Connected");
        } else {
          remote.getOutputStream().write(forwarded(head, target));
          remote.getOutputStream().flush();
        }
        pump(client, in, remote);
      }
    } catch (IOException | URISyntaxException e) {
      // The client sees its connection closed.
    }
  }

  /** Request line and header lines, up to the blank line. */
  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int last = 0;
    for (int c = in.read(); c >= 0 && head.size() < HEAD_BYTES; c = in.read()) {
      head.write(c);
      last = last << 8 | c;
      if (last == 0x0d0a0d0a) {
        return head.toString(StandardCharsets.ISO_8859_1);
      }
    }
    throw new IOException("no end of headers");
  }

  /** The request as its server wants it: the path alone, and one request a connection. */
  private static byte[] forwarded(String head, URI target) {
    String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
    String query = target.getRawQuery() == null ? "" : "?" + target.getRawQuery();
    StringBuilder request = new StringBuilder("GET " + path + query + " HTTP/1.1\r\n");
    head.lines()
        .skip(1)
        .filter(
            line -> !line.isEmpty() && !line.matches("(?i)(proxy-|connection:|upgrade:|http2-).*"))
        .forEach(line -> request.append(line).append("\r\n"));
    return request
        .append("Connection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void answer(Socket client, String status) throws IOException {
    client
        .getOutputStream()
        .write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    client.getOutputStream().flush();
  }

  private static void refuse(Socket client, Fetched.Kind why) throws IOException {
    answer(client, "403 Forbidden\r\nContent-Length: 0\r\n" + REFUSED + ": " + why);
  }

  private void pump(Socket client, InputStream fromClient, Socket remote) throws IOException {
    threads.execute(
        () -> {
          try {
            copy(fromClient, remote.getOutputStream());
            remote.shutdownOutput();
          } catch (IOException e) {
            closeQuietly(remote);
          }
        });
    copy(remote.getInputStream(), client.getOutputStream());
  }

  private static void copy(InputStream in, OutputStream out) throws IOException {
    byte[] buffer = new byte[1 << 14];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      out.write(buffer, 0, n);
      out.flush();
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // It is gone either way.
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    threads.shutdownNow();
  }
}
