package lathe.engine.learn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.scoring.form.Floats;
import lathe.scoring.form.NetworkInput;

/// The first layer: takes rows of the data, embeds numbers if wanted and levels always.
final class InputLayer {

    private static final double LEVEL_SPREAD = 0.5;

    private final InputData data;
    private final Waves waves;
    private final int perNumber;
    private final int[] widths;
    private final List<Parameter> tables = new ArrayList<>();
    private final float[] out;
    private final int width;
    private int[] taken = new int[0];
    private int first;

    /// @param embedding numbers for a level, at most
    InputLayer(InputData data, Waves.Shape shape, int embedding, int capacity, RandomGenerator random) {
        this.data = data;
        waves = new Waves(data.numberCount(), shape, capacity, random);
        perNumber = 1 + shape.sums();
        widths = new int[data.levelFeatures.size()];
        int sum = data.numberCount() * perNumber;
        for (int i = 0; i < widths.length; i++) {
            int levels = data.levels(i);
            widths[i] = Math.max(1, Math.min(embedding, (levels + 1) / 2));
            sum += widths[i];
            Parameter table = new Parameter(levels * widths[i], 1, false);
            for (int j = 0; j < table.value.length; j++) {
                table.value[j] = (float) (LEVEL_SPREAD * random.nextGaussian());
            }
            tables.add(table);
        }
        width = sum;
        out = new float[capacity * width];
    }

    int outputs() {
        return width;
    }

    /// @param rows  row numbers; from the first wanted, `count` of them are taken
    float[] forward(int[] rows, int from, int count) {
        taken = rows;
        first = from;
        int p = data.numberCount();
        for (int slot = 0; slot < count; slot++) {
            int row = rows[from + slot];
            int at = slot * width;
            if (perNumber == 1) {
                System.arraycopy(data.values, row * p, out, at, p);
                at += p;
            } else {
                for (int number = 0; number < p; number++, at += perNumber) {
                    float z = data.values[row * p + number];
                    out[at] = z;
                    waves.put(slot, number, z, out, at + 1);
                }
            }
            for (int i = 0; i < widths.length; i++) {
                System.arraycopy(tables.get(i).value, data.codes.get(i)[row] * widths[i], out, at, widths[i]);
                at += widths[i];
            }
        }
        return out;
    }

    void backward(float[] dy, int count) {
        waves.forgetGradients();
        tables.forEach(table -> Arrays.fill(table.gradient, 0));
        int p = data.numberCount();
        for (int slot = 0; slot < count; slot++) {
            int row = taken[first + slot];
            int at = slot * width;
            if (perNumber > 1) {
                for (int number = 0; number < p; number++) {
                    waves.addGradients(slot, number, data.values[row * p + number], dy, at + number * perNumber + 1);
                }
            }
            at += p * perNumber;
            for (int i = 0; i < widths.length; i++) {
                float[] gradient = tables.get(i).gradient;
                int from = data.codes.get(i)[row] * widths[i];
                for (int j = 0; j < widths[i]; j++) {
                    gradient[from + j] += dy[at + j];
                }
                at += widths[i];
            }
        }
    }

    List<Parameter> parameters() {
        List<Parameter> all = new ArrayList<>(perNumber > 1 ? waves.parameters() : List.of());
        all.addAll(tables);
        return all;
    }

    List<NetworkInput> frozen() {
        List<NetworkInput> inputs = new ArrayList<>();
        for (int number = 0; number < data.numberCount(); number++) {
            NetworkInput.Plain plain = data.numbers.get(number);
            inputs.add(perNumber > 1 ? waves.frozen(number, plain) : plain);
        }
        for (int i = 0; i < widths.length; i++) {
            inputs.add(new NetworkInput.Levels(data.levelFeatures.get(i), widths[i], Floats.of(table(i))));
        }
        return inputs;
    }

    // Levels no training row has, and the last row for unknown ones, get the mean over rows.
    private float[] table(int index) {
        int wide = widths[index];
        float[] learnt = tables.get(index).value;
        int[] counts = new int[learnt.length / wide];
        int[] codes = data.codes.get(index);
        for (int row = 0; row < data.rows(); row++) {
            counts[codes[row]]++;
        }
        double[] mean = new double[wide];
        for (int level = 0; level < counts.length; level++) {
            for (int j = 0; j < wide; j++) {
                mean[j] += (double) counts[level] / data.rows() * learnt[level * wide + j];
            }
        }
        float[] table = Arrays.copyOf(learnt, learnt.length + wide);
        for (int level = 0; level <= counts.length; level++) {
            if (level == counts.length || counts[level] == 0) {
                for (int j = 0; j < wide; j++) {
                    table[level * wide + j] = (float) mean[j];
                }
            }
        }
        return table;
    }
}
