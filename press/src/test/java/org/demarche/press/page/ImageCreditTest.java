package org.demarche.press.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageCreditTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The port of Oslo. Photo: Danube Weekly     | The port of Oslo. | Danube Weekly",
        "The port of Oslo. (Photo by A. Columnist)  | The port of Oslo. | A. Columnist",
        "The port of Oslo © Danube Weekly           | The port of Oslo  | Danube Weekly",
        "The port of Oslo. (A. Columnist/AP)        | The port of Oslo. | A. Columnist/AP",
        "Image source: © РИА Новости                | ''                | РИА Новости",
        "The port of Oslo in June.                  | The port of Oslo in June. | ''"
      })
  void parts(String printed, String caption, String credit) {
    assertThat(ImageCredit.of(printed)).isEqualTo(new ImageCredit.Parts(caption, credit));
  }
}
