package lathe.engine.profile.pass;

import java.util.ArrayList;
import java.util.List;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.NumberSummary;
import lathe.engine.profile.Quantile;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.NumberColumn;

/// Of a column of numbers.
final class NumberFigures extends ColumnFigures {

    private final Field field;
    private final ValueCounts counts;
    private final QuantileSketch sketch = new QuantileSketch();
    private final DistinctSketch different = new DistinctSketch();
    private boolean exact = true;
    private int count;
    private int missing;
    private int zeros;
    private boolean whole = true;
    private boolean rising = true;
    private boolean falling = true;
    private double last = Double.NaN;
    private double min = Double.POSITIVE_INFINITY;
    private double max = Double.NEGATIVE_INFINITY;
    private double mean;
    private double squares;

    NumberFigures(Field field, int mostExact) {
        this.field = field;
        this.counts = new ValueCounts(mostExact);
    }

    @Override
    void add(Column rows) {
        for (double value : ((NumberColumn) rows).values()) {
            if (Double.isNaN(value)) {
                missing++;
            } else {
                add(value);
            }
        }
    }

    private void add(double value) {
        count++;
        double delta = value - mean;
        mean += delta / count;
        squares += delta * (value - mean);
        min = Math.min(min, value);
        max = Math.max(max, value);
        zeros += value == 0 ? 1 : 0;
        whole &= value == Math.rint(value);
        rising &= !(value <= last);
        falling &= !(value >= last);
        last = value;
        if (exact && !counts.add(value)) {
            exact = false;
            counts.forEach((known, times) -> {
                sketch.addTimes(known, times);
                different.add(DistinctSketch.hash(known));
            });
        }
        if (!exact) {
            sketch.add(value);
            different.add(DistinctSketch.hash(value));
        }
    }

    @Override
    FieldProfile profile(boolean differentInSample) {
        if (count == 0) {
            return new FieldProfile(field.name(), field.type(), 0, missing, 0, null, List.of());
        }
        RankedValues ranked = exact ? counts.ranked() : sketch.ranked();
        List<Quantile> quantiles = new ArrayList<>();
        for (double share : NumberSummary.shares()) {
            quantiles.add(new Quantile(share, Math.clamp(ranked.quantile(share), min, max)));
        }
        double sd = count < 2 ? 0 : Math.sqrt(squares / (count - 1));
        NumberSummary numbers = new NumberSummary(min, max, mean, sd, quantiles, ranked.histogram(min, max, NumberSummary.BINS, count), zeros, whole);
        return new FieldProfile(field.name(), field.type(), count, missing, distinct(differentInSample), numbers, List.of());
    }

    private int distinct(boolean differentInSample) {
        if (exact) {
            return counts.size();
        }
        return rising || falling ? count : distinct(different, counts.size(), count, differentInSample);
    }

    @Override
    boolean isEstimated() {
        return !exact;
    }
}
