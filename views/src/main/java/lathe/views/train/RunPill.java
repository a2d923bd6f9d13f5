package lathe.views.train;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import lathe.views.desk.Place;
import lathe.views.parts.Parts;
import lathe.views.run.RunState;
import lathe.views.run.Running;
import lathe.views.text.Texts;

/// Says on every screen that a run goes on, and leads to it. Lives as long as the project.
public final class RunPill extends HBox {

    private final Texts texts;
    private final Running running;
    private final Button pill;

    public RunPill(Running running, Locale locale, Consumer<Place> goTo) {
        this.texts = Texts.of(RunPill.class, locale);
        this.running = running;
        pill = Parts.named("run-pill", Parts.styled(Parts.button("", () -> goTo.accept(Place.TRAIN)), "pill", "tone-accent",
                "run-pill"));
        getChildren().add(pill);
        setAlignment(Pos.CENTER_LEFT);
        var _ = Subscription.combine(running.underWayProperty().subscribe(each -> show()),
                running.secondsLeftProperty().subscribe(each -> show()), running.stateProperty().subscribe(each -> show()));
    }

    private void show() {
        boolean underWay = running.underWayProperty().get();
        setVisible(underWay);
        setManaged(underWay);
        RunState state = running.state();
        int most = state.began().map(start -> start.spec().search().trialLimit()).orElse(0);
        double left = running.secondsLeftProperty().get();
        String how = most > 0 && left > 7200 ? texts.get("ring.of", state.ended(), most)
                : texts.numbers().clock(Duration.ofSeconds(Math.round(left)));
        pill.setText(texts.get(state.phase() == RunState.Phase.FINISHING ? "pill.finishing" : "pill", how));
    }
}
