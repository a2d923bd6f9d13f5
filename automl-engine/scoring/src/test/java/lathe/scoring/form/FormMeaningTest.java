package lathe.scoring.form;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lathe.scoring.Matrix;
import lathe.scoring.step.Numbers;
import org.junit.jupiter.api.Test;

/// What each form answers; expected numbers are worked out by hand.
class FormMeaningTest {

    private static final double NONE = Double.NaN;

    private static Features features(double[]... columns) {
        List<String> names = List.of("a", "b").subList(0, columns.length);
        return Features.of(new Matrix(names, columns, columns[0].length));
    }

    // a <= 1 ? (b <= 5 ? 10 : 20) : 30; missing a goes left, missing b goes right
    private static Trees.Nodes tree() {
        return new Trees.Nodes(new int[] {0, 1, -1, -1, -1}, new double[] {1, 5, 0, 0, 0},
                new boolean[] {true, false, false, false, false}, new int[] {1, 2, 0, 1, 2}, new int[] {4, 3, 0, 0, 0});
    }

    @Test
    void treeSendsEachRowToItsLeaf() {
        Trees trees = new Trees(new int[] {0}, new int[] {0}, tree(), new double[] {10, 20, 30}, new double[] {0.5}, Link.IDENTITY);
        double[] answers = trees.predict(features(new double[] {1, 1, 1.5, NONE, NONE, 0},
                new double[] {5, 5.1, 0, 1, NONE, Double.NEGATIVE_INFINITY})).values();
        assertArrayEquals(new double[] {10.5, 20.5, 30.5, 10.5, 20.5, 10.5}, answers);
    }

    @Test
    void boostedTreesAddToTheirOwnSums() {
        Trees trees = new Trees(new int[] {0, 0, 0}, new int[] {0, 1, 1}, tree(), new double[] {1, 2, 3}, new double[] {0, 10, 20},
                Link.IDENTITY);
        assertArrayEquals(new double[] {3, 16, 20}, trees.predict(features(new double[] {2}, new double[] {0})).values());
    }

    @Test
    void forestAddsWholeRows() {
        Trees trees = new Trees(new int[] {0, 0}, new int[0], tree(), new double[] {1, 3, 0, 1, 1, 1}, new double[] {0, 0}, Link.NORMALISE);
        assertArrayEquals(new double[] {0.25, 0.75}, trees.predict(features(new double[] {0}, new double[] {0})).values());
    }

    @Test
    void treesAnswerMoreRowsThanABlockAlike() {
        double[] a = new double[1300];
        double[] b = new double[1300];
        a[1299] = 2;
        double[] answers = new Trees(new int[] {0}, new int[] {0}, tree(), new double[] {1, 2, 3}, new double[] {0}, Link.IDENTITY)
                .predict(features(a, b)).values();
        assertEquals(1, answers[1298]);
        assertEquals(3, answers[1299]);
    }

    @Test
    void treesRefuseNodesThatPointBackwards() {
        Trees.Nodes loop = new Trees.Nodes(new int[] {0, -1}, new double[2], new boolean[2], new int[] {0, 0}, new int[] {1, 0});
        assertThrows(IllegalArgumentException.class,
                () -> new Trees(new int[] {0}, new int[] {0}, loop, new double[] {1}, new double[] {0}, Link.IDENTITY));
    }

    @Test
    void linearSumsWeightsAndBias() {
        Linear linear = new Linear(Numbers.of(2, -1, 0.5, 3), Numbers.of(1, 10), Link.IDENTITY);
        assertArrayEquals(new double[] {1, 16.5}, linear.predict(features(new double[] {1}, new double[] {2})).values());
        assertThrows(IllegalArgumentException.class, () -> linear.predict(features(new double[] {1})));
    }

    // scipy 1.17: special.expit, special.softmax, special.expm1
    @Test
    void linksGiveScipysNumbers() {
        assertArrayEquals(new double[] {0.425557483188341, 0.574442516811659}, Link.LOGISTIC.apply(new double[] {0.3}, 1), 1e-15);
        assertArrayEquals(new double[] {0.09003057317038046, 0.24472847105479764, 0.6652409557748218},
                Link.SOFTMAX.apply(new double[] {1, 2, 3}, 3), 1e-15);
        assertArrayEquals(new double[] {2.718281828459045, 1}, Link.EXP.apply(new double[] {1, 0}, 1), 1e-15);
        assertArrayEquals(new double[] {1.718281828459045, 0}, Link.EXPM1.apply(new double[] {1, 0}, 1), 1e-15);
        assertArrayEquals(new double[] {0.25, 0.75, 1, 0}, Link.NORMALISE.apply(new double[] {1, 3, 2, 0}, 2), 0);
    }

    @Test
    void linksStayFiniteFarOut() {
        assertArrayEquals(new double[] {1, 0, 0, 1}, Link.LOGISTIC.apply(new double[] {-800, 800}, 1));
        assertArrayEquals(new double[] {1, 0}, Link.SOFTMAX.apply(new double[] {1000, -1000}, 2));
    }

    @Test
    void blendWeighsMembersAndPreparesARecipeOnce() {
        Map<String, Integer> asked = new HashMap<>();
        Matrix matrix = new Matrix(List.of(), new double[0][], 2);
        Features features = Features.of((String recipe) -> {
            asked.merge(recipe, 1, Integer::sum);
            return matrix;
        });
        Blend blend = new Blend(List.of(new Blend.Member(0.75, "r", new Constant(Numbers.of(0, 1))),
                new Blend.Member(0.125, "r", new Constant(Numbers.of(1, 0))),
                new Blend.Member(0.125, "s", new Constant(Numbers.of(0.5, 0.5)))));
        assertArrayEquals(new double[] {0.1875, 0.8125, 0.1875, 0.8125}, blend.predict(features).values());
        assertEquals(Map.of("r", 1, "s", 1), asked);
    }
}
