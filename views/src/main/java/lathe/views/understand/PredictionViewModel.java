package lathe.views.understand;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import lathe.engine.flow.Examination;
import lathe.scoring.Predictions;
import lathe.scoring.Problem;
import lathe.scoring.Table;
import lathe.scoring.explain.Contributions;
import lathe.scoring.explain.Effort;
import lathe.views.understand.PredictionState.Explanation;
import lathe.views.work.Latest;
import lathe.views.work.Work;

/// The tab about one prediction: which row, what is changed in it, what the model says.
///
/// The answer follows every change at once; the explanation, which takes longer, when nothing has moved for a moment.
final class PredictionViewModel {

    private static final long REST_MILLIS = 250;
    private static final Executor AFTER_REST = CompletableFuture.delayedExecutor(REST_MILLIS, TimeUnit.MILLISECONDS);

    private final Examination examination;
    private final Work work;
    private final Latest predicting;
    private final Latest explaining;
    private final Latest searching;
    private final ReadOnlyObjectWrapper<PredictionState> state;
    private final ReadOnlyObjectWrapper<RowSearch> search;
    private final ReadOnlyObjectWrapper<List<Integer>> found = new ReadOnlyObjectWrapper<>(List.of());
    private long changes;

    /// Begins with the first row in the order usual for the task.
    PredictionViewModel(Examination examination, Work work) {
        this.examination = examination;
        this.work = work;
        this.predicting = new Latest(work);
        this.explaining = new Latest(work);
        this.searching = new Latest(work);
        RowOrder first = RowOrder.of(examination.truth().task()).getFirst();
        this.search = new ReadOnlyObjectWrapper<>(new RowSearch("", first, 1));
        this.state = new ReadOnlyObjectWrapper<>(of(0));
    }

    ReadOnlyObjectProperty<PredictionState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    PredictionState state() {
        return state.get();
    }

    ReadOnlyObjectProperty<RowSearch> searchProperty() {
        return search.getReadOnlyProperty();
    }

    /// Rows of the examination that were found, in order.
    ReadOnlyObjectProperty<List<Integer>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /// Lists all rows and shows the first one.
    void begin() {
        search(search.get(), rows -> {
            if (!rows.isEmpty()) {
                pick(rows.getFirst());
            }
        });
    }

    void look(RowSearch wanted) {
        search(wanted, rows -> { });
    }

    private void search(RowSearch wanted, Consumer<List<Integer>> then) {
        search.set(wanted);
        searching.run((cancel, progress) -> wanted.order().find(examination, wanted.words(), wanted.seed()), rows -> {
            found.set(rows);
            then.accept(rows);
        }, this::failed);
    }

    private PredictionState of(int row) {
        return PredictionState.of(row, Opened.output(examination, row), answers(examination.predictions(), row));
    }

    private static List<Double> answers(Predictions predictions, int row) {
        return DoubleStream.of(predictions.row(row)).boxed().toList();
    }

    /// Shows another row, unchanged.
    void pick(int row) {
        state.set(of(row));
        changes++;
        explain();
    }

    /// The one before or after in the list of those found.
    void step(int by) {
        List<Integer> rows = found.get();
        if (!rows.isEmpty()) {
            pick(rows.get(Math.floorMod(rows.indexOf(state().row()) + by, rows.size())));
        }
    }

    void random() {
        pick(RandomGenerator.getDefault().nextInt(examination.rows().rows()));
    }

    /// Explains the probability of another class.
    void chooseOutput(int output) {
        if (output != state().output()) {
            state.set(state().withOutput(output));
            explain();
        }
    }

    /// Changes a cell of the row.
    ///
    /// @param cell canonical text that fits the column's type; empty for missing
    void change(String column, String cell) {
        PredictionState next = state().withCell(column, cell, Cells.text(examination.rows(), state().row(), column));
        if (!next.changes().equals(state().changes())) {
            state.set(next);
            predict();
            explainAfterRest();
        }
    }

    /// Goes back to the row as it is.
    void reset() {
        state.set(state().withoutChanges());
        changes++;
        explain();
    }

    private void predict() {
        PredictionState asked = state();
        predicting.run((cancel, progress) -> {
            Table row = Cells.changed(examination.rows(), asked.row(), asked.changes());
            return answers(examination.predict(row), 0);
        }, answers -> {
            // an answer to an earlier change is shown, too, so that the number moves while a slider does
            if (state().row() == asked.row() && state().isChanged()) {
                state.set(state().withAnswers(answers));
            }
        }, this::failed);
    }

    private void explainAfterRest() {
        changes++;
        long mine = changes;
        AFTER_REST.execute(() -> work.later(() -> {
            if (mine == changes) {
                explain();
            }
        }));
    }

    private void explain() {
        PredictionState asked = state();
        explaining.run((cancel, progress) -> {
            Table row = Cells.changed(examination.rows(), asked.row(), asked.changes());
            Contributions parts = examination.explainer().explain(row, 0, asked.output(), Effort.CAREFUL);
            Optional<Similar> similar = Similar.of(examination.truth(), examination.predictions(), asked.output(),
                    parts.prediction());
            return new Explanation(parts, asked.changes(), similar);
        }, explanation -> {
            if (state().row() == asked.row() && state().output() == asked.output()) {
                state.set(state().withExplanation(explanation));
            }
        }, this::failed);
    }

    private void failed(Problem problem) {
        state.set(state().withProblem(problem));
    }
}
