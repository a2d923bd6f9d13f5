package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lathe.engine.prepare.RowsAtHand.Coded;
import lathe.engine.prepare.RowsAtHand.NumberFeature;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Arithmetic.Op;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Numbers;

/// A number less, or over, the mean of its group, kept where it goes with what a quick boosted model leaves
/// unexplained more closely than the number and the mean do: a price against the usual price of the kind. Reads the target for the choice only.
///
/// After the group features of TabPrep (arXiv 2606.02384).
public record GroupRatiosGenerator() implements Generator {

    private static final int MOST_NUMBERS = 12;
    private static final int MOST_GROUPINGS = 10;
    private static final int MOST_LEVELS = 2000;
    private static final int MOST_KEPT = 30;

    @Override
    public String id() {
        return "group_ratios";
    }

    @Override
    public String description() {
        return "A number compared with the mean of its group: where dear or large means dear or large for its kind.";
    }

    private record Candidate(NumberFeature number, Coded coded, Op op, double[] means, double strength, double gain) { }

    @Override
    public void fit(RowsAtHand rows, RecipeBuilder builder) {
        if (!rows.worthWhile()) {
            return;
        }
        Association association = new Association(rows.residuals());
        Map<NumberFeature, Double> strengths = new HashMap<>();
        rows.numbers().forEach(number -> strengths.put(number, strength(association, number.values())));
        List<NumberFeature> numbers = rows.numbers().stream()
                .sorted(Comparator.comparingDouble((NumberFeature each) -> strengths.getOrDefault(each, 0.0)).reversed())
                .limit(MOST_NUMBERS).toList();
        List<Coded> groupings = rows.categories().stream().filter(coded -> coded.size() > 2 && coded.size() <= MOST_LEVELS)
                .limit(MOST_GROUPINGS).toList();
        List<Candidate> candidates = new ArrayList<>();
        for (NumberFeature number : numbers) {
            for (Coded coded : groupings) {
                if (!rows.mustStop() && !coded.column().equals(number.name())) {
                    candidates.addAll(candidates(number, coded, strengths.getOrDefault(number, 0.0), association));
                }
            }
        }
        double least = association.chance();
        List<Candidate> kept = candidates.stream().filter(each -> each.strength() > least && each.gain() > 0.3 * least)
                .sorted(Comparator.comparingDouble(Candidate::gain).reversed()).limit(MOST_KEPT).toList();
        Map<String, String> meanColumns = new HashMap<>();
        kept.forEach(each -> add(each, meanColumns, rows, builder));
    }

    private static double strength(Association association, double[] values) {
        return association.strength(Association.ranks(association.of(values)));
    }

    private static List<Candidate> candidates(NumberFeature number, Coded coded, double alone, Association association) {
        double[] means = means(number.values(), coded);
        double[] ofRows = ofRows(means, coded);
        double parents = Math.max(alone, strength(association, ofRows));
        List<Candidate> both = new ArrayList<>();
        for (Op op : List.of(Op.SUBTRACT, Op.DIVIDE)) {
            double made = strength(association, Arithmetic.combined(number.values(), op, ofRows, 0));
            both.add(new Candidate(number, coded, op, means, made, made - parents));
        }
        return both;
    }

    /// Mean of each code; the mean of all where a code has no row.
    private static double[] means(double[] values, Coded coded) {
        double[] sums = new double[coded.size()];
        int[] counts = new int[coded.size()];
        double unit = Math.max(1, Arrays.stream(values).filter(value -> !Double.isNaN(value)).map(Math::abs).max().orElse(1));   // against overflow
        double all = 0;
        int present = 0;
        for (int row = 0; row < values.length; row++) {
            if (!Double.isNaN(values[row])) {
                sums[coded.codes()[row]] += values[row] / unit;
                counts[coded.codes()[row]]++;
                all += values[row] / unit;
                present++;
            }
        }
        double overall = all / Math.max(1, present);
        return IntStream.range(0, sums.length).mapToDouble(code -> unit * (counts[code] == 0 ? overall : sums[code] / counts[code])).toArray();
    }

    private static double[] ofRows(double[] means, Coded coded) {
        double[] values = new double[coded.codes().length];
        for (int row = 0; row < values.length; row++) {
            values[row] = means[coded.codes()[row]];
        }
        return values;
    }

    private static void add(Candidate each, Map<String, String> meanColumns, RowsAtHand rows, RecipeBuilder builder) {
        String ofGroup = "%s by %s".formatted(each.number().name(), each.coded().column());
        String mean = meanColumns.computeIfAbsent(ofGroup, wish -> {
            String name = builder.name("mean " + wish);
            int size = each.coded().size();
            builder.jointStep(new CodeTable(rows.codeColumn(each.coded(), builder),
                    Numbers.of(IntStream.range(0, size - 1).asDoubleStream().toArray()), Numbers.of(each.means()), List.of(name)));
            return name;
        });
        double[] ofRows = ofRows(each.means(), each.coded());
        String output = builder.name("%s %s mean by %s".formatted(each.number().name(), each.op().sign(), each.coded().column()));
        double fill = each.op() == Op.DIVIDE ? 1 : 0;
        builder.jointStep(new Arithmetic(List.of(each.number().name()), List.of(each.op()), List.of(mean), Numbers.of(fill),
                List.of(output)));
        JointFeatures.add(List.of(output), new double[][] {Arithmetic.combined(each.number().values(), each.op(), ofRows, fill)},
                rows, builder);
    }
}
