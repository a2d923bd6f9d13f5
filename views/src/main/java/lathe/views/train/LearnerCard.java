package lathe.views.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import lathe.engine.builtin.Learners;
import lathe.engine.flow.RunForecast;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Learner.Preparation;
import lathe.scoring.Task;
import lathe.views.parts.Parts;
import lathe.views.text.Terms;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// Which kinds of models may be tried. All of them, unless one is unticked.
final class LearnerCard extends VBox {

    private static final List<String> CLASSES_ONLY = List.of("logistic");
    private static final List<String> NUMBERS_ONLY = List.of("ridge", "elastic_net");

    private final Texts texts;
    private final Terms terms;
    private final Map<String, CheckBox> ticks = new LinkedHashMap<>();
    private final FlowPane shown = new FlowPane(24, 10);
    private final Label others = Parts.styled(Parts.muted(""), "small");
    private @Nullable Task task;

    LearnerCard(SetupViewModel model, Texts texts) {
        this.texts = texts;
        this.terms = Terms.of(texts.locale());
        for (Learner learner : Learners.ALL) {
            if (learner.preparation() != Preparation.NONE) {
                CheckBox tick = Parts.named("train-learner-" + learner.id(), new CheckBox(terms.learner(learner.id())));
                tick.setTooltip(new Tooltip(about(learner.id())));
                tick.setOnAction(event -> model.learner(learner.id(), tick.isSelected()));
                tick.setMinWidth(Region.USE_PREF_SIZE);
                ticks.put(learner.id(), tick);
            }
        }
        others.setVisible(false);
        others.setManaged(false);
        Parts.styled(this, "card");
        setSpacing(12);
        getChildren().addAll(Parts.styled(new Label(texts.get("card.learners")), "card-title"), shown, others);
    }

    private String about(String id) {
        String about = terms.aboutLearner(id);
        if (about.isEmpty()) {
            return texts.get("learners.plugin");
        }
        return Learners.isUsual(id) ? about : about + " " + texts.get("learners.offered");
    }

    void show(SetupState state) {
        ticks.forEach((id, tick) -> tick.setSelected(state.tries(id)));
        state.forecast().map(RunForecast::task).ifPresent(this::sort);
        if (shown.getChildren().isEmpty()) {
            shown.getChildren().setAll(ticks.values());
        }
    }

    private void sort(Task now) {
        if (now == task) {
            return;
        }
        task = now;
        List<String> unfit = now.isClassification() ? NUMBERS_ONLY : CLASSES_ONLY;
        List<CheckBox> fitting = new ArrayList<>();
        ticks.forEach((id, tick) -> {
            if (!unfit.contains(id)) {
                fitting.add(tick);
            }
        });
        shown.getChildren().setAll(fitting);
        others.setVisible(true);
        others.setManaged(true);
        others.setText(texts.get(now.isClassification() ? "learners.numbers-only" : "learners.classes-only",
                String.join(", ", unfit.stream().map(terms::learner).toList()), unfit.size()));
    }
}
