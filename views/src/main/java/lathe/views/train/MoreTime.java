package lathe.views.train;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.SearchSettings;
import lathe.views.parts.Parts;
import lathe.views.run.Running;
import lathe.views.run.SpeedLine;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// Lets the last run go on: what that would bring, and a button, with other lengths of time in its menu. Not shown where there is nothing to go on with.
final class MoreTime extends VBox {

    private static final double USUAL_SECONDS = 600;
    private static final List<Double> LENGTHS = List.of(60.0, 300.0, 600.0, 1800.0, 3600.0);

    private final Running running;
    private final Texts texts;
    private final LiveWords live;
    private final SetupWords words;
    private final DoubleSupplier budget;
    private final boolean afterwards;
    private final Label about = Parts.text("");
    private final Label gain = Parts.text("");
    private final SpeedLine speed;
    private final VBox sentences;
    private final SplitMenuButton add;
    private double length = USUAL_SECONDS;
    private Subscription subscription = Subscription.EMPTY;

    /// @param budget     seconds chosen for a run of the project
    /// @param afterwards whether it stands beside the result of the run, so that nothing need be said about that
    MoreTime(Running running, Texts texts, DoubleSupplier budget, boolean afterwards) {
        super(Parts.GAP);
        this.running = running;
        this.texts = texts;
        this.live = new LiveWords(texts);
        this.words = new SetupWords(texts);
        this.speed = new SpeedLine(texts.locale());
        this.sentences = Parts.styled(new VBox(6, about, speed, gain), "in-words");
        this.budget = budget;
        this.afterwards = afterwards;
        String where = afterwards ? "train-more" : "train-last";
        add = Parts.named(where + "-add", new SplitMenuButton());
        add.setOnAction(event -> running.resume(length));
        add.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(add);
        row.setAlignment(Pos.CENTER_LEFT);
        Parts.named(where, this);
        if (!afterwards) {
            Parts.styled(this, "card");
            setSpacing(12);
            getChildren().add(Parts.styled(new Label(texts.get("card.last")), "card-title"));
        }
        getChildren().addAll(sentences, row);
        show(null);
    }

    /// From now on it follows the runs of the project.
    MoreTime following() {
        subscription = Subscription.combine(running.resumableProperty().subscribe(this::show),
                running.runsProperty().subscribe(runs -> show(running.resumableProperty().get())));
        return this;
    }

    private void show(@Nullable RunRecord run) {
        setVisible(run != null);
        setManaged(run != null);
        if (run == null) {
            return;
        }
        say(about, afterwards ? "" : about(run));
        speed.show(afterwards ? null : run);   // beside its result the notes of the run say it
        say(gain, live.gain(run, words));
        boolean something = about.isManaged() || gain.isManaged();
        sentences.setVisible(something);
        sentences.setManaged(something);
        length = usual();
        add.setText(texts.get("more.add", words.duration(length)));
        add.getItems().setAll(LENGTHS.stream().filter(each -> each != length).map(this::item).toList());
    }

    private MenuItem item(double seconds) {
        MenuItem item = new MenuItem(texts.get("more.add", words.duration(seconds)));
        item.setOnAction(event -> running.resume(seconds));
        return item;
    }

    private static void say(Label label, String sentence) {
        label.setText(sentence);
        label.setVisible(!sentence.isEmpty());
        label.setManaged(!sentence.isEmpty());
    }

    // A time somebody chose, not the one that was there before anybody did.
    private double usual() {
        double chosen = budget.getAsDouble();
        boolean choice = chosen < SearchSettings.LONGEST && chosen != SearchSettings.DEFAULTS.budgetSeconds();
        return choice ? chosen : USUAL_SECONDS;
    }

    private String about(RunRecord run) {
        Optional<RunSummary> summary = running.runsProperty().get().stream()
                .filter(each -> each.run().spec().id().equals(run.spec().id())).findFirst();
        return texts.get(key(run.status()), summary.map(RunSummary::scored).orElse(0));
    }

    private static String key(RunStatus status) {
        return switch (status) {
            case FINISHED, STOPPED, RUNNING -> "last.ended";
            case CANCELLED -> "last.cancelled";
            case INTERRUPTED -> "last.interrupted";
            case FAILED -> "last.failed";
        };
    }

    void close() {
        subscription.unsubscribe();
    }
}
