package lathe.engine.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import lathe.engine.progress.CancelToken;
import lathe.scoring.Matrix;
import lathe.scoring.Pipeline;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Uncertainty;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Features;
import lathe.scoring.pack.ModelPackage;

/// Asks a model how unsure it is of rows: between its two likeliest classes, or by the width of the range around a number;
/// where that range is as wide everywhere, by how far the members of its blend disagree.
public final class Doubts {

    private static final int CHUNK = 4096;
    private static final double SAME = 1e-9;

    private Doubts() {
    }

    /// @param rows with the columns the model reads
    /// @return one for each row
    /// @throws java.util.concurrent.CancellationException if cancelled meanwhile
    public static List<Doubt> of(ModelPackage model, Table rows, CancelToken cancel) {
        List<Doubt> doubts = new ArrayList<>();
        boolean apart = !model.signature().task().isClassification() && !tells(model.manifest().uncertainty());
        for (int start = 0; start < rows.rows(); start += CHUNK) {
            cancel.stopIfCancelled();
            Table chunk = rows.select(IntStream.range(start, Math.min(start + CHUNK, rows.rows())).toArray());
            doubts.addAll(apart ? apart(model.pipeline(), chunk)
                    : of(model.signature(), model.manifest().uncertainty(), model.pipeline().predict(chunk)));
        }
        boolean same = doubts.stream().mapToDouble(Doubt::size).max().orElse(0) - doubts.stream().mapToDouble(Doubt::size).min().orElse(0) < SAME;
        return same ? Collections.nCopies(rows.rows(), new Doubt.Unknown()) : doubts;
    }

    // Whether the width of the range differs from row to row.
    private static boolean tells(Uncertainty uncertainty) {
        return uncertainty instanceof Uncertainty.Range range && range.factor() > 0 && range.at().size() > 1
                && Collections.max(range.scale()) - Collections.min(range.scale()) > SAME * Collections.max(range.scale());
    }

    /// Of answers that are there already.
    ///
    /// @param uncertainty of the model; only a range is looked at
    public static List<Doubt> of(Signature signature, Uncertainty uncertainty, Predictions predictions) {
        List<Doubt> doubts = new ArrayList<>();
        for (int row = 0; row < predictions.rows(); row++) {
            doubts.add(signature.task().isClassification() ? between(signature.classes(), predictions, row)
                    : within(uncertainty, predictions.at(row, 0)));
        }
        return doubts;
    }

    private static Doubt between(List<String> classes, Predictions predictions, int row) {
        int first = predictions.best(row);
        int second = first == 0 ? 1 : 0;
        for (int each = 0; each < classes.size(); each++) {
            if (each != first && predictions.at(row, each) > predictions.at(row, second)) {
                second = each;
            }
        }
        return new Doubt.Between(classes.get(first), predictions.at(row, first), classes.get(second), predictions.at(row, second));
    }

    private static Doubt within(Uncertainty uncertainty, double predicted) {
        return uncertainty instanceof Uncertainty.Range range ? new Doubt.Within(predicted, range.low(predicted), range.high(predicted))
                : new Doubt.Unknown();
    }

    private static List<Doubt> apart(Pipeline pipeline, Table rows) {
        List<Blend.Member> members = new ArrayList<>();
        flatten(pipeline.model(), 1, members);
        Table inputs = pipeline.complete(rows);
        Features features = Features.of((String id) -> matrix(pipeline, id, inputs));
        double[] mean = new double[rows.rows()];
        double[] square = new double[rows.rows()];
        for (Blend.Member member : members) {
            double[] own = member.form().predict(features.in(member.recipe())).values();
            for (int row = 0; row < mean.length; row++) {
                mean[row] += member.weight() * own[row];
                square[row] += member.weight() * own[row] * own[row];
            }
        }
        return IntStream.range(0, mean.length).<Doubt>mapToObj(row ->
                new Doubt.Apart(mean[row], Math.sqrt(Math.max(0, square[row] - mean[row] * mean[row])))).toList();
    }

    // Weights of an inner blend are shares of its own.
    private static void flatten(Blend blend, double share, List<Blend.Member> into) {
        for (Blend.Member member : blend.members()) {
            if (member.form() instanceof Blend inner) {
                flatten(inner, share * member.weight(), into);
            } else {
                into.add(new Blend.Member(share * member.weight(), member.recipe(), member.form()));
            }
        }
    }

    private static Matrix matrix(Pipeline pipeline, String id, Table inputs) {
        var recipe = pipeline.recipes().get(id);
        if (recipe == null) {
            throw new IllegalArgumentException("no recipe '%s'".formatted(id));
        }
        return recipe.apply(inputs);
    }
}
