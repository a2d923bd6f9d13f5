package lathe.engine.prepare;

import java.util.Arrays;
import java.util.List;
import lathe.scoring.step.Arithmetic;
import lathe.scoring.step.Bins;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Numbers;

/// Numbers on one side of a border multiplied, so that what was measured in two units is in one; then as any number.
///
/// @param border where the other unit begins
/// @param above  factor for numbers that are not below the border
/// @param below  factor for numbers below it
public record ConvertStep(double border, double above, double below) implements NumberStep {

    private static final double FAR = 1e15;
    private static final StepParameter BORDER = StepParameter.number("border", -FAR, FAR, "0", "Where numbers of the other unit begin.");
    private static final StepParameter ABOVE = StepParameter.number("above", -1e9, 1e9, "1", "Factor for numbers from the border on, such as 0.001.");
    private static final StepParameter BELOW = StepParameter.number("below", -1e9, 1e9, "1", "Factor for numbers below the border.");

    /// With nothing converted yet.
    public ConvertStep() {
        this(0, 1, 1);
    }

    @Override
    public String id() {
        return "convert";
    }

    @Override
    public String description() {
        return "Multiply the numbers on one side of a border by a factor: where one column holds two units, such as grams among kilograms.";
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(BORDER, ABOVE, BELOW);
    }

    @Override
    public Step with(StepWish wish) {
        return new ConvertStep(BORDER.number(wish), ABOVE.number(wish), BELOW.number(wish));
    }

    @Override
    public void fit(String name, NumberFacts facts, boolean forTrees, RecipeBuilder builder) {
        if (facts.saysNothing() || above == 1 && below == 1) {
            NumberSteps.finish(name, facts, forTrees, builder);
            return;
        }
        Bins side = new Bins(name, Numbers.of(border), builder.name(name + " side"));
        CodeTable factor = new CodeTable(side.output(), Numbers.of(0, 1), Numbers.of(below, above, 1), List.of(builder.name(name + " factor")));
        String converted = builder.name(name + " converted");
        builder.textStep(side);
        builder.textStep(factor);
        // Missing stays missing, and a product beyond all numbers becomes it.
        builder.textStep(new Arithmetic(List.of(name), List.of(Arithmetic.Op.MULTIPLY), factor.outputs(), Numbers.of(Double.NaN), List.of(converted)));
        double[] values = Arrays.copyOf(facts.sorted, facts.rows());
        Arrays.fill(values, facts.sorted.length, values.length, Double.NaN);
        for (int i = 0; i < facts.sorted.length; i++) {
            double product = values[i] * (values[i] < border ? below : above);
            values[i] = Math.abs(product) <= Double.MAX_VALUE ? product : Double.NaN;
        }
        NumberSteps.finish(converted, NumberFacts.of(values), forTrees, builder);
    }
}
