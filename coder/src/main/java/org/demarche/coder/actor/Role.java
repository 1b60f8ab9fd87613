package org.demarche.coder.actor;

import java.util.List;

/**
 * A word for what somebody is.
 *
 * @param noun lower case, singular; several words allowed
 * @param title whether it may stand before a name
 */
public record Role(String noun, List<String> sectors, boolean title) {
  public Role {
    sectors = List.copyOf(sectors);
  }
}
