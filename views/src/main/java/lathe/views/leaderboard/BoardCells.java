package lathe.views.leaderboard;

import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import lathe.views.chart.SparkLine;
import lathe.views.parts.Parts;
import lathe.views.parts.Tone;
import org.jspecify.annotations.Nullable;

/// The cells of the leaderboard.
final class BoardCells {

    private BoardCells() { }

    /// One line of text; numbers stand at the right.
    static final class TextCell extends TableCell<BoardRow, BoardRow> {
        private final Function<BoardRow, String> words;

        TextCell(Function<BoardRow, String> words, boolean number) {
            this.words = words;
            if (number) {
                setAlignment(Pos.CENTER_RIGHT);
            }
        }

        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : words.apply(row));
        }
    }

    /// The model's name behind a dot in the colour of its family.
    static final class ModelCell extends TableCell<BoardRow, BoardRow> {
        private final Function<BoardRow, String> title;
        private final Circle dot = new Circle(4);
        private final Tooltip tip = new Tooltip();   // the column may be narrower than the name

        ModelCell(Function<BoardRow, String> title) {
            this.title = title;
            setGraphicTextGap(8);
        }

        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            setText(row == null || empty ? null : title.apply(row));
            setGraphic(row == null || empty ? null : dot);
            tip.setText(getText());
            setTooltip(getText() == null ? null : tip);
            if (row != null) {
                dot.getStyleClass().setAll("family", "family-" + row.row().learner());
            }
        }
    }

    /// The value, and quieter what it may be off.
    static final class ScoreCell extends TableCell<BoardRow, BoardRow> {
        private final BoardWords words;
        private final Text value = Parts.styled(new Text(), "score-value");
        private final Text spread = Parts.styled(new Text(), "score-spread");
        private final TextFlow both = new TextFlow(value, spread);
        private final HBox line = new HBox(both);

        ScoreCell(BoardWords words) {
            this.words = words;
            both.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_RIGHT);
            line.setFillHeight(false);
        }

        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean scored = row != null && !empty && row.isScored();
            setGraphic(scored ? line : null);
            setAccessibleText(row == null ? "" : scored ? words.score(row.row()) : row.row().reason());
            if (row != null && scored) {
                value.setText(words.scores.value(row.row().metric(), row.row().value()));
                String off = words.scores.spread(row.row().metric(), row.row().lower(), row.row().upper());
                spread.setText(off.isEmpty() ? "" : " " + off);
            }
        }
    }

    /// The interval on the common scale.
    static final class IntervalCell extends TableCell<BoardRow, BoardRow> {
        private final BoardWords words;
        private final ObservableValue<RunBoard.Range> range;
        private final IntervalBar bar = new IntervalBar();
        private final Tooltip tip = new Tooltip();

        IntervalCell(BoardWords words, ObservableValue<RunBoard.Range> range) {
            this.words = words;
            this.range = range;
        }

        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean scored = row != null && !empty && row.isScored();
            setGraphic(scored ? bar : null);
            setTooltip(scored ? tip : null);
            if (row != null && scored) {
                bar.set(row, range.getValue());
                String said = words.score(row.row());
                tip.setText(said);
                setAccessibleText(said);
            }
        }
    }

    /// What the row is to the leader; why there is no score.
    static final class StandingCell extends TableCell<BoardRow, BoardRow> {
        private static final double MARGIN = 18;

        private final BoardWords words;
        private final HBox pills = new HBox(4);
        private final Label reason = Parts.styled(Parts.muted(""), "small");
        private final VBox box = new VBox(2, pills);

        StandingCell(BoardWords words) {
            this.words = words;
            box.setAlignment(Pos.CENTER_LEFT);
            reason.prefWidthProperty().bind(widthProperty().subtract(MARGIN));
            reason.maxWidthProperty().bind(widthProperty().subtract(MARGIN));
        }

        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(row == null || empty ? null : box);
            if (row == null || empty) {
                return;
            }
            pills.getChildren().clear();
            if (row.standing() != Standing.BEHIND) {
                pills.getChildren().add(Parts.pill(words.texts.get(row.standing().key()), tone(row.standing())));
            }
            if (row.simplest()) {
                pills.getChildren().add(Parts.pill(words.texts.get("simplest"), Tone.GOOD));
            }
            if (row.handedOver()) {
                pills.getChildren().add(Parts.pill(words.texts.get("handed-over"), Tone.NEUTRAL));
            }
            reason.setText(row.row().reason());
            if (row.isScored()) {
                box.getChildren().setAll(pills);
            } else {
                box.getChildren().setAll(pills, reason);
            }
            setAccessibleText(words.texts.get(row.standing().key() + ".sentence") + " " + row.row().reason());
        }

        // A row is as high as its reason is long.
        @Override
        protected double computePrefHeight(double width) {
            BoardRow row = getItem();
            if (row == null || row.isScored()) {
                return super.computePrefHeight(width);
            }
            double forText = Math.max(40, getWidth() - MARGIN);
            return reason.prefHeight(forText) + pills.prefHeight(-1) + box.getSpacing() + snappedTopInset() + snappedBottomInset() + 12;
        }

        private static Tone tone(Standing standing) {
            return switch (standing) {
                case LEADER, TIED -> Tone.ACCENT;
                case BEHIND, SKIPPED, DROPPED, CANCELLED -> Tone.NEUTRAL;
                case FAILED -> Tone.CAUTION;
            };
        }
    }

    /// The folds' scores as a course.
    static final class FoldsCell extends TableCell<BoardRow, BoardRow> {
        private final BoardWords words;
        private final SparkLine line = new SparkLine();

        FoldsCell(BoardWords words) {
            this.words = words;
            line.setPrefWidth(60);
        }

        @Override
        protected void updateItem(@Nullable BoardRow row, boolean empty) {
            super.updateItem(row, empty);
            boolean some = row != null && !empty && row.row().foldValues().size() > 1;
            setGraphic(some ? line : null);
            if (row != null && some) {
                line.setValues(row.row().foldValues());
                setAccessibleText(String.join(", ", row.row().foldValues().stream()
                        .map(each -> words.scores.value(row.row().metric(), each)).toList()));
            }
        }
    }
}
