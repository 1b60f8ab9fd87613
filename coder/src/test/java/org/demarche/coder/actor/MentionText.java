package org.demarche.coder.actor;

import java.util.stream.Collectors;

/** Resolutions as golden tables write them. */
final class MentionText {
  private MentionText() {}

  /**
   * {@code RUS/GOV}, {@code KAZ & UZB}, {@code ~/PRO} without a code, {@code ~} a bare name, {@code
   * Ambiguous AAA, BBB} in alphabetical order, {@code Unknown}.
   */
  static String of(Resolution resolution) {
    return resolution.fold(
        r -> r.parties().stream().map(MentionText::of).collect(Collectors.joining(" & ")),
        a ->
            "Ambiguous "
                + a.candidates().stream()
                    .map(MentionText::of)
                    .sorted()
                    .collect(Collectors.joining(", ")),
        u -> "Unknown");
  }

  private static String of(Party party) {
    String code = party.code().isEmpty() ? "~" : party.code();
    return party.sectors().isEmpty() ? code : code + "/" + String.join("+", party.sectors());
  }
}
