package lathe.views.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import lathe.engine.profile.Finding;
import lathe.scoring.FieldType;
import lathe.views.parts.Parts;
import lathe.views.parts.Titles;

/// Search and filters above the table of columns.
final class PlanFilterBar extends FlowPane {

    private static final String ALL = "";

    private final PlanWords words;
    private final ComboBox<String> finding = Parts.named("prepare-finding", new ComboBox<>());
    private final ComboBox<String> type = Parts.named("prepare-type", new ComboBox<>());
    private final Label count = Parts.named("prepare-count", Parts.styled(new Label(), "muted"));
    private boolean refreshing;

    PlanFilterBar(PlanWords words, PrepareViewModel model) {
        super(Parts.GAP, Parts.GAP);
        this.words = words;
        setAlignment(Pos.CENTER_LEFT);
        TextField search = Parts.named("prepare-search", new TextField());
        search.setPromptText(words.texts.get("search"));
        search.setPrefWidth(180);
        search.textProperty().subscribe(text -> model.filter(now -> now.withText(text)));
        ComboBox<PlanFilter.Kind> kind = Parts.named("prepare-kind", new ComboBox<>());
        kind.getItems().setAll(PlanFilter.Kind.values());
        kind.setValue(PlanFilter.Kind.ALL);
        kind.setConverter(new Titles<>(each -> words.texts.get("kind." + each.name().toLowerCase(Locale.ROOT))));
        kind.valueProperty().subscribe(each -> model.filter(now -> now.withKind(each)));
        type.setConverter(new Titles<>(each -> each.equals(ALL) ? words.texts.get("type.all") : words.terms.type(FieldType.valueOf(each))));
        type.valueProperty().subscribe(each -> {
            if (!refreshing && each != null) {
                model.filter(now -> now.withType(each.equals(ALL) ? null : FieldType.valueOf(each)));
            }
        });
        finding.setConverter(new Titles<>(each -> switch (each) {
            case ALL -> words.texts.get("finding.all");
            case PlanFilter.ANY_FINDING -> words.texts.get("finding.any");
            default -> words.finding(each);
        }));
        finding.valueProperty().subscribe(each -> {
            if (!refreshing && each != null) {
                model.filter(now -> now.withFinding(each));
            }
        });
        name(search, "search");
        name(type, "type");
        name(finding, "finding");
        name(kind, "kind");
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(search, type, finding, kind, count);
    }

    private void name(Control control, String key) {
        control.setAccessibleText(words.texts.get(key));
        control.setMinWidth(Region.USE_PREF_SIZE);
    }

    void show(PrepareState state, int shownRows) {
        refreshing = true;
        List<ColumnPlan> plans = state.columns();
        fill(type, Stream.of(FieldType.values()).filter(each -> plans.stream().anyMatch(plan -> plan.type() == each))
                .map(FieldType::name).toList(), state.filter().type() == null ? ALL : Objects.requireNonNull(state.filter().type()).name());
        List<String> codes = new ArrayList<>(plans.stream().flatMap(plan -> plan.findings().stream()).map(Finding::code)
                .distinct().sorted().toList());
        if (!codes.isEmpty()) {
            codes.addFirst(PlanFilter.ANY_FINDING);
        }
        fill(finding, codes, state.filter().finding());
        count.setText(words.texts.get("count", shownRows, plans.size()));
        refreshing = false;
    }

    private static void fill(ComboBox<String> box, List<String> values, String value) {
        List<String> all = new ArrayList<>(values);
        all.addFirst(ALL);
        if (!box.getItems().equals(all)) {
            box.getItems().setAll(all);
        }
        box.setValue(all.contains(value) ? value : ALL);
    }
}
