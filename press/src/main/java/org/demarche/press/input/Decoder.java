package org.demarche.press.input;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Turns bytes into text: UTF-8 unless a byte order mark says otherwise. Never guesses and never
 * puts replacement characters in, since offsets and names would be wrong without anybody noticing.
 */
final class Decoder {
  private static final int LOOK = 4096;

  private Decoder() {}

  /**
   * The text of a plain file.
   *
   * @param offset of the first byte in its file, for messages
   */
  static String text(byte[] bytes, long offset) throws InputException {
    return decode(bytes, StandardCharsets.UTF_8, offset);
  }

  private static String decode(byte[] bytes, Charset declared, long offset) throws InputException {
    Optional<Charset> marked = mark(bytes);
    int skip = marked.isEmpty() ? 0 : marked.get().equals(StandardCharsets.UTF_8) ? 3 : 2;
    if (marked.isEmpty()) {
      refuseBinary(bytes);
    }
    Charset charset = marked.orElse(declared);
    ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip);
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate((int) (in.remaining() * decoder.maxCharsPerByte()) + 1);
    CoderResult result = decoder.decode(in, out, true);
    if (result.isError()) {
      throw new InputException(
          InputKind.NOT_UTF_8,
          "broken "
              + charset.name()
              + " at byte "
              + (offset + in.position())
              + String.format(" (0x%02X)", bytes[in.position()] & 0xFF));
    }
    return out.flip().toString();
  }

  private static Optional<Charset> mark(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return Optional.of(StandardCharsets.UTF_8);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFE && b[1] == (byte) 0xFF) {
      return Optional.of(StandardCharsets.UTF_16BE);
    }
    if (b.length >= 2 && b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      return Optional.of(StandardCharsets.UTF_16LE);
    }
    return Optional.empty();
  }

  /** Refuses what is no text: NUL bytes, many control characters; text in UTF-16 has a mark. */
  static void refuseBinary(byte[] bytes) throws InputException {
    int control = 0;
    int length = Math.min(bytes.length, LOOK);
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] == 0) {
        throw new InputException(InputKind.BINARY, "not text: a NUL byte at byte " + i);
      }
      boolean layout = (bytes[i] >= 7 && bytes[i] <= 13) || bytes[i] == 27;
      if (i < length && bytes[i] >= 0 && bytes[i] < 32 && !layout) {
        control++;
      }
    }
    if (control * 10 > length) {
      throw new InputException(
          InputKind.BINARY, "not text: " + control + " control characters in its first " + length);
    }
  }
}
