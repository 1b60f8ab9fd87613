package org.demarche.press.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.demarche.coder.text.CharSpan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageIdentifierTest {
  private static final LanguageIdentifier IDENTIFIER = LanguageIdentifier.create();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|The foreign ministers of the two neighbours met in the capital on Monday to discuss the border.",
        "ru|Министры иностранных дел двух соседних стран встретились в понедельник в столице.",
        "uk|Міністри закордонних справ двох сусідніх країн зустрілися в понеділок у столиці.",
        "be|Міністры замежных спраў дзвюх суседніх краін сустрэліся ў панядзелак у сталіцы.",
        "bg|Министрите на външните работи на двете съседни страни се срещнаха в понеделник в столицата.",
        "es|Los ministros de Asuntos Exteriores de los dos países vecinos se reunieron el lunes en la capital.",
        "pt|Os ministros dos Negócios Estrangeiros dos dois países vizinhos reuniram-se na segunda-feira na capital.",
        "fr|Les ministres des affaires étrangères des deux pays voisins se sont réunis lundi dans la capitale.",
        "de|Die Außenminister der beiden Nachbarländer trafen sich am Montag in der Hauptstadt zu Gesprächen.",
        "it|I ministri degli esteri dei due paesi vicini si sono incontrati lunedì nella capitale.",
        "tr|İki komşu ülkenin dışişleri bakanları sınırı görüşmek üzere pazartesi günü başkentte bir araya geldi.",
        "ar|اجتمع وزيرا خارجية البلدين المجاورين يوم الاثنين في العاصمة لبحث مسألة الحدود.",
        "fa|وزیران امور خارجه دو کشور همسایه روز دوشنبه در پایتخت برای گفتگو درباره مرز دیدار کردند.",
        "zh|两个邻国的外交部长星期一在首都会晤，讨论边界问题。",
        "ja|隣り合う二か国の外相は月曜日、国境問題を協議するため首都で会談した。",
        "ko|이웃한 두 나라의 외무장관이 월요일 수도에서 만나 국경 문제를 논의했다.",
        "he|שרי החוץ של שתי המדינות השכנות נפגשו ביום שני בבירה."
      })
  void languages(String language, String text) {
    assertThat(IDENTIFIER.identify(text).language()).isEqualTo(language);
  }

  @Test
  void shortBlocksFollowTheirScriptAndTheirNeighbours() {
    List<String> blocks =
        List.of(
            "Министры иностранных дел двух соседних стран встретились в понедельник в столице.",
            "Итоги встречи",
            "The foreign ministers of the two neighbours met in the capital on Monday to discuss the border.",
            "No date yet",
            "边界",
            "* * *");
    assertThat(languages(blocks)).containsExactly("ru", "ru", "en", "en", "zh", "zh");
  }

  @Test
  void nothingToReadIsUnknown() {
    assertThat(IDENTIFIER.identify("").language()).isEqualTo("und");
    assertThat(IDENTIFIER.identify("1234 — 56 %").language()).isEqualTo("und");
    assertThat(languages(List.of("…"))).containsExactly("und");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|en|Japan attacked Russia.",
        "ru|en|Министры двух стран встретились в понедельник в столице.",
        "zh|en|两国外长星期一会晤。",
        "fr|en|Les ministres des affaires étrangères des deux pays voisins se sont réunis lundi dans la capitale. Ils ont décidé de reprendre les négociations sur la frontière, suspendues depuis plus de trois ans à la demande du parlement.",
        "en|und|The ministers of the two neighbours met in the capital on Monday. They agreed to resume the talks on the border, which had been suspended for more than three years at the request of the parliament of one of them.",
        "en-GB|en-GB|The ministers of the two neighbours met in the capital on Monday. They agreed to resume the talks on the border, which had been suspended for more than three years at the request of the parliament of one of them."
      })
  void whatAnArticleIsSaidToBeInIsChecked(String language, String said, String text) {
    org.demarche.coder.text.Article article = org.demarche.coder.text.Article.of("x", text);
    org.demarche.coder.text.Article labelled =
        new org.demarche.coder.text.Article(
            "x", "", "", said, article.published(), text, article.provenance(), List.of());
    assertThat(new LanguageCheck(IDENTIFIER).checked(labelled).language()).isEqualTo(language);
  }

  private static List<String> languages(List<String> blocks) {
    List<CharSpan> spans = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (String block : blocks) {
      spans.add(new CharSpan(text.length(), text.length() + block.length()));
      text.append(block).append("\n\n");
    }
    return IDENTIFIER.identify(text.toString(), spans).stream().map(Guess::language).toList();
  }
}
