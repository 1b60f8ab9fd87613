package org.demarche.press.duplicate;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of pages, made comparable. */
public final class Addresses {
  private static final Pattern TRACKING =
      Pattern.compile(
          "(?i)(utm_\\w+|fbclid|gclid|yclid|mc_[ce]id|ref|referrer|source|cmpid|ocid|from)=.*");
  private static final Pattern SUBDOMAIN = Pattern.compile("^(www\\d?|m|mobile|amp)\\.");

  private Addresses() {}

  /**
   * An address without what does not tell pages apart: scheme, {@code www.}, fragment, tracking
   * parameters, the slash at the end. One that is no address is given back as it is.
   */
  public static String clean(String address) {
    try {
      URI uri = new URI(address.strip());
      if (uri.getHost() == null) {
        return address.strip();
      }
      String query =
          uri.getRawQuery() == null
              ? ""
              : Arrays.stream(uri.getRawQuery().split("&"))
                  .filter(part -> !part.isEmpty() && !TRACKING.matcher(part).matches())
                  .sorted()
                  .collect(Collectors.joining("&", "?", ""));
      String path = uri.getRawPath() == null ? "" : uri.getRawPath();
      return outlet(address)
          + path.replaceFirst("(/amp)?/*$", "")
          + (query.equals("?") ? "" : query);
    } catch (URISyntaxException e) {
      return address.strip();
    }
  }

  /** The host of an address without {@code www.} and the like; empty where there is none. */
  public static String outlet(String address) {
    try {
      String host = new URI(address.strip()).getHost();
      return host == null ? "" : SUBDOMAIN.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
    } catch (URISyntaxException e) {
      return "";
    }
  }
}
