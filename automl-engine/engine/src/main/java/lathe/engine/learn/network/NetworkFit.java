package lathe.engine.learn.network;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.RowDraw;
import lathe.engine.learn.Target;
import lathe.scoring.form.Network;

/// One training of a network, with everything that changes while it runs.
///
/// From [#HOLDING_BACK_ROWS] rows on, a part of them (the same share of each class) is held back; the epoch that answers it
/// best is kept. When time gets short, the schedule is shortened so that it still comes to its end.
final class NetworkFit {

    static final int HOLDING_BACK_ROWS = 200;
    private static final double HELD_BACK = 0.125;
    private static final int LEAST_CAPACITY = 256;
    private static final int DRAWING_ROWS = 512;
    private static final double TIME_SHARE = 0.9;
    private static final int ENOUGH_HELD_BACK = 20_000;

    private final NetworkRules.Training rules;
    private final FitContext context;
    private final NetworkModel model;
    private final AdamW optimiser;
    private final int capacity;
    private final int[] heldBack;
    private final int[] fitted;
    private final RandomGenerator random;
    private final float[][] best;
    private final double dropout;
    private final boolean byTime;
    private final double seconds;
    private final long begin = System.nanoTime();
    private double progress;
    private int epochs;

    /// @param byTime whether the schedule ends when the time does, even within an epoch: for rows too many for several
    NetworkFit(InputData data, Target target, Objective objective, NetworkRules rules, MatrixProduct product, FitContext context, boolean byTime) {
        this.rules = rules.training();
        this.context = context;
        this.epochs = this.rules.epochs();
        this.dropout = rules.shape().dropout();
        this.byTime = byTime;
        this.seconds = TIME_SHARE * context.deadline().secondsLeft();
        int n = data.rows();
        double share = byTime ? Math.min(HELD_BACK, (double) ENOUGH_HELD_BACK / n) : HELD_BACK;
        heldBack = n < HOLDING_BACK_ROWS ? new int[0] : RowDraw.share(target, share, context.seed().child("held-back", 0));
        fitted = RowDraw.others(n, heldBack);
        random = context.seed().child("network", 0).random();
        RowDraw.shuffle(fitted, fitted.length, random);
        capacity = Math.max(this.rules.batch(), Math.min(LEAST_CAPACITY, n));
        int[] drawing = Arrays.copyOf(fitted, Math.min(DRAWING_ROWS, fitted.length));
        model = new NetworkModel(data, objective, rules.shape(), new NetworkModel.Means(product, capacity, this::dropped), drawing, random);
        optimiser = new AdamW(this.rules.memory(), this.rules.weightDecay());
        best = model.parameters().stream().map(parameter -> parameter.value.clone()).toArray(float[][]::new);
    }

    private double dropped() {
        return dropout * Schedule.flatThenDown(progress);
    }

    Network form() {
        double least = loss();
        int bestEpoch = 0;
        for (int epoch = 1; epoch <= epochs && progress < 1 && epoch(epoch); epoch++) {
            double now = loss();
            if (now <= least || heldBack.length == 0 && isFinite()) {
                least = now;
                bestEpoch = epoch;
                keep();
            } else if (epoch > 2 * bestEpoch + rules.patience()) {
                break;
            }
            fitToTime(epoch, elapsed());
        }
        if (bestEpoch > 0 || !isFinite()) {
            restore();
        }
        return model.frozen();
    }

    private double elapsed() {
        return (System.nanoTime() - begin) / 1e9;
    }

    // False when time was up before its end.
    private boolean epoch(int number) {
        RowDraw.shuffle(fitted, fitted.length, random);
        for (int from = 0; from < fitted.length && progress < 1; from += rules.batch()) {
            if (context.mustStop()) {
                return false;
            }
            double done = (number - 1 + (double) from / fitted.length) / epochs;
            progress = Math.min(1, byTime ? Math.max(done, elapsed() / seconds) : done);
            model.learn(fitted, from, Math.min(rules.batch(), fitted.length - from));
            optimiser.step(model.parameters(), rules.learningRate() * rules.schedule().at(progress));
        }
        return true;
    }

    private void fitToTime(int done, double spent) {
        if (byTime) {
            return;
        }
        double left = TIME_SHARE * context.deadline().secondsLeft();
        double affordable = done + left * done / spent;
        epochs = (int) Math.max(done, Math.min(epochs, affordable));
    }

    /// Mean loss of the rows held back; 0 without any.
    private double loss() {
        double sum = 0;
        for (int from = 0; from < heldBack.length; from += capacity) {
            sum += model.loss(heldBack, from, Math.min(capacity, heldBack.length - from));
        }
        return heldBack.length == 0 ? 0 : sum / heldBack.length;
    }

    private boolean isFinite() {
        for (Parameter parameter : model.parameters()) {
            for (float value : parameter.value) {
                if (!Float.isFinite(value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private void keep() {
        List<Parameter> parameters = model.parameters();
        for (int i = 0; i < best.length; i++) {
            System.arraycopy(parameters.get(i).value, 0, best[i], 0, best[i].length);
        }
    }

    private void restore() {
        List<Parameter> parameters = model.parameters();
        for (int i = 0; i < best.length; i++) {
            System.arraycopy(best[i], 0, parameters.get(i).value, 0, best[i].length);
        }
    }
}
