package lathe.scoring.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Pipeline;
import lathe.scoring.Schema;
import lathe.scoring.Signature;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import lathe.scoring.form.Blend;
import lathe.scoring.form.Linear;
import lathe.scoring.form.Link;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.FittedStep;
import lathe.scoring.step.Impute;
import lathe.scoring.step.MissingFlag;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.OneHot;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RowExplainerPropertyTest {

    // Two recipes over numbers and texts with gaps, blended behind different links.
    private static Pipeline blend(int numbers, SplittableRandom random) {
        List<Field> fields = new ArrayList<>();
        List<String> names = new ArrayList<>();
        List<String> flags = new ArrayList<>();
        for (int i = 0; i < numbers; i++) {
            fields.add(Field.of("n" + i, FieldType.NUMBER));
            names.add("n" + i);
            flags.add("n" + i + " missing");
        }
        fields.add(Field.of("c", FieldType.CATEGORY));
        List<FittedStep> steps = List.of(new MissingFlag(names, flags), new Impute(names, Numbers.of(new double[numbers])),
                new OneHot("c", List.of("a", "b", ""), List.of(0, 1, 1), List.of("c a", "c b")));
        List<String> features = new ArrayList<>(names);
        features.addAll(flags);
        features.add("c b");
        FittedRecipe all = new FittedRecipe(steps, features);
        FittedRecipe few = new FittedRecipe(steps, List.of("c a", "n0"));
        Blend model = new Blend(List.of(
                new Blend.Member(0.7, "all", linear(features.size(), Link.LOGISTIC, 1, random)),
                new Blend.Member(0.3, "few", linear(2, Link.SOFTMAX, 2, random))));
        Signature signature = new Signature(new Schema(fields), Task.BINARY, "y", List.of("no", "yes"), 1, 0.5);
        return new Pipeline(signature, Map.of("all", all, "few", few), model);
    }

    private static Linear linear(int width, Link link, int outputs, SplittableRandom random) {
        return new Linear(Numbers.of(random.doubles((long) width * outputs, -3, 3).toArray()),
                Numbers.of(random.doubles(outputs, -1, 1).toArray()), link);
    }

    private static Table rows(Schema schema, int rows, SplittableRandom random) {
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < schema.size() - 1; i++) {
            columns.add(new NumberColumn(random.doubles(rows, -2, 2).map(x -> x > 1.5 ? Double.NaN : x).toArray()));
        }
        columns.add(StringColumn.of(random.ints(rows, 0, 4).mapToObj(i -> List.of("a", "b", "", "new").get(i)).toList()));
        return new Table(schema, columns);
    }

    @Property(tries = 60)
    void amountsAddUpToTheDistanceFromTheBase(@ForAll @IntRange(min = 1, max = 9) int numbers,
            @ForAll @IntRange(min = 1, max = 40) int pairs, @ForAll @IntRange(min = 1, max = 12) int background,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Pipeline model = blend(numbers, random);
        Schema schema = model.signature().inputs();
        RowExplainer explainer = new RowExplainer(model, rows(schema, background, random));
        Table rows = rows(schema, 3, random);
        List<Contributions> explained = explainer.explain(rows, new int[] {1, 0, 1}, new Effort(pairs));
        for (int row = 0; row < 3; row++) {
            Contributions each = explained.get(row);
            assertEquals(model.predict(rows).at(row, row == 1 ? 0 : 1), each.prediction(), 1e-15);
            assertEquals(explainer.base(row == 1 ? 0 : 1), each.base());
            double sum = each.contributions().stream().mapToDouble(Contribution::amount).sum();
            assertEquals(each.prediction() - each.base(), sum, 1e-12);
            assertEquals(numbers + 1, each.contributions().size());
        }
    }
}
