package example.prototypes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FiniteFeatures;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.SearchSpace;
import lathe.engine.learn.SearchSpace.Real;
import lathe.engine.learn.SearchSpace.Whole;
import lathe.engine.learn.Target;
import lathe.scoring.Matrix;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Form;
import lathe.scoring.form.KnownRows;
import lathe.scoring.form.Link;
import lathe.scoring.form.Neighbours;
import lathe.scoring.step.Numbers;

/// Keeps a few typical rows, and answers with what the typical rows nearest to a new one stand for.
///
/// The typical rows are the centres of groups that k-means finds: within each class, or among all rows for a number. The result
/// is Lathe's form [Neighbours], so it can be packed, explained and exported like any other model.
public final class PrototypesLearner implements Learner {

    private static final int ROUNDS = 20;
    private static final int MOST_FEATURES = 500;

    @Override
    public String id() {
        return "prototypes";
    }

    /// Distances need columns on one scale.
    @Override
    public Preparation preparation() {
        return Preparation.LINEAR;
    }

    @Override
    public Optional<String> refusal(DataShape shape) {
        return shape.features() > MOST_FEATURES
                ? Optional.of("Distances say little among more than %d columns.".formatted(MOST_FEATURES)) : Optional.empty();
    }

    @Override
    public SearchSpace space(DataShape shape) {
        return new SearchSpace(List.of(
                new Whole("prototypes", 2, 200, 20, true),
                new Whole("votes", 1, 10, 3, false),
                new Real("prior", 0.001, 0.5, 0.05, true)));
    }

    @Override
    public double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return 0.05 + 2e-9 * ROUNDS * shape.rows() * (shape.features() + 1) * hyperparameters.number("prototypes");
    }

    @Override
    public Form fit(Matrix features, Target target, Hyperparameters hyperparameters, FitContext context) {
        FiniteFeatures.require(features, target);
        int count = hyperparameters.whole("prototypes");
        RandomGenerator random = context.seed().child("centres", 0).random();
        List<double[]> centres = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int[] rows : groups(target)) {
            Centres found = Centres.of(features, rows, Math.min(count, rows.length), random, ROUNDS, context::mustStop);
            for (int c = 0; c < found.count(); c++) {
                centres.add(found.centre(c));
                answers.add(answer(target, found.members(c)));
            }
        }
        return form(centres, answers, target, hyperparameters);
    }

    // The rows of each class that has any; all of them for a number.
    private static List<int[]> groups(Target target) {
        int groups = Math.max(1, target.classCount());
        return IntStream.range(0, groups)
                .mapToObj(group -> IntStream.range(0, target.rows())
                        .filter(row -> target.classCount() == 0 || target.classIndex(row) == group).toArray())
                .filter(rows -> rows.length > 0).toList();
    }

    private static double answer(Target target, int[] members) {
        return Arrays.stream(members).mapToDouble(target::value).average().orElseThrow();
    }

    private static Form form(List<double[]> centres, List<Double> answers, Target target, Hyperparameters hyperparameters) {
        int width = centres.getFirst().length;
        float[] values = new float[width * centres.size()];
        for (int feature = 0; feature < width; feature++) {
            for (int c = 0; c < centres.size(); c++) {
                values[feature * centres.size() + c] = (float) centres.get(c)[feature];
            }
        }
        double[] ones = new double[width];
        Arrays.fill(ones, 1);
        KnownRows known = new KnownRows(Numbers.of(new double[width]), Numbers.of(ones), Floats.of(values));
        Neighbours.Vote vote = new Neighbours.Vote(Math.min(hyperparameters.whole("votes"), centres.size()), true, true);
        // A share of the answer comes from all rows, so that no class is ever impossible.
        double prior = hyperparameters.number("prior");
        double[] base = new double[target.outputs()];
        for (int row = 0; row < target.rows(); row++) {
            int output = target.classCount() == 0 ? 0 : target.classIndex(row);
            base[output] += prior * (target.classCount() == 0 ? target.value(row) : 1) / target.rows();
        }
        double[] stored = answers.stream().mapToDouble(Double::doubleValue).toArray();
        return new Neighbours(known, Numbers.of(stored), vote, Numbers.of(base), 1 - prior, Link.IDENTITY);
    }
}
