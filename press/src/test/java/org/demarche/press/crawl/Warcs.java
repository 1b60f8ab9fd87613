package org.demarche.press.crawl;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** Writes web archives as crawlers do, record by record. */
final class Warcs {
  private Warcs() {}

  static void record(OutputStream out, boolean gzip, String type, String url, byte[] block)
      throws IOException {
    String mime =
        type.equals("response") ? "application/http; msgtype=response" : "application/warc-fields";
    String head =
        "WARC/1.0\r\nWARC-Type: "
            + type
            + "\r\nWARC-Record-ID: <urn:uuid:"
            + java.util.UUID.nameUUIDFromBytes((type + url).getBytes(StandardCharsets.UTF_8))
            + ">\r\nWARC-Date: 2024-05-06T08:00:00Z\r\n"
            + (url.isEmpty() ? "" : "WARC-Target-URI: " + url + "\r\n")
            + "Content-Type: "
            + mime
            + "\r\nContent-Length: "
            + block.length
            + "\r\n\r\n";
    ByteArrayOutputStream member = new ByteArrayOutputStream();
    try (OutputStream to = gzip ? new GZIPOutputStream(member) : member) {
      to.write(head.getBytes(StandardCharsets.UTF_8));
      to.write(block);
      to.write("\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    out.write(member.toByteArray());
  }

  static byte[] http(int status, String headers, byte[] body) throws IOException {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    block.write(
        ("HTTP/1.1 " + status + " Any\r\n" + headers + "\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
    block.write(body);
    return block.toByteArray();
  }

  static void page(OutputStream out, boolean gzip, String url, String html) throws IOException {
    record(
        out,
        gzip,
        "response",
        url,
        http(
            200,
            "Content-Type: text/html; charset=UTF-8\r\n",
            html.getBytes(StandardCharsets.UTF_8)));
  }
}
