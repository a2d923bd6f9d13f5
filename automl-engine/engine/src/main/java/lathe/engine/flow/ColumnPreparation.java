package lathe.engine.flow;

import java.util.List;
import java.util.Optional;
import lathe.engine.builtin.Steps;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.prepare.LikelyMerge;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.prepare.Step;
import lathe.engine.prepare.StepChoice;
import lathe.engine.prepare.StepOption;
import lathe.engine.prepare.StepParameter;
import lathe.engine.prepare.StepPreview;
import lathe.engine.prepare.StepWish;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// How columns may be prepared, what is taken by itself, and what comes of it.
public final class ColumnPreparation {

    private static final RecipeFitter FITTER = new RecipeFitter(Steps.ALL);

    private static final List<String> ORDERED_STEPS =
            List.of("", "number", "log", "clip", "mean", "median", "zero", "constant", "standard", "robust", "normal_rank", "power");

    private ColumnPreparation() { }

    /// The steps a column of this type may be prepared with.
    public static List<StepOption> options(FieldType type) {
        return Steps.ALL.stream().filter(step -> step.accepts(type))
                .map(step -> new StepOption(step.id(), step.description(), step.parameters())).toList();
    }

    /// What may be set about a step.
    ///
    /// @param id empty for the automatic choice; nothing can be set about that
    public static List<StepParameter> parameters(String id) {
        return Steps.ALL.stream().filter(step -> step.id().equals(id)).findFirst().map(Step::parameters).orElse(List.of());
    }

    /// Why a step cannot prepare a column; empty if it can.
    ///
    /// @param step as [StepWish] writes it; empty for the automatic choice
    public static Optional<Problem> problem(Field field, String step) {
        if (step.isEmpty()) {
            return Optional.empty();
        }
        try {
            StepWish.parse(step).find(Steps.ALL, field);
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(refused.problem());
        }
    }

    /// The commonest values of a column, and those that are likely to be another one.
    ///
    /// @param most how many
    public static List<LikelyMerge> likelyMerges(StringColumn column, int most) {
        return LikelyMerge.of(column, most);
    }

    /// Whether a step makes one feature of a number and keeps its order, so that the answer can be held to a direction.
    ///
    /// @param step as [StepWish] writes it; empty for the automatic choice
    public static boolean keepsOrder(String step) {
        return ORDERED_STEPS.contains(StepWish.parse(step).step());
    }

    /// The step taken where nobody has chosen one.
    ///
    /// @param classes     number of classes of the target; 0 for numbers
    /// @param preparation `LINEAR` or `TREES`
    public static StepChoice automatic(Table table, String column, int classes, Preparation preparation) {
        return StepChoice.of(table, column, classes, preparation);
    }

    /// What a step makes of a column. Takes well under a second for a sample of some thousand rows.
    ///
    /// @param rows how many of the first rows are shown
    /// @throws ProblemException if the step is unknown or not for that type of column
    public static StepPreview preview(Table sample, StepPreview.Wish wish, int rows) {
        return FITTER.preview(sample, wish, rows);
    }
}
