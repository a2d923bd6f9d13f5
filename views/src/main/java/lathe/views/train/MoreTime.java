package lathe.views.train;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import javafx.util.Subscription;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.engine.track.RunRecord;
import lathe.engine.track.RunStatus;
import lathe.engine.track.SearchSettings;
import lathe.views.parts.Parts;
import lathe.views.run.Running;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// Lets the last run go on: what that would bring, and a button. Not shown where there is nothing to go on with.
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
    private final VBox sentences = Parts.styled(new VBox(6, about, gain), "in-words");
    private final Button add;
    private final ComboBox<Double> length;
    private Subscription subscription = Subscription.EMPTY;

    /// @param budget     seconds chosen for a run of the project
    /// @param afterwards whether it stands beside the result of the run, so that nothing need be said about that
    MoreTime(Running running, Texts texts, DoubleSupplier budget, boolean afterwards) {
        super(Parts.GAP);
        this.running = running;
        this.texts = texts;
        this.live = new LiveWords(texts);
        this.words = new SetupWords(texts);
        this.budget = budget;
        this.afterwards = afterwards;
        String where = afterwards ? "train-more" : "train-last";
        add = Parts.named(where + "-add", Parts.button("", this::add));
        length = Parts.named(where + "-length", new ComboBox<>());
        length.setAccessibleText(texts.get("more.length"));
        length.setConverter(new Lengths());
        length.valueProperty().subscribe(this::name);
        add.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(Parts.GAP, add, length);
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
        say(gain, live.gain(run, words));
        boolean something = about.isManaged() || gain.isManaged();
        sentences.setVisible(something);
        sentences.setManaged(something);
        double usual = usual();
        if (length.getItems().isEmpty() || !length.getItems().contains(usual)) {
            length.getItems().setAll(Stream.concat(LENGTHS.stream(), Stream.of(usual)).distinct().sorted().toList());
        }
        length.setValue(usual);
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

    private void name(@Nullable Double seconds) {
        add.setText(seconds == null ? "" : texts.get("more.add", words.duration(seconds)));
    }

    private void add() {
        Double seconds = length.getValue();
        if (seconds != null) {
            running.resume(seconds);
        }
    }

    void close() {
        subscription.unsubscribe();
    }

    private final class Lengths extends StringConverter<Double> {
        @Override
        public String toString(@Nullable Double seconds) {
            return seconds == null ? "" : words.duration(seconds);
        }

        @Override
        public Double fromString(String text) {
            throw new UnsupportedOperationException("the list is not edited, was '%s'".formatted(text));
        }
    }
}
