package lathe.views.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.prepare.StepParameter;
import lathe.engine.prepare.StepWish;
import lathe.views.parts.Parts;
import lathe.views.parts.Titles;
import org.jspecify.annotations.Nullable;

/// What may be set about the step of a column: a field for each parameter the step declares.
final class StepFields extends VBox {

    private final PlanWords words;
    private final StepSetting setting;
    private final Map<String, TextField> fields = new HashMap<>();
    private final Map<String, ComboBox<String>> boxes = new HashMap<>();
    private final Map<String, Label> sentences = new HashMap<>();
    private @Nullable ColumnPlan shown;
    private boolean filling;
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
            boxes.clear();
            getChildren().setAll(parameters.stream().map(each -> field(wish.step(), each)).toList());
        }
        parameters.forEach(each -> fill(wish, each));
    }

    private VBox field(String step, StepParameter parameter) {
        Label label = Parts.styled(Parts.text(words.terms.stepParameter(step, parameter)), "strong");
        Label sentence = Parts.named("card-set-" + parameter.name() + "-about", Parts.text(""));
        sentences.put(parameter.name(), sentence);
        Control control = parameter.kind() == StepParameter.Kind.COUNTRY ? country(parameter) : text(parameter);
        label.setLabelFor(control);
        return new VBox(4, label, control, sentence);
    }

    private ComboBox<String> country(StepParameter parameter) {
        ComboBox<String> box = Parts.named("card-set-" + parameter.name(), new ComboBox<>());
        box.setConverter(new Titles<>(words::country));
        box.getItems().setAll(parameter.choices().stream().sorted(words.byCountry()).toList());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().subscribe(code -> {
            if (code != null && !filling && box.equals(boxes.get(parameter.name()))) {
                commit(parameter, code);
            }
        });
        boxes.put(parameter.name(), box);
        return box;
    }

    private TextField text(StepParameter parameter) {
        TextField field = Parts.named("card-set-" + parameter.name(), new TextField());
        field.setPromptText(parameter.usual().isEmpty() ? words.texts.get("set.by-itself") : words.usual(parameter));
        field.setOnAction(event -> commit(parameter, field));
        field.focusedProperty().addListener((property, was, now) -> {
            if (was) {
                commit(parameter, field);
            }
        });
        fields.put(parameter.name(), field);
        return field;
    }

    private void fill(StepWish wish, StepParameter parameter) {
        TextField field = fields.get(parameter.name());
        String now = wish.values().getOrDefault(parameter.name(), "");
        if (field != null && !field.getText().equals(now)) {
            field.setText(now);
        }
        ComboBox<String> box = boxes.get(parameter.name());
        if (box != null) {
            filling = true;
            box.setValue(now.isEmpty() ? parameter.usual() : now);
            filling = false;
        }
        say(parameter, wish.step(), "");
    }

    private void commit(StepParameter parameter, TextField field) {
        if (field.equals(fields.get(parameter.name()))) {
            commit(parameter, parameter.kind() == StepParameter.Kind.NUMBER ? field.getText().strip().replace(',', '.') : field.getText().strip());
        }
    }

    private void commit(StepParameter parameter, String text) {
        ColumnPlan plan = shown;
        if (plan == null) {
            return;
        }
        StepWish wish = StepWish.parse(plan.step());
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
