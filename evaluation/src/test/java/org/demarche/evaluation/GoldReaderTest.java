package org.demarche.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoldReaderTest {
  private static final String RELATION =
      """
      {"id":"1","text":"Foo met Bar.","spans":[{"role":"recipient","start":8,"end":11},\
      {"role":"actor","start":0,"end":3}],"type":"CONSULT","quad":1}
      """;

  @TempDir private Path folder;

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("gold.jsonl"), content);
  }

  @Test
  void readsARelation() throws IOException {
    Path file = file("\uFEFF" + RELATION.strip() + "\r\n\n");
    assertThat(RelationScore.read(file))
        .containsExactly(
            new RelationGold(
                "1", 1, "Foo met Bar.", new CharSpan(0, 3), new CharSpan(8, 11), "CONSULT", 1));
    assertThat(RelationScore.read(file).get(0).article().parties()).hasSize(2);
  }

  @Test
  void offsetsCountCodePoints() throws IOException {
    Path file = file(RELATION.replace("Foo", "F\uD83D\uDE00o"));
    RelationGold gold = RelationScore.read(file).get(0);
    assertThat(gold.actor().of(gold.text())).isEqualTo("F\uD83D\uDE00o");
    assertThat(gold.recipient().of(gold.text())).isEqualTo("Bar");
  }

  @Test
  void readsAnEvent() throws IOException {
    Path file =
        file(
            """
            {"id":"1","text":"x","date":"2000-01-01","type":"AID","more":{},\
            "actors":[{"text":"a","code":null,"sector":null}],"recipients":[]}
            """);
    EventGold gold = EventScore.read(file).get(0);
    assertThat(gold.published()).contains(LocalDate.of(2000, 1, 1));
    assertThat(gold.actors()).containsExactly(new EventGold.Side("a", ""));
    assertThat(gold.article().published()).contains(LocalDate.of(2000, 1, 1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'end':11 | 'end':13 | span 8..13 does not lie in the text",
        "'end':11 | 'end':8 | span 8..8 does not lie in the text",
        "'start':0 | 'start':-1 | span -1..3 does not lie in the text",
        "'start':0 | 'start':0.5 | start is not a whole number",
        "'start':0 | 'start':99999999999 | start is not a whole number",
        "'role':'actor' | 'role':'recipient' | two spans are the recipient",
        "'role':'actor' | 'role':'boss' | neither actor nor recipient",
        "'quad':1 | 'quad':5 | quad is 5, not 1 to 4",
        "'quad':1 | 'quad':'1' | quad is not a whole number",
        "'CONSULT' | null | has no type",
        "'CONSULT' | ['CONSULT'] | type is not a string",
        "'text' | 'txet' | has no text",
        "'id':'1' | 'id':' ' | has no id",
        "'quad':1} | 'quad':1 | is not JSON",
        "'quad':1} | 'quad':1}} | is not JSON",
        "'quad':1 | 'quad':1,'quad':2 | Duplicate",
      })
  void namesTheLineOfARelationThatIsWrong(String good, String bad, String message)
      throws IOException {
    String wrong = RELATION.replace(good.replace('\'', '"'), bad.replace('\'', '"'));
    assertThat(wrong).isNotEqualTo(RELATION);
    Path file = file(RELATION.replace("\"1\"", "\"0\"") + "\n" + wrong);
    assertThatThrownBy(() -> RelationScore.read(file))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining("gold.jsonl:3: ")
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoGoldFile() throws IOException {
    assertThatThrownBy(() -> RelationScore.read(folder))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining("is a folder");
    assertThatThrownBy(() -> RelationScore.read(folder.resolve("nothing")))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining("no such file");
    assertWrong("\n \n", "holds no record");
    assertWrong("[1]", ":1: is not a JSON object");
    assertWrong("null", ":1: is not a JSON object");
    assertWrong(RELATION + RELATION, ":2: id 1 stands on line 1 too");
    assertWrong("{\"a\":" + "[".repeat(5000), ":1: is not JSON");
    assertWrong("x".repeat(2_000_000), ":1: is longer than");
    Path latin = folder.resolve("latin.jsonl");
    Files.write(latin, "{\"id\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> RelationScore.read(latin))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining("latin.jsonl:1: is not UTF-8");
  }

  private void assertWrong(String content, String message) throws IOException {
    Path file = file(content);
    assertThatThrownBy(() -> RelationScore.read(file))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesAnEventWithoutADay() throws IOException {
    Path file =
        file(
            "{\"id\":\"1\",\"text\":\"x\",\"type\":\"AID\",\"date\":\"2000-02-31\",\"actors\":[],"
                + "\"recipients\":[]}");
    assertThatThrownBy(() -> EventScore.read(file))
        .isInstanceOf(GoldException.class)
        .hasMessageContaining(":1: date is not a day");
  }
}
