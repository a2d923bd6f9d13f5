package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Arithmetic.Op;
import lathe.scoring.step.Clip;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.Scale;

/// Sums, differences, products and ratios of two or three numbers, kept where they go with what a quick boosted model
/// leaves unexplained more closely than any of their parts.
///
/// After the arithmetic features of TabPrep (arXiv 2606.02384), with candidates drawn from the strongest numbers first and
/// a choice by gain in rank correlation instead of none.
public record ArithmeticGenerator() implements Generator {

    private static final int MOST_PAIRED = 600;   // all pairs of fifteen columns
    private static final int MOST_KEPT = 60;
    private static final int MOST_PARTS = 24;
    private static final int STARTS_FOR_THREE = 6;
    private static final double ALIKE = 0.98;

    @Override
    public String id() {
        return "arithmetic";
    }

    @Override
    public String description() {
        return "Sums, differences, products and ratios of numbers: where a rate or a difference says more than its parts.";
    }

    /// A feature that is or could be: two parts, or none for a number of the table.
    private record Part(String name, double[] values, double[] ranks, double strength, int depth) { }

    private record Candidate(Part left, Op op, Part right, double[] sampled, double[] ranks, double strength) {
        double gain() {
            return strength - Math.max(left.strength(), right.strength());
        }
    }

    @Override
    public void fit(RowsAtHand rows, RecipeBuilder builder) {
        if (!rows.worthWhile()) {
            return;
        }
        Association association = new Association(rows.residuals());
        List<Part> parts = new ArrayList<>();
        for (RowsAtHand.NumberFeature number : rows.numbers()) {
            double[] ranks = Association.ranks(association.of(number.values()));
            parts.add(new Part(number.name(), number.values(), ranks, association.strength(ranks), 0));
        }
        parts.sort(Comparator.comparingDouble(Part::strength).reversed());
        int columns = parts.size();
        List<Part> strongest = parts.subList(0, Math.min(MOST_PARTS, columns));
        int most = Math.min(MOST_PAIRED, 4 * columns * columns);
        List<Candidate> two = kept(pairs(strongest, strongest, most, association, rows), association, MOST_KEPT, List.of());
        List<Part> made = add(two, rows, builder);
        List<Part> starts = made.subList(0, Math.min(STARTS_FOR_THREE, made.size()));
        List<Part> ends = strongest.subList(0, Math.min(2 * STARTS_FOR_THREE, strongest.size()));
        List<Candidate> three = pairs(starts, ends, most, association, rows);
        add(kept(three, association, Math.min(MOST_KEPT - made.size(), columns), made), rows, builder);
    }

