package org.demarche.desk.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NarrowingTest {
  @Test
  void valuesAreQuotedWhereTheyMustBe() {
    assertThat(Narrowing.condition("actor", "KAZ")).isEqualTo("actor:KAZ");
    assertThat(Narrowing.condition("source", "North Wire")).isEqualTo("source:\"North Wire\"");
    assertThat(Narrowing.condition("source", "a\"b c")).isEqualTo("source:\"ab c\"");
    assertThat(Narrowing.condition("date", "2024-05-06..2024-05-12"))
        .isEqualTo("date:2024-05-06..2024-05-12");
  }

  @Test
  void alternativesAreBracketed() {
    assertThat(Narrowing.narrowed("", "type:AID")).isEqualTo("type:AID");
    assertThat(Narrowing.narrowed(" grain ", "type:AID")).isEqualTo("grain type:AID");
    assertThat(Narrowing.narrowed("grain OR oil", "type:AID")).isEqualTo("(grain OR oil) type:AID");
    assertThat(Narrowing.narrowed("(grain OR oil) rail", "type:AID"))
        .isEqualTo("(grain OR oil) rail type:AID");
    assertThat(Narrowing.narrowed("\"grain OR oil\"", "type:AID"))
        .isEqualTo("\"grain OR oil\" type:AID");
  }

  @Test
  void onlyWhatMustHoldIsTakenAway() {
    assertThat(Narrowing.without("grain type:AID date:2024", "type:AID"))
        .isEqualTo("grain date:2024");
    assertThat(Narrowing.without("source:\"North Wire\" rail", "source:\"North Wire\""))
        .isEqualTo("rail");
    assertThat(Narrowing.has("type:AID OR rail", "type:AID")).isFalse();
    assertThat(Narrowing.has("(rail type:AID oil)", "type:AID")).isFalse();
    assertThat(Narrowing.has("- type:AID", "type:AID")).isFalse();
    assertThat(Narrowing.has("-type:AID", "type:AID")).isFalse();
    assertThat(Narrowing.has("\"say type:AID now\"", "type:AID")).isFalse();
    assertThat(Narrowing.has("type:AID,SANCTION", "type:AID")).isFalse();
    assertThat(Narrowing.has("(grain OR oil) type:AID", "type:AID")).isTrue();
  }
}
