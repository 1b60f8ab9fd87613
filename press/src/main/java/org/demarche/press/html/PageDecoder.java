package org.demarche.press.html;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Turns a page's bytes into text, in the order of the HTML standard (13.2.3.2): byte order mark,
 * the server's word, the page's own; then what the bytes themselves suggest. A declaration that the
 * bytes contradict gives way to UTF-8 where they are valid UTF-8.
 */
final class PageDecoder {
  private static final int LOOK = 4096;
  private static final int SAMPLE = 1 << 16;

  /** One broken character in so many is a slip. */
  private static final int FEW = 10;

  private static final Pattern DECLARED =
      Pattern.compile(
          "(?i)<meta[^>]+charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)"
              + "|<\\?xml[^>]+encoding\\s*=\\s*[\"']([\\w.:-]+)");

  /** Names that browsers read as a larger set, by the Encoding standard. */
  private static final Map<String, String> LARGER =
      Map.of(
          "iso-8859-1", "windows-1252",
          "us-ascii", "windows-1252",
          "iso-8859-9", "windows-1254",
          "gb2312", "GB18030",
          "gbk", "GB18030",
          "shift_jis", "windows-31j",
          "euc-kr", "x-windows-949");

  private PageDecoder() {}

  /**
   * The text of a page; bytes that belong to no character become U+FFFD.
   *
   * @param named what the server said
   */
  static String text(byte[] bytes, Optional<String> named) {
    Charset marked = mark(bytes);
    if (marked != null) {
      int skip = marked.equals(StandardCharsets.UTF_8) ? 3 : 2;
      return new String(bytes, skip, bytes.length - skip, marked);
    }
    Optional<Charset> said = named.flatMap(PageDecoder::charset);
    Optional<Charset> own = declared(bytes);
    return said.or(() -> own)
        .flatMap(charset -> exactly(bytes, charset))
        .or(() -> exactly(bytes, StandardCharsets.UTF_8))
        .or(() -> own.filter(charset -> !isNearlyUtf8(bytes)).flatMap(c -> exactly(bytes, c)))
        .orElseGet(() -> roughly(bytes, said.or(() -> own)));
  }

  /** With U+FFFD for what does not fit. A declaration that fits nearly nowhere is not taken. */
  private static String roughly(byte[] bytes, Optional<Charset> declared) {
    boolean wrong =
        declared.filter(StandardCharsets.UTF_8::equals).isPresent() && !isNearlyUtf8(bytes);
    Optional<Charset> charset = wrong ? guess(bytes) : declared.or(() -> guess(bytes));
    return new String(bytes, charset.orElse(StandardCharsets.UTF_8));
  }

  /** Whether only a few characters beyond ASCII are none in UTF-8, as where a text was cut. */
  private static boolean isNearlyUtf8(byte[] bytes) {
    String text = new String(bytes, 0, Math.min(bytes.length, SAMPLE), StandardCharsets.UTF_8);
    long beyond = text.chars().filter(c -> c > 127).count();
    long broken = text.chars().filter(c -> c == '\uFFFD').count();
    return broken < 2 || broken * FEW <= beyond;
  }

  private static Optional<Charset> declared(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
    Matcher declared = DECLARED.matcher(head);
    if (!declared.find()) {
      return Optional.empty();
    }
    String name = declared.group(1) != null ? declared.group(1) : declared.group(2);
    // A page whose ASCII declaration could be read cannot be in UTF-16; HTML says: take UTF-8.
    return charset(name).map(c -> c.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : c);
  }

  private static Optional<Charset> charset(String name) {
    try {
      Charset charset = Charset.forName(name.strip());
      return Optional.of(
          Charset.forName(
              LARGER.getOrDefault(charset.name().toLowerCase(Locale.ROOT), charset.name())));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> exactly(byte[] bytes, Charset charset) {
    try {
      return Optional.of(
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes))
              .toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** By ICU, from how often characters stand beside each other. */
  private static Optional<Charset> guess(byte[] bytes) {
    byte[] sample = bytes.length > SAMPLE ? java.util.Arrays.copyOf(bytes, SAMPLE) : bytes;
    CharsetDetector detector = new CharsetDetector();
    detector.enableInputFilter(true);
    detector.setText(sample);
    CharsetMatch match = detector.detect();
    return match == null ? Optional.empty() : charset(match.getName());
  }

  private static Charset mark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    return null;
  }
}
