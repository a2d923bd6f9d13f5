package lathe.views.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.prepare.StepParameter;
import lathe.engine.prepare.StepWish;
import lathe.views.parts.Parts;
import org.jspecify.annotations.Nullable;

/// What may be set about the step of a column: a field for each parameter the step declares.
final class StepFields extends VBox {

    private final PlanWords words;
    private final StepSetting setting;
    private final Map<String, TextField> fields = new HashMap<>();
    private final Map<String, Label> sentences = new HashMap<>();
    private @Nullable ColumnPlan shown;
    private String made = "";   // the column and the step the fields are for

    StepFields(PlanWords words, StepSetting setting) {
        super(12);
        this.words = words;
        this.setting = setting;
    }

    void show(ColumnPlan plan) {
        shown = plan;
        StepWish wish = StepWish.parse(plan.step());
        List<StepParameter> parameters = plan.use() != ColumnPlan.Use.USED ? List.of() : ColumnPreparation.parameters(wish.step()).stream()
                .filter(each -> each.kind() != StepParameter.Kind.VALUES).toList();
        setVisible(!parameters.isEmpty());
        setManaged(!parameters.isEmpty());
        String wanted = plan.name() + "\n" + wish.step() + parameters.size();
        if (!wanted.equals(made)) {
            made = wanted;
            fields.clear();
            getChildren().setAll(parameters.stream().map(each -> field(wish.step(), each)).toList());
        }
        parameters.forEach(each -> fill(wish, each));
    }

    private VBox field(String step, StepParameter parameter) {
        TextField field = Parts.named("card-set-" + parameter.name(), new TextField());
        field.setPromptText(parameter.usual().isEmpty() ? words.texts.get("set.by-itself") : words.usual(parameter));
        field.setOnAction(event -> commit(parameter, field));
        field.focusedProperty().addListener((property, was, now) -> {
            if (was) {
                commit(parameter, field);
            }
        });
        Label label = Parts.styled(Parts.text(words.terms.stepParameter(step, parameter)), "strong");
        label.setLabelFor(field);
        Label sentence = Parts.named("card-set-" + parameter.name() + "-about", Parts.text(""));
        fields.put(parameter.name(), field);
        sentences.put(parameter.name(), sentence);
        return new VBox(4, label, field, sentence);
    }

    private void fill(StepWish wish, StepParameter parameter) {
        TextField field = fields.get(parameter.name());
        String now = wish.values().getOrDefault(parameter.name(), "");
        if (field != null && !field.getText().equals(now)) {
            field.setText(now);
        }
        say(parameter, wish.step(), "");
    }

    private void commit(StepParameter parameter, TextField field) {
        ColumnPlan plan = shown;
        if (plan == null || !field.equals(fields.get(parameter.name()))) {
            return;
        }
        StepWish wish = StepWish.parse(plan.step());
        String text = parameter.kind() == StepParameter.Kind.NUMBER ? field.getText().strip().replace(',', '.') : field.getText().strip();
        if (text.equals(wish.values().getOrDefault(parameter.name(), ""))) {
            say(parameter, wish.step(), "");
            return;
        }
        if (!text.isEmpty() && parameter.problem(text).isPresent()) {
            say(parameter, wish.step(), words.rule(parameter));
            return;
        }
        String asked = made;
        setting.set(plan, wish.with(parameter.name(), text), answer -> {
            if (asked.equals(made) && stands(parameter, text)) {
                say(parameter, wish.step(), answer);
            }
        });
    }

    // An answer to what is not there any more says nothing.
    private boolean stands(StepParameter parameter, String text) {
        TextField field = fields.get(parameter.name());
        return field == null || field.getText().strip().replace(',', '.').equals(text.replace(',', '.'));
    }

    private void say(StepParameter parameter, String step, String problem) {
        Label sentence = sentences.get(parameter.name());
        if (sentence != null) {
            sentence.setText(problem.isEmpty() ? words.terms.aboutStepParameter(step, parameter) : problem);
            sentence.getStyleClass().removeAll("muted", "small", "wrong");
            sentence.getStyleClass().addAll(problem.isEmpty() ? List.of("muted", "small") : List.of("wrong"));
        }
    }
}
