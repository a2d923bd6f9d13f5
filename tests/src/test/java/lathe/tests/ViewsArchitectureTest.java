package lathe.tests;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/// The rules of the desktop's rooms.
@AnalyzeClasses(packages = {"lathe.views", "lathe.app"}, importOptions = ImportOption.DoNotIncludeTests.class)
class ViewsArchitectureTest {

    private static final String[] SCREENS = {"lathe.views.home..", "lathe.views.brief..", "lathe.views.data..",
        "lathe.views.prepare..", "lathe.views.train..", "lathe.views.leaderboard..", "lathe.views.understand..",
        "lathe.views.handover.."};

    @ArchTest
    static void theRulesSeeEveryScreen(JavaClasses all) {
        for (String screen : List.of(SCREENS)) {
            String room = screen.substring(0, screen.length() - 2);
            assertTrue(all.containPackage(room), room + " must be among the classes judged");
        }
    }

    @ArchTest
    static void viewsStandOnTheEngineAlone(JavaClasses all) {
        noClasses().that().resideInAPackage("lathe.views..")
                .should().dependOnClassesThat().resideInAnyPackage("lathe.app..", "lathe.serving..", "lathe.cluster..",
                        "lathe.engine.adapter..", "lathe.samples..")
                .because("what a screen does, the command line does too, through the same rooms of the engine").check(all);
    }

    @ArchTest
    static void screensDoNotSeeEachOther(JavaClasses all) {
        slices().matching("lathe.views.(home|brief|data|prepare|train|leaderboard|understand|handover)..")
                .should().notDependOnEachOther()
                .because("one screen can be rebuilt alone; what two need lies in desk, run, parts or chart").check(all);
    }

    @ArchTest
    static void roomsOfTheDesktopAreFreeOfCycles(JavaClasses all) {
        slices().matching("lathe.views.(*)..").should().beFreeOfCycles().check(all);
    }

    @ArchTest
    static void onlyTheFrameKnowsTheScreens(JavaClasses all) {
        noClasses().that().resideInAnyPackage("lathe.views.desk..", "lathe.views.run..", "lathe.views.parts..",
                        "lathe.views.chart..", "lathe.views.text..", "lathe.views.theme..", "lathe.views.work..")
                .should().dependOnClassesThat().resideInAnyPackage(SCREENS)
                .orShould().dependOnClassesThat().resideInAPackage("lathe.views.frame..").check(all);
    }

    @ArchTest
    static void chartsAreDrawnInOneRoom(JavaClasses all) {
        noClasses().that().resideOutsideOfPackage("lathe.views.chart..")
                .should().dependOnClassesThat().resideInAnyPackage("org.jfree..", "javafx.scene.chart..")
                .because("one theme bridge, one export, one sentence under every chart").check(all);
    }

    @ArchTest
    static void viewModelsAndStatesHoldNoNodes(JavaClasses all) {
        noClasses().that().haveNameMatching(".*(ViewModel|State)").and().resideOutsideOfPackage("lathe.views.parts..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "atlantafx..",
                        "org.controlsfx..")
                .because("they are tested without a window").check(all);
    }

    @ArchTest
    static void nobodyWaitsOnTheWindowsThread(JavaClasses all) {
        // a job waits there for what a person types; on the window's thread it gives up at once
        noClasses().that().resideInAPackage("lathe.views..").and().doNotHaveFullyQualifiedName("lathe.views.frame.PasswordPrompt")
                .should().callMethod(CompletableFuture.class, "join")
                .orShould().callMethod(CompletableFuture.class, "get")
                .orShould().callMethod(Future.class, "get")
                .orShould().callMethod(Thread.class, "sleep", long.class)
                .because("the window must never freeze; jobs answer through Work").check(all);
    }

    @ArchTest
    static void screensImplementTheirInterface(JavaClasses all) {
        classes().that().haveSimpleNameEndingWith("Screen").and().resideInAPackage("lathe.views..").and().areNotInterfaces()
                .should().implement("lathe.views.desk.Screen").check(all);
    }
}
