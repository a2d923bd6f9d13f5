package lathe.engine.flow;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lathe.engine.data.CheckedRows;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.NumberStyle;
import lathe.engine.data.TableImport;
import lathe.engine.learn.GatheredRows;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.step.FittedRecipe;

/// Rows of a file as some learners keep them, read piece by piece, and their answers.
///
/// Rows without an answer, or with a class the sample did not have, are left out, and so are rows that equal one the model is judged by.
final class RestRows {

    private final Signature signature;
    private final List<Keeping> keepings;
    private final KnownRows judged;
    private final double[] answers;
    private final Map<String, Integer> classes = new HashMap<>();
    private int rows;

    /// How a learner sees the rows, and where they are kept for it.
    record Keeping(FittedRecipe recipe, GatheredRows rows) { }

    /// There was no time to read them all. What was read is the beginning of the file, which is no fair part of it.
    static final class TooSlow extends RuntimeException {

        private static final long serialVersionUID = 1;
    }

    private record Piece(List<GatheredRows.Piece> kept, double[] answers) { }

    /// @param judged rows the model is judged by
    /// @param most   rows there is room for
    RestRows(Signature signature, List<Keeping> keepings, KnownRows judged, int most) {
        this.judged = judged;
        this.signature = signature;
        this.keepings = List.copyOf(keepings);
        this.answers = new double[most];
        for (String name : signature.classes()) {
            classes.put(name, classes.size());
        }
    }

    /// @param types    of the file's columns
    /// @param deadline when reading must have ended
    /// @throws TooSlow if it has not
    void read(Path file, Schema types, ImportOptions options, Deadline deadline, CancelToken cancel) {
        List<Field> wanted = new ArrayList<>();
        types.fields().stream().filter(field -> field.name().equals(signature.target()) || signature.inputs().find(field.name()).isPresent())
                .forEach(wanted::add);
        try (ChunkCrew<Piece> crew = new ChunkCrew<>("rest", this::add)) {
            new TableImport().pass(file, new Schema(wanted), options, cancel, news -> { }, read -> {
                if (deadline.passed()) {
                    throw new TooSlow();
                }
                crew.add(() -> piece(read));
            });
            crew.finish();
        }
    }

    private void add(Piece piece) {
        int added = Math.min(piece.answers.length, answers.length - rows);
        System.arraycopy(piece.answers, 0, answers, rows, added);
        piece.kept.forEach(GatheredRows.Piece::add);
        rows += added;
    }

    private Piece piece(Supplier<CheckedRows> reading) {
        Table read = reading.get().table();
        double[] all = answers(read.column(signature.target()));
        Table inputs = read.project(signature.inputs());
        boolean[] known = judged.knows(inputs);
        int[] answered = IntStream.range(0, all.length).filter(row -> !Double.isNaN(all[row]) && !known[row]).toArray();
        Table learnt = answered.length == all.length ? inputs : inputs.select(answered);
        List<GatheredRows.Piece> kept = keepings.stream().map(keeping -> keeping.rows.piece(keeping.recipe.apply(learnt))).toList();
        return new Piece(kept, Arrays.stream(answered).mapToDouble(row -> all[row]).toArray());
    }

    // Class indices or values; NaN for none.
    private double[] answers(Column column) {
        boolean classified = signature.task().isClassification();
        double[] found = new double[column.rows()];
        switch (column) {
            case NumberColumn numbers -> Arrays.setAll(found, row -> numbers.isMissing(row) ? Double.NaN
                    : classified ? index(NumberStyle.write(numbers.value(row))) : numbers.value(row));
            case StringColumn texts -> {
                double[] ofLevel = texts.levels().stream().mapToDouble(text -> classified ? index(text) : Double.NaN).toArray();
                Arrays.setAll(found, row -> texts.isMissing(row) ? Double.NaN : ofLevel[texts.code(row)]);
            }
        }
        return found;
    }

    private double index(String text) {
        Integer index = classes.get(text);
        return index == null ? Double.NaN : index;
    }

    int rows() {
        return rows;
    }

    Target target() {
        return signature.task().isClassification()
                ? Target.classes(IntStream.range(0, rows()).map(row -> (int) answers[row]).toArray(), signature.classes().size())
                : Target.regression(Arrays.copyOf(answers, rows()));
    }
}
