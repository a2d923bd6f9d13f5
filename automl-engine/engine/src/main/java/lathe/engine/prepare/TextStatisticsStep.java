package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextStatistics.Part;

/// How long a text is, and how much of it are capitals, digits and marks.
public record TextStatisticsStep() implements Step {

    @Override
    public String id() {
        return "text_statistics";
    }

    @Override
    public String description() {
        return "Length, words and shares of capitals, digits and marks: where the way of writing tells more than the words.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        add(column, builder);
    }

    static void add(ColumnAtHand column, RecipeBuilder builder) {
        StringColumn texts = column.strings();
        List<Part> parts = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<NumberFacts> facts = new ArrayList<>();
        for (Part part : Part.values()) {
            double[] ofLevel = texts.levels().stream().mapToDouble(text -> TextStatistics.of(part, text)).toArray();
            double[] values = new double[texts.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = texts.code(row) < 0 ? 0 : ofLevel[texts.code(row)];
            }
            NumberFacts ofPart = NumberFacts.of(values);
            if (!ofPart.saysNothing()) {
                parts.add(part);
                names.add(builder.name(column.field().name() + " " + part.name().toLowerCase(Locale.ROOT)));
                facts.add(ofPart);
            }
        }
        if (!parts.isEmpty()) {
            builder.textStep(new TextStatistics(column.field().name(), parts, names));
        }
        for (int i = 0; i < parts.size(); i++) {
            NumberSteps.finish(names.get(i), facts.get(i), column.forTrees(), builder);
        }
    }
}
