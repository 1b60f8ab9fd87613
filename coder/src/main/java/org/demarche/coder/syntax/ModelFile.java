package org.demarche.coder.syntax;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The form of a compact model: a mark, counted arrays, and the checksum of all before it. A file
 * cut short or changed fails to open.
 */
final class ModelFile {
  private static final long MARK = 0x44656d6172636865L;
  private static final int TRAILER = Long.BYTES;

  private ModelFile() {}

  /** What writes a model's arrays. */
  interface Content {
    void write(DataOutputStream out) throws IOException;
  }

  static void write(OutputStream target, Content content) throws IOException {
    CheckedOutputStream checked = new CheckedOutputStream(target, new CRC32C());
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(checked, 1 << 16));
    out.writeLong(MARK);
    content.write(out);
    out.flush();
    out.writeLong(checked.getChecksum().getValue());
    out.flush();
  }

  /**
   * The arrays of a file's bytes.
   *
   * @throws IOException if they are not a whole model
   */
  static ByteBuffer open(ByteBuffer file) throws IOException {
    int size = file.remaining();
    if (size < Long.BYTES + TRAILER || file.getLong(0) != MARK) {
      throw new IOException("not a compact model, or cut short");
    }
    CRC32C checksum = new CRC32C();
    checksum.update(file.slice(0, size - TRAILER));
    if (checksum.getValue() != file.getLong(size - TRAILER)) {
      throw new IOException("checksum differs");
    }
    return file.slice(Long.BYTES, size - Long.BYTES - TRAILER);
  }

  static void writeLongs(DataOutputStream out, long[] array) throws IOException {
    out.writeInt(array.length);
    for (long value : array) {
      out.writeLong(value);
    }
  }

  static void writeInts(DataOutputStream out, int[] array) throws IOException {
    out.writeInt(array.length);
    for (int value : array) {
      out.writeInt(value);
    }
  }

  static void writeShorts(DataOutputStream out, short[] array) throws IOException {
    out.writeInt(array.length);
    for (short value : array) {
      out.writeShort(value);
    }
  }

  static void writeFloats(DataOutputStream out, float[] array) throws IOException {
    out.writeInt(array.length);
    for (float value : array) {
      out.writeFloat(value);
    }
  }

  static void writeBytes(DataOutputStream out, byte[] array) throws IOException {
    out.writeInt(array.length);
    out.write(array);
  }

  static void writeStrings(DataOutputStream out, List<String> strings) throws IOException {
    out.writeInt(strings.size());
    for (String string : strings) {
      writeBytes(out, string.getBytes(StandardCharsets.UTF_8));
    }
  }

  static long[] readLongs(ByteBuffer in) throws IOException {
    long[] array = new long[count(in, Long.BYTES)];
    in.asLongBuffer().get(array);
    skip(in, array.length, Long.BYTES);
    return array;
  }

  static int[] readInts(ByteBuffer in) throws IOException {
    int[] array = new int[count(in, Integer.BYTES)];
    in.asIntBuffer().get(array);
    skip(in, array.length, Integer.BYTES);
    return array;
  }

  static short[] readShorts(ByteBuffer in) throws IOException {
    short[] array = new short[count(in, Short.BYTES)];
    in.asShortBuffer().get(array);
    skip(in, array.length, Short.BYTES);
    return array;
  }

  static float[] readFloats(ByteBuffer in) throws IOException {
    float[] array = new float[count(in, Float.BYTES)];
    in.asFloatBuffer().get(array);
    skip(in, array.length, Float.BYTES);
    return array;
  }

  static byte[] readBytes(ByteBuffer in) throws IOException {
    byte[] array = new byte[count(in, 1)];
    in.get(array);
    return array;
  }

  static List<String> readStrings(ByteBuffer in) throws IOException {
    int size = count(in, Integer.BYTES);
    List<String> strings = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      strings.add(new String(readBytes(in), StandardCharsets.UTF_8));
    }
    return List.copyOf(strings);
  }

  /** Reads a length, refusing one that the rest of the file cannot hold. */
  private static int count(ByteBuffer in, int bytesEach) throws IOException {
    if (in.remaining() < Integer.BYTES) {
      throw new IOException("cut short");
    }
    int count = in.getInt();
    if (count < 0 || (long) count * bytesEach > in.remaining()) {
      throw new IOException("array of " + count + " in " + in.remaining() + " bytes");
    }
    return count;
  }

  private static void skip(ByteBuffer in, int count, int bytesEach) {
    in.position(in.position() + count * bytesEach);
  }
}
