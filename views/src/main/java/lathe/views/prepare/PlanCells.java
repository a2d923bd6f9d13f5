package lathe.views.prepare;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import lathe.engine.profile.Finding;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import org.jspecify.annotations.Nullable;

/// The cells of the table of columns; few nodes each, since hundreds of rows scroll by.
final class PlanCells {

    private PlanCells() { }

    static final class TextCell extends TableCell<PlanItem, ColumnPlan> {
        private final Function<ColumnPlan, String> words;

        TextCell(Function<ColumnPlan, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable ColumnPlan plan, boolean empty) {
            super.updateItem(plan, empty);
            setText(plan == null || empty ? null : words.apply(plan));
        }
    }

    static final class TypeCell extends TableCell<PlanItem, ColumnPlan> {
        private final PlanWords words;
        private final Label pill = Parts.pill("", Tone.NEUTRAL);

        TypeCell(PlanWords words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable ColumnPlan plan, boolean empty) {
            super.updateItem(plan, empty);
            setGraphic(plan == null || empty ? null : pill);
            if (plan != null && !empty) {
                pill.setText(words.terms.type(plan.type()));
            }
        }
    }

    /// What is planned, as a menu with the other choices; filled when it is opened.
    static final class ChoiceCell extends TableCell<PlanItem, ColumnPlan> {
        private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

        private final PlanWords words;
        private final MenuButton menu = Parts.styled(new MenuButton(), "flat", "cell-menu");

        ChoiceCell(PlanWords words, BiConsumer<ColumnPlan, String> chosen) {
            this.words = words;
            menu.setMaxWidth(Double.MAX_VALUE);
            menu.setAlignment(Pos.CENTER_LEFT);
            menu.getItems().setAll(ChoiceItems.of(words, List.of(), "choose-", choice -> { }));
            menu.setOnShowing(event -> {
                ColumnPlan plan = getItem();
                if (plan != null) {
                    if (!getTableView().getSelectionModel().isSelected(getIndex())) {
                        getTableView().getSelectionModel().clearAndSelect(getIndex());
                    }
                    menu.getItems().setAll(ChoiceItems.of(words, PrepareViewModel.steps(plan.type()), "choose-",
                            choice -> chosen.accept(plan, choice)));
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ColumnPlan plan, boolean empty) {
            super.updateItem(plan, empty);
            setGraphic(plan == null || empty ? null : menu);
            if (plan != null && !empty) {
                menu.setId("choice-" + plan.name());
                menu.setText(words.plan(plan));
                menu.setAccessibleText(words.texts.get("choice.of", plan.name(), words.plan(plan)));
                menu.pseudoClassStateChanged(CHANGED, plan.changed());
            }
        }
    }

    /// The first finding as a pill, and how many more there are.
    static final class FindingsCell extends TableCell<PlanItem, ColumnPlan> {
        private static final int SHOWN = 1;

        private final PlanWords words;
        private final HBox pills = new HBox(4);
        private final Tooltip tip = new Tooltip();

        FindingsCell(PlanWords words) {
            this.words = words;
            pills.setAlignment(Pos.CENTER_LEFT);
            tip.setWrapText(true);
            tip.setMaxWidth(420);
        }

        @Override
        protected void updateItem(@Nullable ColumnPlan plan, boolean empty) {
            super.updateItem(plan, empty);
            boolean some = plan != null && !empty && !plan.findings().isEmpty();
            setGraphic(some ? pills : null);
            setTooltip(some ? tip : null);
            if (plan == null || !some) {
                return;
            }
            pills.getChildren().clear();
            List<Finding> findings = plan.findings();
            findings.stream().limit(SHOWN).forEach(finding ->
                    pills.getChildren().add(Parts.pill(words.finding(finding.code()), PlanWords.tone(finding))));
            if (findings.size() > SHOWN) {
                Label more = Parts.styled(new Label("+" + (findings.size() - SHOWN)), "muted", "small");
                more.setMinWidth(Region.USE_PREF_SIZE);
                pills.getChildren().add(more);
            }
            String all = String.join("\n", findings.stream().map(Finding::sentence).toList());
            tip.setText(all);
            setAccessibleText(all);
        }
    }
}
