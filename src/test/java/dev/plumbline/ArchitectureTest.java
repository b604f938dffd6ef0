package dev.plumbline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The package map of the README: dependencies point one way. */
@AnalyzeClasses(packages = "dev.plumbline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NOBODY_KNOWS_THE_COMMAND_LINE = noClasses()
            .that()
            .resideOutsideOfPackage("dev.plumbline.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("dev.plumbline.cli..");

    @ArchTest
    static final ArchRule JUDGING_AND_COACHING_PRINT_NOTHING = noClasses()
            .that()
            .resideInAnyPackage("dev.plumbline.grading..", "dev.plumbline.coaching..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.terminal..",
                    "dev.plumbline.report..",
                    "dev.plumbline.authoring..",
                    "dev.plumbline.cohort..",
                    "dev.plumbline.stand..",
                    "dev.plumbline.bench..",
                    "dev.plumbline.workbench..");

    @ArchTest
    static final ArchRule THE_FOUNDATIONS_KNOW_NOBODY_ABOVE = noClasses()
            .that()
            .resideInAnyPackage(
                    "dev.plumbline.terraform..",
                    "dev.plumbline.cloud..",
                    "dev.plumbline.workspace..",
                    "dev.plumbline.lab..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumbline.grading..",
                    "dev.plumbline.coaching..",
                    "dev.plumbline.terminal..",
                    "dev.plumbline.report..",
                    "dev.plumbline.authoring..",
                    "dev.plumbline.cohort..",
                    "dev.plumbline.stand..",
                    "dev.plumbline.bench..",
                    "dev.plumbline.workbench..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_NO_LAB = standsAlone("dev.plumbline.engine..");

    @ArchTest
    static final ArchRule THE_SANDBOX_KNOWS_NO_LAB = standsAlone("dev.plumbline.sandbox..");

    @ArchTest
    static final ArchRule TEXT_STANDS_ALONE = standsAlone("dev.plumbline.text..");

    @ArchTest
    static final ArchRule JLINE_IS_THE_TERMINALS =
            ownedBy("org.jline..", "dev.plumbline.terminal..", "dev.plumbline.text..");

    @ArchTest
    static final ArchRule PICOCLI_IS_THE_COMMAND_LINES = ownedBy("picocli..", "dev.plumbline.cli..");

    @ArchTest
    static final ArchRule MVSTORE_IS_THE_SANDBOXES_STORE = ownedBy("org.h2..", "dev.plumbline.sandbox.store..");

    @ArchTest
    static final ArchRule THE_AWS_SDK_IS_THE_CLOUDS = ownedBy("software.amazon..", "dev.plumbline.cloud..");

    @ArchTest
    static final ArchRule THE_YAML_PARSER_IS_THE_LABS =
            ownedBy("org.yaml..", "dev.plumbline.lab..", "dev.plumbline.text..");

    private static ArchRule ownedBy(String library, String... owners) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(owners)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library);
    }

    /** It may use itself and the JDK and libraries, and of this program nothing else. */
    private static ArchRule standsAlone(String owner) {
        return com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
                .that()
                .resideInAPackage(owner)
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage(owner)
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                "dev.plumbline..")));
    }
}
