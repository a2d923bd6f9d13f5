package lathe.views.train;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import lathe.engine.track.SearchSettings;
import lathe.views.chart.ProgressRing;
import lathe.views.desk.Place;
import lathe.views.parts.Parts;
import lathe.views.run.RunState;
import lathe.views.run.Running;
import lathe.views.text.Texts;

/// Ring with the time left, what is done now, and the buttons that fit.
final class LiveHeader extends HBox {

    private final Running running;
    private final Texts texts;
    private final LiveWords words;
    private final ProgressRing ring = new ProgressRing();
    private final Label title = Parts.named("live-title", Parts.styled(Parts.text(""), "screen-title"));
    private final Label subtitle = Parts.named("live-subtitle", Parts.muted(""));
    private final HBox buttons = new HBox(12);
    private final Button finish;
    private final Button cancel;
    private final Button leaderboard;
    private final Button understand;
    private final Button again;

    LiveHeader(Running running, Texts texts, LiveWords words, Consumer<Place> goTo, Runnable setUp) {
        super(20);
        this.running = running;
        this.texts = texts;
        this.words = words;
        finish = Parts.named("train-finish", Parts.primary(texts.get("finish"), running::finishNow));
        cancel = Parts.named("train-cancel", Parts.styled(Parts.button(texts.get("cancel"), running::cancel), "danger", "button-outlined"));
        leaderboard = Parts.named("train-leaderboard", Parts.primary(texts.get("go.leaderboard"), () -> goTo.accept(Place.LEADERBOARD)));
        understand = Parts.named("train-understand", Parts.button(texts.get("go.understand"), () -> goTo.accept(Place.UNDERSTAND)));
        again = Parts.named("train-again", Parts.button(texts.get("again"), setUp));
        VBox says = Parts.grow(new VBox(2, title, subtitle));
        says.setAlignment(Pos.CENTER_LEFT);
        setAlignment(Pos.CENTER_LEFT);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(USE_PREF_SIZE);
        getChildren().addAll(ring, says, buttons);
    }

    void show(RunState state) {
        boolean ending = running.endingProperty().get();
        title.setText(words.title(state));
        subtitle.setText(words.subtitle(state, ending));
        finish.setDisable(ending || state.phase() != RunState.Phase.SEARCHING);
        cancel.setDisable(ending && state.phase() != RunState.Phase.FINISHING);
        only(switch (state.phase()) {
            case NONE, FAILED, CANCELLED -> List.of(again);
            case STARTING, SEARCHING, FINISHING -> List.of(finish, cancel);
            case ENDED -> List.of(leaderboard, understand, again);
        });
        ring(state);
    }

    private void only(List<? extends Node> wanted) {
        if (!buttons.getChildren().equals(wanted)) {
            buttons.getChildren().setAll(wanted);
            wanted.getFirst().requestFocus();
        }
    }

    private void ring(RunState state) {
        boolean over = !state.phase().isUnderWay();
        ring.setVisible(!over);
        ring.setManaged(!over);
        SearchSettings search = state.began().map(start -> start.spec().search()).orElse(SearchSettings.DEFAULTS);
        if (state.began().isPresent() && search.budgetSeconds() >= SearchSettings.LONGEST && search.trialLimit() > 0) {
            ring.set((double) state.ended() / search.trialLimit(), texts.get("ring.of", state.ended(), search.trialLimit()));
            return;
        }
        double left = running.secondsLeftProperty().get();
        String time = texts.numbers().clock(Duration.ofSeconds(Math.round(left)));
        ring.set(state.began().isEmpty() ? 0 : 1 - left / search.budgetSeconds(), time);
    }
}
