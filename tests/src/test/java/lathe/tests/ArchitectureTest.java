package lathe.tests;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;

/// The rules of the house. Each names the way out in its reason.
@AnalyzeClasses(packages = "lathe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static void theRulesSeeTheWholeHouse(JavaClasses all) {
        for (String room : List.of("lathe.scoring", "lathe.engine.learn", "lathe.app", "lathe.samples")) {
            assertTrue(all.containPackage(room), room + " must be among the classes judged");
        }
    }

    @ArchTest
    static void scoringNeedsNothingButJson(JavaClasses all) {
        classes().that().resideInAPackage("lathe.scoring..")
                .should().onlyDependOnClassesThat().resideInAnyPackage("lathe.scoring..", "java..",
                        "tools.jackson..", "com.fasterxml.jackson.annotation..", "org.jspecify.annotations..")
                .because("engineers embed scoring; training code, adapters and native libraries stay in the engine")
                .check(all);
    }

    @ArchTest
    static void roomsUseOnlyLowerLayers(JavaClasses all) {
        classes().that().resideInAPackage("lathe.engine..").should(Rooms.useOnlyWhatLiesBelow())
                .because("dependencies go one way; move the shared type down or hand it in from the flow")
                .check(all);
    }

    @ArchTest
    static void everyRoomHasALayer(JavaClasses all) {
        classes().that().resideInAPackage("lathe.engine..").should(Rooms.haveAPlace())
                .because("a new room needs a decision on what it may use; write it into Rooms").check(all);
    }

    @ArchTest
    static void roomsAreFreeOfCycles(JavaClasses all) {
        slices().matching("lathe.engine.(*)..").should().beFreeOfCycles().check(all);
    }

    @ArchTest
    static void adaptersDoNotSeeEachOther(JavaClasses all) {
        slices().matching("lathe.engine.adapter.(*)..").should().notDependOnEachOther()
                .because("an adapter can be taken out alone").check(all);
    }

    @ArchTest
    static void engineKnowsNoFrontDoor(JavaClasses all) {
        noClasses().that().resideInAnyPackage("lathe.engine..", "lathe.scoring..")
                .should().dependOnClassesThat().resideInAnyPackage("lathe.app..", "lathe.views..", "lathe.samples..")
                .because("desktop, command line and samples stand on the engine, not beside it").check(all);
    }

    @ArchTest
    static void smileStaysInItsAdapter(JavaClasses all) {
        onlyIn("lathe.engine.adapter.smile..", "smile..").check(all);
    }

    @ArchTest
    static void onnxStaysInItsAdapter(JavaClasses all) {
        onlyIn("lathe.engine.adapter.onnx..", "ai.onnxruntime..", "ai.onnx..", "org.tribuo..").check(all);
    }

    @ArchTest
    static void duckDbStaysInItsAdapter(JavaClasses all) {
        onlyIn("lathe.engine.adapter.duckdb..", "org.duckdb..").check(all);
    }

    @ArchTest
    static void h2StaysInItsAdapter(JavaClasses all) {
        onlyIn("lathe.engine.adapter.h2..", "org.h2..", "org.flywaydb..").check(all);
    }

    @ArchTest
    static void excelStaysInItsAdapter(JavaClasses all) {
        noClasses().that().resideOutsideOfPackages("lathe.engine.adapter.excel..", "lathe.samples..")
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.poi..", "com.github.pjfanning..")
                .because("one outside library belongs to one adapter; the samples' generator writes a workbook itself")
                .check(all);
    }

    @ArchTest
    static void databasesAreSpokenToByTheirAdapters(JavaClasses all) {
        noClasses().that().resideOutsideOfPackages("lathe.engine.adapter.duckdb..", "lathe.engine.adapter.h2..", "lathe.engine.adapter.jdbc..")
                .should().dependOnClassesThat().resideInAnyPackage("java.sql..", "javax.sql..")
                .because("only there identifiers are quoted and values bound by one function").check(all);
    }

    @ArchTest
    static void javaFxStaysInFrontOfTheHouse(JavaClasses all) {
        noClasses().that().resideOutsideOfPackages("lathe.views..", "lathe.app..")
                .should().dependOnClassesThat().resideInAPackage("javafx..")
                .because("the engine runs headless and in workers").check(all);
    }

    @ArchTest
    static void nothingIsStoredByJavaSerialization(JavaClasses all) {
        noClasses().should().dependOnClassesThat()
                .haveNameMatching("java\\.io\\.(ObjectInputStream|ObjectOutputStream|Externalizable)")
                .because("a hostile file must not name classes; forms are stored as JSON and tensors").check(all);
    }

    @ArchTest
    static void onlyProgramsEndTheProcess(JavaClasses all) {
        noClasses().that(not(resideInAPackage("lathe.app.."))).and(not(ARE_PROGRAMS))
                .should().callMethod(System.class, "exit", int.class)
                .orShould().callMethod(Runtime.class, "halt", int.class)
                .because("a library that ends the process takes the user's work with it; throw a ProblemException")
                .check(all);
    }

    @ArchTest
    static void randomnessComesFromASeed(JavaClasses all) {
        noClasses().should().callMethod(Math.class, "random")
                .orShould().dependOnClassesThat().areAssignableTo(ThreadLocalRandom.class)
                .because("equal seed, data and settings give equal results; take a Seed and a child of it").check(all);
    }

    @ArchTest
    static void namesSayWhatAThingIs(JavaClasses all) {
        noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common)")
                .orShould().resideInAnyPackage("..util..", "..common..", "..misc..", "..helper..")
                .because("such a name says nothing and gathers everything").check(all);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses all) {
        classes().that(resideInAnyPackage("lathe..")).should(LIVE_IN_A_NULL_MARKED_PACKAGE)
                .because("without it NullAway looks away; add a package-info.java that says what the package is for")
                .check(all);
    }

    private static final DescribedPredicate<JavaClass> ARE_PROGRAMS =
            DescribedPredicate.describe("are programs",
                    type -> type.tryGetMethod("main", String[].class).isPresent());

    private static final ArchCondition<JavaClass> LIVE_IN_A_NULL_MARKED_PACKAGE =
            new ArchCondition<>("live in a @NullMarked package") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                        events.add(SimpleConditionEvent.violated(type,
                                type.getPackageName() + " has no @NullMarked package-info"));
                    }
                }
            };

    private static ArchRule onlyIn(String adapter, String... library) {
        return noClasses().that().resideOutsideOfPackage(adapter)
                .should().dependOnClassesThat().resideInAnyPackage(library)
                .because("one outside library belongs to one adapter, which turns its results into our own types");
    }
}
