package lathe.engine.learn.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import java.util.Random;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import lathe.scoring.form.Trees;
import org.junit.jupiter.api.Test;

/// Boosted trees cut to their first rounds, which is what fewer rounds would have given.
class FirstTreesTest {

    private static final int ROWS = 400;

    private static Matrix features() {
        Random random = new Random(1);
        double[][] columns = new double[2][ROWS];
        for (int row = 0; row < ROWS; row++) {
            columns[0][row] = random.nextGaussian();
            columns[1][row] = random.nextGaussian();
        }
        return new Matrix(List.of("a", "b"), columns, ROWS);
    }

    private static Trees boosted(double rounds) {
        Matrix features = features();
        int[] classes = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            classes[row] = features.column(0)[row] < -0.4 ? 0 : features.column(1)[row] < 0.2 ? 1 : 2;
        }
        BoostingLearner learner = new BoostingLearner();
        return (Trees) learner.fit(features, Target.classes(classes, 3), learner.space(new DataShape(Task.MULTICLASS, 3, ROWS, 2)).with(
                Map.of("rounds", rounds, "stopping", "never", "leaves", 8.0)), new FitContext(new Seed(2), Deadline.never(), new CancelToken()));
    }

    @Test
    void fewerRoundsAreTheBeginningOfMore() {
        Trees few = boosted(50);
        Trees cut = boosted(70).first(150);
        assertEquals(150, cut.trees());
        assertEquals(few.nodes(), cut.nodes());
        Features all = Features.of(features());
        assertArrayEquals(few.predict(all).values(), cut.predict(all).values());
    }

    @Test
    void asManyAsThereAreIsAllOfThem() {
        Trees few = boosted(50);
        assertSame(few, few.first(150));
        assertSame(few, few.first(1000));
    }
}
