package org.demarche.coder;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LayersTest {
  private static final String BASE = "org.demarche.coder.";

  /** In the order that data passes; {@code data} and {@code text} know nobody. */
  private static final List<String> ORDER =
      List.of(
          "data",
          "text",
          "syntax",
          "time",
          "actor",
          "place",
          "codebook",
          "event",
          "code",
          "dictionary");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.demarche.coder");

  @Test
  void thesePackagesAndNoOthers() {
    Set<String> packages =
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(name -> name.substring(BASE.length()))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages).containsExactlyInAnyOrderElementsOf(ORDER);
  }

  @Test
  void noArrowPointsBack() {
    for (int i = 0; i < ORDER.size(); i++) {
      String[] later =
          ORDER.subList(i + 1, ORDER.size()).stream()
              .map(name -> BASE + name + "..")
              .toArray(String[]::new);
      if (later.length > 0) {
        noClasses()
            .that()
            .resideInAPackage(BASE + ORDER.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(later)
            .check(CLASSES);
      }
    }
  }

  @Test
  void dataAndTextKnowNobody() {
    noClasses()
        .that()
        .resideInAnyPackage(BASE + "data..", BASE + "text..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            ORDER.subList(2, ORDER.size()).stream()
                .map(name -> BASE + name + "..")
                .toArray(String[]::new))
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(BASE + "text..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "data..")
        .check(CLASSES);
  }

  @Test
  void noCycles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void noDrawersForOddThings() {
    noClasses()
        .should()
        .resideInAnyPackage("..util..", "..utils..", "..common..", "..helper..", "..misc..")
        .check(CLASSES);
  }

  @Test
  void noGlobalState() {
    fields().that().areStatic().should().beFinal().check(CLASSES);
  }

  @Test
  void noNetworkAndNoDatabase() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..", "java.awt..")
        .check(CLASSES);
  }
}
