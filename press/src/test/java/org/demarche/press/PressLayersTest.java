package org.demarche.press;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class PressLayersTest {
  private static final String BASE = "org.demarche.press.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.demarche.press");

  @Test
  void noCycles() {
    SlicesRuleDefinition.slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyFetchAndFeedKnowTheNetwork() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE + "fetch..", BASE + "feed..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", BASE + "fetch..")
        .check(CLASSES);
  }
}
