package lathe.views.train;

import java.util.function.DoubleSupplier;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import lathe.views.desk.Desk;
import lathe.views.desk.OpenProject;
import lathe.views.desk.Screen;
import lathe.views.run.RunState;
import lathe.views.run.Running;
import lathe.views.text.Texts;

/// Set-up of a run, or the run. The run belongs to the project and goes on when this screen is left.
public final class TrainScreen implements Screen {

    private final StackPane content = new StackPane();
    private final ReadOnlyStringWrapper blocker = new ReadOnlyStringWrapper("");
    private final Running running;
    private final Texts texts;
    private final SetupViewModel model;
    private final SetupPage setup;
    private final LivePage live;
    private final MoreTime last;
    private final MoreTime more;
    private final Subscription subscription;

    public TrainScreen(Desk desk, OpenProject project) {
        texts = Texts.of(TrainScreen.class, desk.locale());
        running = project.running();
        model = new SetupViewModel(project, desk.work(), texts);
        DoubleSupplier budget = () -> project.settings().search().budgetSeconds();
        last = new MoreTime(running, texts, budget, false).following();
        more = new MoreTime(running, texts, budget, true).following();
        setup = new SetupPage(model, texts, last, desk.goTo());
        live = new LivePage(running, desk, texts, more, this::setUpAgain);
        subscription = Subscription.combine(running.underWayProperty().subscribe(this::turn),
                running.latestRunProperty().subscribe(run -> tellWayOn()));
    }

    private void tellWayOn() {
        boolean trained = running.latestRunProperty().get() != null;
        blocker.set(trained ? "" : texts.get(running.underWayProperty().get() ? "blocker-under-way" : "blocker"));
    }

    private void setUpAgain() {
        content.getChildren().setAll(setup);
    }

    private void turn(boolean underWay) {
        boolean showsRun = underWay || running.state().phase() != RunState.Phase.NONE;
        content.getChildren().setAll(showsRun ? live : setup);
        tellWayOn();
    }

    @Override
    public Parent content() {
        return content;
    }

    @Override
    public ReadOnlyStringProperty blocker() {
        return blocker.getReadOnlyProperty();
    }

    @Override
    public void close() {
        subscription.unsubscribe();
        setup.close();
        live.close();
        last.close();
        more.close();
        model.close();
    }
}
