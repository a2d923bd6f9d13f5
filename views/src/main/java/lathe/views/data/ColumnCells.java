package lathe.views.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import lathe.engine.profile.Finding;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.views.chart.SignalBar;
import lathe.views.chart.SparkBars;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import lathe.views.text.Texts;
import org.jspecify.annotations.Nullable;

/// The cells of the table of columns.
final class ColumnCells {

    private ColumnCells() { }

    /// A cell that knows what to do with a row, and nothing else.
    abstract static class Cell extends TableCell<ColumnItem, ColumnRow> {

        @Override
        protected final void updateItem(@Nullable ColumnRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setText(null);
                setGraphic(null);
            } else {
                show(row);
            }
        }

        abstract void show(ColumnRow row);

        void only(Node node) {
            if (!node.equals(getGraphic())) {
                setGraphic(node);
            }
        }
    }

    static final class Name extends Cell {

        private final Tooltip tip = new Tooltip();

        Name() {
            Parts.styled(this, "column-name");
        }

        @Override
        void show(ColumnRow row) {
            setText(row.name());
            tip.setText(row.name());
            setTooltip(tip);
        }
    }

    static final class Type extends Cell {

        private final ChoiceMenu<FieldType> menu;

        Type(Texts texts, DataViewModel model) {
            menu = ChoiceMenu.ofTypes(texts, type -> model.setType(List.of(getItem().name()), type)).inCell();
        }

        @Override
        void show(ColumnRow row) {
            menu.show(row.type(), row.typeChosen() ? Optional.of(row.type()) : Optional.empty(), row.name());
            menu.setId("type-" + row.name());
            only(menu);
        }
    }

    static final class RoleOf extends Cell {

        private final ChoiceMenu<Role> menu;

        RoleOf(Texts texts, DataViewModel model) {
            menu = ChoiceMenu.ofRoles(texts, true, role -> model.setRole(List.of(getItem().name()), role)).inCell();
        }

        @Override
        void show(ColumnRow row) {
            menu.show(row.role(), row.automatic() ? Optional.empty() : Optional.of(row.role()), row.name());
            menu.setId("role-" + row.name());
            only(menu);
        }
    }

    static final class Values extends Cell {

        private final SparkBars bars = new SparkBars();

        @Override
        void show(ColumnRow row) {
            bars.setValues(row.bars());
            only(bars);
        }
    }

    static final class Figure extends Cell {

        private final Function<ColumnRow, String> text;

        Figure(Function<ColumnRow, String> text) {
            this.text = text;
        }

        @Override
        void show(ColumnRow row) {
            setText(text.apply(row));
        }
    }

    static final class Signal extends Cell {

        private final SignalBar bar = new SignalBar();
        private final Texts texts;

        Signal(Texts texts) {
            this.texts = texts;
        }

        @Override
        void show(ColumnRow row) {
            if (Double.isNaN(row.strength())) {
                setGraphic(null);
                return;
            }
            bar.set(row.strength(), row.suspicious() ? SignalBar.Meaning.BAD : SignalBar.Meaning.NEUTRAL);
            only(bar);
        }

        /// Only a screen reader asks for it.
        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            ColumnRow row = getItem();
            return attribute == AccessibleAttribute.TEXT && row != null && !Double.isNaN(row.strength())
                    ? texts.get("signal-of", row.name(), texts.numbers().percent(row.strength(), 0))
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }

    /// Whether the column is left out, otherwise its weightiest finding and how many more there are.
    static final class Pills extends Cell {

        private final Texts texts;
        private final HBox pills = new HBox(4);
        private final Tooltip tip = new Tooltip();
        private List<Pill> shown = List.of();

        private record Pill(String key, Tone tone, int more) { }

        Pills(Texts texts) {
            this.texts = texts;
            pills.getStyleClass().add("pills");
            tip.setWrapText(true);
            tip.setMaxWidth(420);
        }

        @Override
        void show(ColumnRow row) {
            List<FindingKind> kinds = row.findings().stream().map(FindingKind::of).distinct().sorted().toList();
            List<Pill> now = new ArrayList<>();
            if (row.role() == Role.IGNORED) {
                now.add(new Pill("pill.left-out", row.automatic() ? Tone.ACCENT : Tone.NEUTRAL, 0));
            } else if (!kinds.isEmpty()) {
                now.add(new Pill("pill." + kinds.getFirst().key(), tone(kinds.getFirst(), row), 0));
                if (kinds.size() > 1) {
                    now.add(new Pill("", Tone.NEUTRAL, kinds.size() - 1));
                }
            }
            if (!now.equals(shown)) {   // new nodes are dear while the table scrolls
                shown = now;
                pills.getChildren().setAll(now.stream().map(this::pill).toList());
            }
            tip.setText(String.join("\n", row.findings().stream().map(Finding::sentence).toList()));
            setTooltip(row.findings().isEmpty() ? null : tip);
            only(pills);
        }

        private Label pill(Pill pill) {
            return Parts.pill(pill.key().isEmpty() ? "+" + texts.numbers().whole(pill.more()) : texts.get(pill.key()), pill.tone());
        }

        // A question that was answered is no alarm any more.
        private static Tone tone(FindingKind kind, ColumnRow row) {
            return kind == FindingKind.KNOWS_ANSWER && !row.open() ? Tone.NEUTRAL : kind.tone();
        }
    }
}
