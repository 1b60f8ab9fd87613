package org.demarche.press.fetch;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Keeps requests on the open internet: private, loopback, link-local, shared, multicast and other
 * special addresses are refused, in IPv4, IPv6 and IPv4 inside IPv6 (RFC 6890).
 */
final class AddressGuard {
  /** Finds a host's addresses; the system's way outside tests. */
  interface Resolver {
    InetAddress[] resolve(String host) throws UnknownHostException;
  }

  private final Resolver resolver;
  private final Predicate<InetAddress> allowed;

  /**
   * @param allowed which addresses may be connected to; {@link #isOpen} outside tests
   */
  AddressGuard(Resolver resolver, Predicate<InetAddress> allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /** An address was refused. */
  static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    RefusedException(String message) {
      super(message);
    }
  }

  /**
   * An address of a host that may be connected to. All addresses of the host must be open: one that
   * also names a private address is not to be trusted.
   *
   * @param host a name or a literal address, IPv6 with or without its brackets
   */
  InetAddress check(String host) throws UnknownHostException, RefusedException {
    InetAddress[] addresses = resolver.resolve(host.replaceAll("^\\[|\\]$", ""));
    for (InetAddress address : addresses) {
      if (!allowed.test(address)) {
        throw new RefusedException(
            host + " is at " + address.getHostAddress() + ", not on the open internet");
      }
    }
    return addresses[0];
  }

  static boolean isOpen(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    return address instanceof Inet6Address ? isOpen6(bytes) : isOpen4(bytes);
  }

  private static boolean isOpen4(byte[] b) {
    int first = b[0] & 0xff;
    int second = b[1] & 0xff;
    int third = b[2] & 0xff;
    boolean special =
        first == 0
            || first == 10
            || first == 127
            || (first == 100 && second >= 64 && second < 128)
            || (first == 169 && second == 254)
            || (first == 172 && second >= 16 && second < 32)
            || (first == 192 && second == 168)
            || (first == 192 && second == 0 && (third == 0 || third == 2))
            || (first == 192 && second == 88 && third == 99)
            || (first == 198 && (second == 18 || second == 19))
            || (first == 198 && second == 51 && third == 100)
            || (first == 203 && second == 0 && third == 113)
            || first >= 224;
    return !special;
  }

  private static boolean isOpen6(byte[] b) {
    int first = (b[0] & 0xff) << 8 | (b[1] & 0xff);
    int second = (b[2] & 0xff) << 8 | (b[3] & 0xff);
    if ((first & 0xfe00) == 0xfc00) {
      return false; // unique local
    }
    if (first == 0x2001 && (second == 0xdb8 || second < 0x200)) {
      return false; // documentation, Teredo and other special purposes
    }
    if (first == 0x2002) {
      return isOpen4(Arrays.copyOfRange(b, 2, 6)); // 6to4
    }
    boolean lowIsIpv4 = Arrays.equals(Arrays.copyOf(b, 8), new byte[8]);
    if (lowIsIpv4) {
      return isOpen4(Arrays.copyOfRange(b, 12, 16)); // mapped, compatible, translated
    }
    if (first == 0x64 && second == 0xff9b) {
      return isOpen4(Arrays.copyOfRange(b, 12, 16)); // NAT64
    }
    return (first & 0xe000) == 0x2000; // global unicast
  }
}
