package lathe.views.walk;

import java.nio.file.Path;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.SearchSettings;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Place;
import lathe.views.frame.TestWindow;

/// A process with a window in which somebody chooses, trains and is then interrupted for good.
final class WindowToBeKilled {

    static final String READY = "two models are finished";

    private WindowToBeKilled() {}

    /// @param args folder for preferences and projects, file of data
    public static void main(String[] args) throws InterruptedException {
        Walker walker = new Walker(Path.of(args[0]));
        TestWindow window = walker.window();
        window.answer(Path.of(args[1]));
        window.click("choose-file");
        walker.awaitPlace(Place.DATA);
        walker.pick("target", "churned");
        OpenProject project = walker.project();
        TestWindow.onWindow(() -> {
            project.change("choose", settings -> settings
                    .withSearch(SearchSettings.DEFAULTS.withBudgetSeconds(600).withThreads(1))
                    .withColumn("region", ColumnChoice.DROPPED));
            project.running().start();
            return true;
        });
        window.await("two models", () -> project.running().state().scored().size() >= 2);
        System.out.println(READY);
        Thread.sleep(120_000);
        System.exit(3);   // nobody came; never a process left behind
    }
}
