package lathe.views.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lathe.engine.evaluate.Pinball;
import lathe.engine.flow.ColumnPreparation;
import lathe.engine.prepare.StepParameter;
import lathe.engine.prepare.StepWish;
import lathe.engine.track.Leaderboard;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.scoring.Task;

/// The engine's names in the user's words: learners, metrics, types, hyperparameters.
///
/// A name of a later version that has no words yet is shown as it is, with spaces for its underscores.
public final class Terms {

    private static final Pattern TRIAL = Pattern.compile("(.+) #(\\d+)(?: \\+ (?<mark>smote|distilled))?");

    private final Texts texts;

    private Terms(Texts texts) {
        this.texts = texts;
    }

    public static Terms of(Locale locale) {
        return new Terms(Texts.of(Terms.class, locale));
    }

    /// `boosting` as "Boosted trees".
    public String learner(String id) {
        return word("learner." + id, id);
    }

    /// One sentence what the learner does.
    public String aboutLearner(String id) {
        return texts.has("learner." + id + ".about") ? texts.get("learner." + id + ".about") : "";
    }

    /// Name of a row of the leaderboard: `boosting #3` as "Boosted trees 3", `ensemble` as "Blend of the best".
    public String model(String rowName) {
        Matcher trial = TRIAL.matcher(rowName);
        if (!trial.matches()) {
            return learner(rowName);
        }
        String mark = trial.group("mark");
        return texts.get(mark == null ? "model" : "model." + mark, learner(trial.group(1)), trial.group(2));
    }

    /// `roc_auc` as "ROC AUC".
    public String metric(String id) {
        double level = Pinball.level(id);
        return Double.isNaN(level) ? word("metric." + id, id) : texts.get("metric.pinball", texts.numbers().significant(level, 2));
    }

    /// One sentence what the metric says.
    public String aboutMetric(String id) {
        String key = Double.isNaN(Pinball.level(id)) ? "metric." + id + ".about" : "metric.pinball.about";
        return texts.has(key) ? texts.get(key) : "";
    }

    /// `BOOLEAN` as "yes / no".
    public String type(FieldType type) {
        return texts.get("type." + type.name().toLowerCase(Locale.ROOT));
    }

    public String role(Role role) {
        return texts.get("role." + role.name().toLowerCase(Locale.ROOT));
    }

    public String task(Task task) {
        return texts.get("task." + task.name().toLowerCase(Locale.ROOT));
    }

    /// `leaf_rows` as "Least rows in a leaf".
    public String parameter(String name) {
        return word("parameter." + name, name);
    }

    /// Name of a way to prepare a column, with what is set about it: `one_hot` as "yes/no per value".
    ///
    /// @param written as [StepWish] writes it
    public String step(String written) {
        StepWish wish = StepWish.parse(written);
        String name = word("step." + wish.step(), wish.step());
        if (wish.values().isEmpty()) {
            return name;
        }
        List<StepParameter> parameters = ColumnPreparation.parameters(wish.step());
        if (parameters.stream().anyMatch(each -> each.kind() == StepParameter.Kind.VALUES)) {
            return texts.get("step.merged", name, wish.values().size());
        }
        return texts.get("step.set", name, parameters.stream().filter(each -> wish.values().containsKey(each.name()))
                .map(each -> stepParameter(wish.step(), each) + ": " + wish.values().get(each.name())).collect(Collectors.joining(", ")));
    }

    /// One sentence what the step does and when it helps.
    ///
    /// @param written as [StepWish] writes it
    public String aboutStep(String written) {
        String key = "step." + StepWish.parse(written).step() + ".about";
        return texts.has(key) ? texts.get(key) : "";
    }

    /// Name of something that may be set about a step.
    public String stepParameter(String step, StepParameter parameter) {
        return word("step." + step + "." + parameter.name(), parameter.name());
    }

    /// One sentence what it does.
    public String aboutStepParameter(String step, StepParameter parameter) {
        String key = "step." + step + "." + parameter.name() + ".about";
        return texts.has(key) ? texts.get(key) : parameter.description();
    }

    /// Whether a row of that learner is the ensemble's, or that of a pupil taught by it.
    public static boolean isEnsemble(String learner) {
        return learner.equals(Leaderboard.ENSEMBLE) || learner.equals(Leaderboard.PUPIL);
    }

    private String word(String key, String id) {
        return texts.has(key) ? texts.get(key) : id.replace('_', ' ');
    }
}