    // Strong ones first, so that what is cut off is the weakest.
    private static List<Candidate> pairs(List<Part> lefts, List<Part> rights, int most, Association association, RowsAtHand rows) {
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i < lefts.size(); i++) {
            for (int j = lefts.get(i).depth() == 0 ? i + 1 : 0; j < rights.size(); j++) {
                places.add(new int[] {i, j});
            }
        }
        places.sort(Comparator.comparingInt(pair -> pair[0] + pair[1]));
        List<Candidate> candidates = new ArrayList<>();
        for (int[] pair : places) {
            if (candidates.size() >= most || rows.mustStop()) {
                break;
            }
            Part a = lefts.get(pair[0]);
            Part b = rights.get(pair[1]);
            for (Op op : Op.values()) {
                candidates.add(candidate(a, op, b, association));
            }
            candidates.add(candidate(b, Op.DIVIDE, a, association));
        }
        return candidates;
    }

    private static Candidate candidate(Part left, Op op, Part right, Association association) {
        double[] sampled = Arithmetic.combined(association.of(left.values()), op, association.of(right.values()), Double.NaN);
        double fill = median(sampled);
        for (int i = 0; i < sampled.length; i++) {
            sampled[i] = Double.isNaN(sampled[i]) ? fill : sampled[i];
        }
        double[] ranks = Association.ranks(sampled);
        return new Candidate(left, op, right, sampled, ranks, association.strength(ranks));
    }

    private static List<Candidate> kept(List<Candidate> candidates, Association association, int most, List<Part> before) {
        double least = association.chance();
        List<Candidate> sorted = new ArrayList<>(candidates.stream().filter(each -> each.strength() > least && each.gain() > 0.3 * least).toList());
        sorted.sort(Comparator.comparingDouble(Candidate::gain).reversed());
        List<Candidate> kept = new ArrayList<>();
        for (Candidate each : sorted) {
            boolean known = kept.stream().anyMatch(other -> Math.abs(Association.product(each.ranks(), other.ranks())) > ALIKE)
                    || before.stream().anyMatch(other -> Math.abs(Association.product(each.ranks(), other.ranks())) > ALIKE);
            if (kept.size() < most && !known) {
                kept.add(each);
            }
        }
        return kept;
    }

    private static List<Part> add(List<Candidate> kept, RowsAtHand rows, RecipeBuilder builder) {
        List<Part> made = new ArrayList<>();
        List<Double> fills = new ArrayList<>();
        for (Candidate each : kept) {
            double fill = median(each.sampled());
            fills.add(fill);
            String name = builder.name("%s %s %s".formatted(inBrackets(each.left()), each.op().sign(), inBrackets(each.right())));
            double[] values = Arithmetic.combined(each.left().values(), each.op(), each.right().values(), fill);
            made.add(new Part(name, values, each.ranks(), each.strength(), 1 + each.left().depth()));
        }
        if (made.isEmpty()) {
            return made;
        }
        List<String> names = made.stream().map(Part::name).toList();
        builder.jointStep(new Arithmetic(kept.stream().map(each -> each.left().name()).toList(),
                kept.stream().map(Candidate::op).toList(), kept.stream().map(each -> each.right().name()).toList(),
                Numbers.of(fills.stream().mapToDouble(Double::doubleValue).toArray()), names));
        if (!rows.forTrees()) {
            return scaled(made, builder);
        }
        names.forEach(builder::feature);
        return made;
    }

    private static String inBrackets(Part part) {
        return part.depth() > 0 ? "(" + part.name() + ")" : part.name();
    }

    // Ratios have long tails, which weighted sums do not bear.
    private static List<Part> scaled(List<Part> made, RecipeBuilder builder) {
        List<String> names = made.stream().map(Part::name).toList();
        double[][] facts = new double[4][made.size()];
        List<Part> after = new ArrayList<>();
        for (int i = 0; i < made.size(); i++) {
            NumberFacts plain = NumberFacts.of(made.get(i).values());
            facts[0][i] = plain.sorted[(int) (0.01 * (plain.sorted.length - 1))];
            facts[1][i] = plain.sorted[(int) Math.ceil(0.99 * (plain.sorted.length - 1))];
            NumberFacts clipped = plain.clipped(facts[0][i], facts[1][i]);
            double deviation = clipped.deviation > 0 ? clipped.deviation : 1;
            facts[2][i] = clipped.mean;
            facts[3][i] = deviation;
            double low = facts[0][i];
            double high = facts[1][i];
            Part part = made.get(i);
            double[] values = Arrays.stream(part.values())
                    .map(value -> (Math.min(Math.max(value, low), high) - clipped.mean) / deviation).toArray();
            after.add(new Part(part.name(), values, part.ranks(), part.strength(), part.depth()));
        }
        builder.jointStep(new Clip(names, Numbers.of(facts[0]), Numbers.of(facts[1])));
        builder.jointStep(new Scale(names, Numbers.of(facts[2]), Numbers.of(facts[3])));
        names.forEach(builder::feature);
        return after;
    }

    // 0 if there is none; of an even number the lower one.
    private static double median(double[] values) {
        double[] present = Arrays.stream(values).filter(value -> !Double.isNaN(value)).sorted().toArray();
        return present.length == 0 ? 0 : present[(present.length - 1) / 2];
    }
}
