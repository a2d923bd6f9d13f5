package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.step.CodeTable;
import lathe.scoring.step.Frame;
import lathe.scoring.step.Lookup;
import lathe.scoring.step.Numbers;
import org.jspecify.annotations.Nullable;

/// The training rows behind the columns' own steps, with what a generator may learn from.
///
/// Levels of a column are coded once for all generators. Used by one thread.
public final class RowsAtHand {

    private static final int RARE = 2;
    private static final int FEW_NUMBERS = 40;
    private static final int LEAST_NUMBERS = 3;
    private static final int MOST_CLASSES = 20;
    private static final int SAMPLE = 4000;
    private static final int SAMPLE_ANSWERS = 7 * SAMPLE;   // of all classes together, as each takes trees of its own
    private static final int LEAST_SAMPLE = 1500;
    private static final int LEAST_ROWS = 40;

    private final Matrix features;
    private final Target target;
    private final Preparation preparation;
    private final Seed seed;
    private final Deadline deadline;
    private final List<Coded> categories = new ArrayList<>();
    private final List<NumberFeature> numbers = new ArrayList<>();
    private final Map<String, String> codeColumns = new HashMap<>();
    private final Answers answers;
    private @Nullable Residuals residuals;

    /// A column whose levels are numbered from 0; 0 is missing, the last number is every level not seen often enough.
    record Coded(String column, int[] codes, int size, List<String> texts, List<Double> textCodes, double[] numberKeys) { }

    /// A measured number as the learner sees it.
    record NumberFeature(String name, double[] values) { }

    /// What a recipe says and where it is fitted.
    record Place(Recipe recipe, Target target, Seed seed, Deadline deadline) { }

    /// @param frame    the raw columns behind the missing tokens
    /// @param features what the columns' own steps make of the training rows
    RowsAtHand(Schema schema, Frame frame, Matrix features, Place place) {
        this.features = features;
        this.target = place.target();
        this.preparation = place.recipe().preparation();
        this.seed = place.seed();
        this.deadline = place.deadline();
        this.answers = Answers.of(target, MOST_CLASSES);
        Set<String> names = Set.copyOf(features.names());
        for (Field field : schema.fields()) {
            boolean dropped = "drop".equals(place.recipe().chosen().get(field.name()));
            // What is made of a directed column would get around its direction.
            if (field.role() != Role.FEATURE || dropped || place.recipe().directions().containsKey(field.name())) {
                continue;
            }
            if (field.type() == FieldType.CATEGORY || field.type() == FieldType.BOOLEAN) {
                addLevels(field.name(), frame);
            } else if (field.type() == FieldType.NUMBER && names.contains(field.name())) {
                addNumber(field.name(), features.column(features.names().indexOf(field.name())));
            }
        }
    }

    private void addLevels(String name, Frame frame) {
        LevelCounts counts = new LevelCounts(frame.strings(name));
        if (counts.variety() < 2) {
            return;
        }
        int[] codeOfLevel = new int[counts.levels.size()];
        List<String> texts = new ArrayList<>();
        List<Double> textCodes = new ArrayList<>();
        int next = 1;
        for (int level = 0; level < codeOfLevel.length; level++) {
            if (counts.levels.get(level).count() >= RARE) {
                codeOfLevel[level] = next++;
                for (String spelling : counts.levels.get(level).spellings()) {
                    texts.add(spelling);
                    textCodes.add((double) codeOfLevel[level]);
                }
            }
        }
        int[] codes = new int[frame.rows()];
        for (int row = 0; row < codes.length; row++) {
            int code = frame.strings(name).code(row);
            int known = code < 0 ? 0 : codeOfLevel[counts.levelOfCode[code]];
            codes[row] = code >= 0 && known == 0 ? next : known;
        }
        categories.add(new Coded(name, codes, next + 1, texts, textCodes, new double[0]));
    }

    // A number of few values may be a code: an hour, a month, a kind. Scaled numbers cannot be looked up safely.
    private void addNumber(String name, double[] values) {
        double[] distinct = distinct(values);
        if (distinct.length >= LEAST_NUMBERS) {
            numbers.add(new NumberFeature(name, values));
        }
        if (forTrees() && distinct.length >= LEAST_NUMBERS && distinct.length <= FEW_NUMBERS && 2 * distinct.length < values.length) {
            int[] codes = new int[values.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = Double.isNaN(values[row]) ? distinct.length : Arrays.binarySearch(distinct, values[row] + 0.0);
            }
            categories.add(new Coded(name, codes, distinct.length + 1, List.of(), List.of(), distinct));
        }
    }

    // Rising; cut off as soon as there are too many for a code and enough for a measure.
    private static double[] distinct(double[] values) {
        double[] found = new double[FEW_NUMBERS + 1];
        int count = 0;
        for (int row = 0; row < values.length && count < found.length; row++) {
            double value = values[row] + 0.0;
            int at = Arrays.binarySearch(found, 0, count, value);
            if (at < 0 && !Double.isNaN(value)) {
                System.arraycopy(found, -at - 1, found, -at, count + at + 1);
                found[-at - 1] = value;
                count++;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /// The column that holds the codes; its step is added when it is first asked for.
    String codeColumn(Coded coded, RecipeBuilder builder) {
        return codeColumns.computeIfAbsent(coded.column(), column -> {
            String name = builder.name(column + " code");
            if (coded.numberKeys().length == 0) {
                double[] values = coded.textCodes().stream().mapToDouble(Double::doubleValue).toArray();
                builder.textStep(new Lookup(column, coded.texts(), Numbers.of(values), 0, coded.size() - 1, name));
            } else {
                double[] values = IntStream.rangeClosed(0, coded.numberKeys().length).asDoubleStream().toArray();
                builder.jointStep(new CodeTable(column, Numbers.of(coded.numberKeys()), Numbers.of(values), List.of(name)));
            }
            return name;
        });
    }

    List<Coded> categories() {
        return categories;
    }

    /// Number columns that are features by their own name, with at least three values.
    List<NumberFeature> numbers() {
        return numbers;
    }

    /// What the learner would see without generators.
    public Matrix features() {
        return features;
    }

    public Target target() {
        return target;
    }

    public int rows() {
        return target.rows();
    }

    public boolean forTrees() {
        return preparation.forTrees();
    }

    public Seed seed() {
        return seed;
    }

    public boolean mustStop() {
        return deadline.passed();
    }

    /// What a quick model leaves unexplained; the same for all generators.
    Residuals residuals() {
        if (residuals == null) {
            int most = Math.clamp(SAMPLE_ANSWERS / answers.outputs(), LEAST_SAMPLE, SAMPLE);
            residuals = Residuals.of(features, answers, target, sample(most), seed.child("residuals", 0));
        }
        return residuals;
    }

    /// Whether there are enough rows and features to see what a quick model leaves.
    boolean worthWhile() {
        return rows() >= LEAST_ROWS && features.width() > 0;
    }

    /// All rows' answers; of more than twenty classes the commonest.
    Answers answers() {
        return answers;
    }

    /// All rows, or so many of them drawn without replacement, rising.
    int[] sample(int most) {
        int[] all = IntStream.range(0, rows()).toArray();
        if (all.length <= most) {
            return all;
        }
        Random random = new Random(seed.child("sample", most).value());
        for (int i = 0; i < most; i++) {
            int other = i + random.nextInt(all.length - i);
            int row = all[other];
            all[other] = all[i];
            all[i] = row;
        }
        int[] drawn = Arrays.copyOf(all, most);
        Arrays.sort(drawn);
        return drawn;
    }
}
