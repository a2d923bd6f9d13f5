package lathe.views.understand;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import lathe.engine.flow.Examination;
import lathe.scoring.Field;
import lathe.scoring.Predictions;
import lathe.scoring.Signature;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.Uncertainty;
import lathe.scoring.explain.Contribution;
import lathe.scoring.explain.Contributions;
import lathe.views.chart.Hue;
import lathe.views.chart.WaterfallFigure;
import lathe.views.chart.WaterfallFigure.Step;

/// Figures and sentences about one row.
final class PredictionStory {

    private static final int MOST_STEPS = 8;
    private static final int MOST_REASONS = 3;
    /// A reason must be this share of the largest one to be told.
    private static final double WORTH = 0.2;

    private final Speech say;
    private final Examination examination;

    PredictionStory(Speech say, Examination examination) {
        this.say = say;
        this.examination = examination;
    }

    /// `Row 412 of the table`.
    String title(PredictionState state) {
        return say.get("row-of-file", say.count(examination.fileRow(state.row())));
    }

    String truth(PredictionState state) {
        return say.get("in-truth", say.truth(examination.truthText(state.row())));
    }

    /// The class or number decided on.
    String decision(PredictionState state) {
        Signature signature = say.signature();
        if (signature.task() == Task.REGRESSION) {
            return say.get("decision.value", signature.target());
        }
        return say.get("decision.class", say.outcome(state.output()));
    }

    /// What the truth may be, as far as the model knows; empty if it does not.
    String range(PredictionState state) {
        double[] now = state.now().stream().mapToDouble(Double::doubleValue).toArray();
        return switch (examination.model().manifest().uncertainty()) {
            case Uncertainty.None _ -> "";
            case Uncertainty.Range range -> say.get("range", level(range.level()), say.value(range.low(now[0])),
                    say.value(range.high(now[0])));
            case Uncertainty.Sets sets -> {
                List<String> set = sets.of(new Predictions(now.length, now), 0).stream().map(say.signature().classes()::get).toList();
                yield say.get(set.size() == 1 ? "set.one" : "set", level(sets.level()), String.join(", ", set));
            }
        };
    }

    private String level(double share) {
        return say.numbers().percent(share, 0);
    }

    String usual(double base) {
        return say.get("usually", say.answer(base));
    }

    boolean isDecided(PredictionState state, double answer) {
        return say.signature().task() == Task.BINARY && answer >= say.signature().threshold();
    }

    private String cell(PredictionState.Explanation of, int row, String column) {
        Field field = examination.rows().schema().field(column);
        String changed = of.changes().get(column);
        return say.equation(field, changed == null ? Cells.text(examination.rows(), row, column) : changed);
    }

    Told waterfall(PredictionState state, PredictionState.Explanation explanation) {
        Contributions all = explanation.contributions();
        List<Step> steps = new ArrayList<>();
        List<Contribution> main = all.main(MOST_STEPS);
        main.forEach(each -> steps.add(new Step(cell(explanation, state.row(), each.column()), each.amount())));
        long others = all.contributions().stream().filter(each -> each.amount() != 0).count() - main.size();
        if (others > 0) {
            double rest = all.prediction() - all.base() - main.stream().mapToDouble(Contribution::amount).sum();
            steps.add(new Step(say.get("others", others), rest));
        }
        boolean binary = say.signature().task() == Task.BINARY;
        OptionalDouble threshold = binary ? OptionalDouble.of(say.signature().threshold()) : OptionalDouble.empty();
        return new Told(new WaterfallFigure(say.unit(), say.get("usual-answer"), all.base(), steps, say.get("this-row"),
                threshold, binary ? say.get("threshold-at", say.numbers().percent(say.signature().threshold(), 0)) : "",
                binary ? Hue.BAD : Hue.ACCENT, binary ? Hue.GOOD : Hue.CAUTION), sentence(state, explanation));
    }

    private String sentence(PredictionState state, PredictionState.Explanation explanation) {
        Contributions all = explanation.contributions();
        List<String> up = reasons(state, explanation, 1);
        List<String> down = reasons(state, explanation, -1);
        StringBuilder text = new StringBuilder(say.get("words.answer", say.outcome(state.output()),
                say.answer(all.prediction()), say.answer(all.base())));
        if (up.isEmpty() && down.isEmpty()) {
            text.append(' ').append(say.get("words.nothing"));
        }
        boolean raised = all.prediction() >= all.base();
        List<String> first = raised ? up : down;
        List<String> second = raised ? down : up;
        if (!first.isEmpty()) {
            text.append(' ').append(say.get(raised ? "words.up" : "words.down", list(first)));
        }
        if (!second.isEmpty()) {
            text.append(' ').append(say.get(raised ? "words.down" : "words.up", list(second)));
        }
        explanation.similar().ifPresent(similar -> text.append(' ').append(similar(state, similar)));
        return text.toString();
    }

    private String similar(PredictionState state, Similar similar) {
        String rows = say.count(similar.rows());
        return say.isShare()
                ? say.get("words.similar-share", rows, Math.round(similar.share() * similar.rows()),
                        say.outcome(state.output()))
                : say.get("words.similar-value", rows, say.value(similar.low()), say.value(similar.high()));
    }

    private List<String> reasons(PredictionState state, PredictionState.Explanation explanation, int sign) {
        List<Contribution> all = explanation.contributions().main(MOST_STEPS);
        double least = all.isEmpty() ? 0 : Math.abs(all.getFirst().amount()) * WORTH;
        return all.stream().filter(each -> each.amount() * sign >= least).limit(MOST_REASONS)
                .map(each -> say.get("words.reason", cell(explanation, state.row(), each.column()), say.change(each.amount())))
                .toList();
    }

    private String list(List<String> parts) {
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        return say.get("and", String.join(", ", parts.subList(0, parts.size() - 1)), parts.getLast());
    }

    /// What a change has done: `61.8 % became 38.4 %`.
    String changed(PredictionState state) {
        return say.get("changed", say.answer(state.originalAnswer()), say.answer(state.answer()),
                say.change(state.answer() - state.originalAnswer()));
    }

    Table rows() {
        return examination.rows();
    }
}
