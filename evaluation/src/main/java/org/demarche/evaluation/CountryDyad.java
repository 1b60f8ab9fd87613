package org.demarche.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.demarche.coder.event.Event;
import org.demarche.coder.event.Participant;

/**
 * Who did something to whom, in countries.
 *
 * @param type event type, empty where types are not compared
 * @param actor empty where there is none
 * @param recipient empty where there is none
 */
public record CountryDyad(String type, String actor, String recipient) {

  /**
   * The dyads of a gold record: every actor with every recipient. Without recipients two actors or
   * more act on each other, each on every other; one actor acts on nobody.
   */
  static Set<CountryDyad> of(EventGold gold) {
    List<String> actors = gold.actors().stream().map(s -> Countries.ofGold(s.code())).toList();
    List<String> recipients =
        gold.recipients().stream().map(s -> Countries.ofGold(s.code())).toList();
    Set<CountryDyad> dyads = new LinkedHashSet<>();
    if (recipients.isEmpty() && actors.size() > 1) {
      for (int i = 0; i < actors.size(); i++) {
        for (int j = 0; j < actors.size(); j++) {
          if (i != j) {
            dyads.add(new CountryDyad(gold.type(), actors.get(i), actors.get(j)));
          }
        }
      }
      return dyads;
    }
    for (String actor : actors.isEmpty() ? List.of(Countries.NOBODY) : actors) {
      for (String recipient : recipients.isEmpty() ? List.of(Countries.NOBODY) : recipients) {
        dyads.add(new CountryDyad(gold.type(), actor, recipient));
      }
    }
    return dyads;
  }

  static CountryDyad of(Event event, Countries countries) {
    return new CountryDyad(
        event.type(),
        event.actor().map(Participant::party).map(countries::of).orElse(Countries.NOBODY),
        event.recipient().map(Participant::party).map(countries::of).orElse(Countries.NOBODY));
  }

  /** The same dyad, whatever was done. */
  CountryDyad untyped() {
    return new CountryDyad("", actor, recipient);
  }

  /** The other direction. */
  CountryDyad reversed() {
    return new CountryDyad(type, /* actor= */ recipient, /* recipient= */ actor);
  }

  /** Whether it lacks a party or does not know its country. */
  boolean half() {
    return actor.equals(Countries.NOBODY) || recipient.equals(Countries.NOBODY);
  }

  /** Whether an answer fits this gold dyad; whom the gold does not know may be anybody. */
  boolean fits(CountryDyad coded) {
    return type.equals(coded.type) && fits(actor, coded.actor) && fits(recipient, coded.recipient);
  }

  private static boolean fits(String gold, String coded) {
    return gold.equals(Countries.ANYBODY) || gold.equals(coded);
  }

  /**
   * Gold and coded dyads paired one to one, as many as can be.
   *
   * @param missing gold dyads that no coded one is left for
   * @param extra coded dyads that no gold one is left for
   */
  record Pairing(Counts counts, List<CountryDyad> missing, List<CountryDyad> extra) {
    Pairing {
      missing = List.copyOf(missing);
      extra = List.copyOf(extra);
    }
  }

  static Pairing pair(Set<CountryDyad> goldSet, Set<CountryDyad> codedSet) {
    List<CountryDyad> gold = List.copyOf(goldSet);
    List<CountryDyad> coded = List.copyOf(codedSet);
    int[] holder = new int[coded.size()];
    Arrays.fill(holder, -1);
    List<CountryDyad> missing = new ArrayList<>();
    for (int g = 0; g < gold.size(); g++) {
      if (!place(g, gold, coded, holder, new boolean[coded.size()])) {
        missing.add(gold.get(g));
      }
    }
    List<CountryDyad> extra = new ArrayList<>();
    for (int c = 0; c < holder.length; c++) {
      if (holder[c] < 0) {
        extra.add(coded.get(c));
      }
    }
    return new Pairing(
        new Counts(gold.size(), coded.size(), gold.size() - missing.size()), missing, extra);
  }

  /** Finds a partner for a gold dyad, moving earlier ones on where needed. */
  private static boolean place(
      int g, List<CountryDyad> gold, List<CountryDyad> coded, int[] holder, boolean[] tried) {
    for (int c = 0; c < holder.length; c++) {
      if (!tried[c] && gold.get(g).fits(coded.get(c))) {
        tried[c] = true;
        if (holder[c] < 0 || place(holder[c], gold, coded, holder, tried)) {
          holder[c] = g;
          return true;
        }
      }
    }
    return false;
  }

  /** As the codebook writes dyads: {@code RUS -> UKR}. */
  @Override
  public String toString() {
    return (type.isEmpty() ? "" : type + " ") + side(actor) + " -> " + side(recipient);
  }

  private static String side(String country) {
    return country.isEmpty() ? "~" : country;
  }
}
