package org.demarche.coder.dictionary;

import java.util.Locale;
import java.util.Map;

/** The past tense of English verbs, for the examples of imported rules. */
final class Pasts {
  private static final Map<String, String> IRREGULAR =
      Map.ofEntries(
          Map.entry("become", "became"),
          Map.entry("begin", "began"),
          Map.entry("break", "broke"),
          Map.entry("bring", "brought"),
          Map.entry("buy", "bought"),
          Map.entry("come", "came"),
          Map.entry("cut", "cut"),
          Map.entry("deal", "dealt"),
          Map.entry("do", "did"),
          Map.entry("draw", "drew"),
          Map.entry("fall", "fell"),
          Map.entry("fight", "fought"),
          Map.entry("find", "found"),
          Map.entry("flee", "fled"),
          Map.entry("fly", "flew"),
          Map.entry("forbid", "forbade"),
          Map.entry("give", "gave"),
          Map.entry("go", "went"),
          Map.entry("hit", "hit"),
          Map.entry("hold", "held"),
          Map.entry("keep", "kept"),
          Map.entry("lay", "laid"),
          Map.entry("lead", "led"),
          Map.entry("leave", "left"),
          Map.entry("lend", "lent"),
          Map.entry("let", "let"),
          Map.entry("lose", "lost"),
          Map.entry("make", "made"),
          Map.entry("meet", "met"),
          Map.entry("pay", "paid"),
          Map.entry("put", "put"),
          Map.entry("say", "said"),
          Map.entry("see", "saw"),
          Map.entry("seek", "sought"),
          Map.entry("sell", "sold"),
          Map.entry("send", "sent"),
          Map.entry("set", "set"),
          Map.entry("shoot", "shot"),
          Map.entry("speak", "spoke"),
          Map.entry("spend", "spent"),
          Map.entry("strike", "struck"),
          Map.entry("swear", "swore"),
          Map.entry("take", "took"),
          Map.entry("tell", "told"),
          Map.entry("throw", "threw"),
          Map.entry("win", "won"),
          Map.entry("withdraw", "withdrew"),
          Map.entry("write", "wrote"));

  private Pasts() {}

  /**
   * The past tense.
   *
   * @param verb in lower case; of several words the first is the verb
   * @param forms the forms that the dictionary lists, empty if none
   */
  static String of(String verb, String forms) {
    int space = verb.indexOf(' ');
    String first = space < 0 ? verb : verb.substring(0, space);
    String rest = space < 0 ? "" : verb.substring(space);
    if (rest.isEmpty()) {
      for (String form : forms.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
        if (form.endsWith("ed")) {
          return form;
        }
      }
    }
    return IRREGULAR.getOrDefault(first, regular(first)) + rest;
  }

  private static String regular(String verb) {
    if (verb.endsWith("e")) {
      return verb + "d";
    }
    if (verb.matches(".*[^aeiou]y")) {
      return verb.substring(0, verb.length() - 1) + "ied";
    }
    boolean doubles = verb.matches("[^aeiou]*[aeiou][bdgmnprt]");
    return verb + (doubles ? verb.substring(verb.length() - 1) : "") + "ed";
  }
}
