package org.demarche.coder.text;

import java.util.Set;

/** English words that tell whether a full stop ends a sentence; each without its full stop. */
final class Abbreviations {
  /** A full stop after these never ends a sentence. */
  static final Set<String> TITLES =
      words(
          """
          Adm Amb Brig Capt Cdr Cmdr Col Cpl Cpt Dr Fr Ft Gen Gov Hon Lieut Lt Maj
          Messrs Mgr Mr Mrs Ms Msgr Mt Pfc Pres Prof Pvt Rep Reps Rev Sen Sens Sgt Spc
          Sr St Ste Supt vs v cf viz e.g i.e approx Gens Govs Drs Lts Atty Insp Det Rt
          Vice-Adm
          """);

  /** A full stop after these ends a sentence unless a digit follows. */
  static final Set<String> BEFORE_NUMBERS =
      words(
          """
          No no Nos nos Art art pp p Fig Sec Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct
          Nov Dec
          """);

  /** A full stop after these may end a sentence: the next word tells. */
  static final Set<String> AMBIGUOUS =
      words(
          """
          Inc Co Corp Ltd Bros Jr a.m p.m A.M P.M etc al Ph.D Dept Univ Assn Ave Blvd Rd
          Calif Fla Conn Pa Va Md Mich Minn Wis Tex Ariz Ala Ark Colo Kan Ky Mo Neb Okla
          Tenn Vt Wyo plc Tue Tues Wed Thu Thurs Fri Est Maj.-Gen Gen.-Lt
          """);

  /** Words that, capitalised, begin a sentence far sooner than they go on a name. */
  static final Set<String> STARTERS =
      words(
          """
          A About After All Although Among An And Another As Asked At Authorities
          Because Before Both But By Despite Dozens During Each Earlier Even Every Few
          Following For From Furthermore He Her Here His How However Hundreds I If In
          Instead It Its Last Later Many Meanwhile More Moreover Most My Neither Next No
          Nobody None Nor Not Nothing Now Of Officials On Once One Only Or Other Others
          Our Police Reporters She Since So Some Soon Still Such Than That The Their
          Then There These They This Those Though Thousands Three Through Thus To Today
          Tomorrow Two Under Until We What When Where Whether Which While Who Why With
          Without Witnesses Yesterday Yet You Your
          """);

  private Abbreviations() {}

  private static Set<String> words(String list) {
    return Set.of(list.trim().split("\\s+", -1));
  }
}
