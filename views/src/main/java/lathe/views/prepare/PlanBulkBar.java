package lathe.views.prepare;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import lathe.views.parts.Parts;

/// The foot of the table: how many columns are selected, and what can be done with them together.
final class PlanBulkBar extends FlowPane {

    private final PlanWords words;
    private final Label count = Parts.named("bulk-count", Parts.styled(new Label(), "muted"));
    private final MenuButton set = Parts.named("bulk-set", new MenuButton());
    private final List<Node> together;
    private final Button all;

    PlanBulkBar(PlanWords words, PrepareViewModel model, Runnable selectAll) {
        super(Parts.GAP, Parts.GAP);
        this.words = words;
        Parts.named("prepare-bulk", Parts.styled(this, "bulk-bar"));
        setAlignment(Pos.CENTER_LEFT);
        set.setText(words.texts.get("bulk.set"));
        set.setMinWidth(Region.USE_PREF_SIZE);
        set.getItems().setAll(ChoiceItems.of(words, List.of(), "bulk-choose-", choice -> { }));
        set.setOnShowing(event -> set.getItems().setAll(ChoiceItems.of(words,
                PrepareViewModel.commonSteps(model.state().selectedPlans()), "bulk-choose-",
                choice -> model.choose(model.state().selectedPlans(), choice))));
        Button automatic = Parts.named("bulk-automatic", Parts.button(words.texts.get("bulk.automatic"),
                () -> model.choose(model.state().selectedPlans(), ColumnPlan.AUTOMATIC)));
        Button drop = Parts.named("bulk-drop", Parts.button(words.texts.get("bulk.drop"),
                () -> model.choose(model.state().selectedPlans(), ColumnPlan.LEAVE_OUT)));
        all = Parts.named("bulk-all", Parts.button(words.texts.get("bulk.all"), selectAll));
        together = List.of(set, automatic, drop);
        count.setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(count, set, automatic, drop, all);
    }

    void show(PrepareState state) {
        int selected = state.selected().size();
        count.setText(selected > 1 ? words.texts.get("bulk.selected", selected) : words.texts.get("bulk.hint"));
        together.forEach(each -> {
            each.setVisible(selected > 1);
            each.setManaged(selected > 1);
        });
        all.setDisable(state.columns().size() < 2);
    }
}
