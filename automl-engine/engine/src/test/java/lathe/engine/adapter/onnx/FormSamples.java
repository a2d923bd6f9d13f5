package lathe.engine.adapter.onnx;

import java.util.Arrays;
import java.util.Random;
import lathe.scoring.form.Discriminant;
import lathe.scoring.form.Floats;
import lathe.scoring.form.Kernel;
import lathe.scoring.form.KnownRows;
import lathe.scoring.form.Link;
import lathe.scoring.form.Neighbours;
import lathe.scoring.step.Numbers;

/// Forms of drawn numbers on the three features of the random tables.
final class FormSamples {

    private FormSamples() { }

    /// @param factors numbers for each class: 3 for a diagonal, 6 for a triangle, 0 for a form without features
    static Discriminant discriminant(int classes, int factors, Random random) {
        return new Discriminant(numbers(factors == 0 ? 0 : 3 * classes, random), numbers(factors * classes, random),
                numbers(classes, random));
    }

    /// @param classes 1 for numbers
    static Neighbours neighbours(int count, int classes, boolean squared, boolean byDistance, Random random) {
        KnownRows rows = rows(40, random);
        double[] answers = random.doubles(40, 0, classes).map(answer -> classes == 1 ? answer : Math.floor(answer)).toArray();
        double[] base = new double[classes];
        Arrays.fill(base, classes == 1 ? 0 : 0.1 / classes);
        return new Neighbours(rows, Numbers.of(answers), new Neighbours.Vote(count, squared, byDistance), Numbers.of(base),
                classes == 1 ? 1 : 0.9, Link.IDENTITY);
    }

    /// Known rows on a grid of tenths, each there twice with different answers: many are equally far from any row.
    static Neighbours gridNeighbours() {
        int n = 250;
        float[] values = new float[3 * n];
        double[] answers = new double[n];
        for (int row = 0; row < n; row++) {
            values[row] = row % 5 * 0.1f;
            values[n + row] = row / 5 % 5 * 0.1f;
            values[2 * n + row] = row / 25 % 5 * 0.1f;
            answers[row] = row * row % 101;
        }
        KnownRows rows = new KnownRows(Numbers.of(0, 0, 0), Numbers.of(1, 1, 1), Floats.of(values));
        return new Neighbours(rows, Numbers.of(answers), new Neighbours.Vote(9, true, true), Numbers.of(0), 1, Link.IDENTITY);
    }

    static Kernel kernel(Kernel.Similarity.Kind kind, int sums, Link link, Random random) {
        return new Kernel(rows(50, random), new Kernel.Similarity(kind, 0.3, 0.5, kind == Kernel.Similarity.Kind.POLYNOMIAL ? 3 : 1),
                numbers(50 * sums, random), numbers(sums, random), link);
    }

    private static KnownRows rows(int count, Random random) {
        float[] values = new float[3 * count];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextFloat(-1, 1);
        }
        return new KnownRows(numbers(3, random), Numbers.of(0.5, 0.1, 2), Floats.of(values));
    }

    static Numbers numbers(int count, Random random) {
        return Numbers.of(random.doubles(count, -1, 1).toArray());
    }
}
