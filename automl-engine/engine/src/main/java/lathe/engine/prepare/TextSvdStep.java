package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.step.FittedRecipe;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;

/// Words, word pairs and runs of characters of a text, weighted by how rare they are and drawn together on some directions;
/// and what [TextStatisticsStep] counts.
///
/// Source: S. Deerwester et al., "Indexing by Latent Semantic Analysis", JASIS 41 (1990). idf as in [TextVectorStep].
/// Different texts are taken in their own order, weighted by how often they come, so the order of rows does not matter.
///
/// @param directions how many
public record TextSvdStep(int directions) implements Step {

    private static final StepParameter DIRECTIONS = StepParameter.whole("directions", 2, 200, "30", "How many numbers the text becomes.");
    private static final int MOST_WORDS = 1000;
    private static final int MOST_RUNS = 1500;
    private static final int LEAST_TEXTS = 3;
    private static final int MOST_TEXTS = 2000;
    private static final int LONGEST_TEXT = 2000;

    /// As it is usual.
    public TextSvdStep() {
        this(DIRECTIONS.whole(StepWish.of("text_svd")));
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(DIRECTIONS);
    }

    @Override
    public Step with(StepWish wish) {
        return new TextSvdStep(DIRECTIONS.whole(wish));
    }

    @Override
    public String id() {
        return "text_svd";
    }

    @Override
    public String description() {
        return "Words and pieces of words drawn together on some numbers (thirty, or as many as you say): for texts with many words, misspelt or inflected ones.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.CATEGORY;
    }

    /// Different texts, sorted, with the number of rows of each.
    private record Texts(List<String> texts, int[] counts, int rows) {

        /// No more than so many texts, as good as drawn at random, whatever the order of rows.
        static Texts of(StringColumn column, int most) {
            int[] counts = new int[column.levels().size()];
            for (int row = 0; row < column.rows(); row++) {
                if (!column.isMissing(row)) {
                    counts[column.code(row)]++;
                }
            }
            List<Integer> codes = IntStream.range(0, counts.length).filter(code -> counts[code] > 0).boxed()
                    .sorted(Comparator.comparingInt((Integer code) -> column.levels().get(code).hashCode() * 0x9E3779B9)
                            .thenComparing(code -> column.levels().get(code)))
                    .limit(most).sorted(Comparator.comparing(code -> column.levels().get(code))).toList();
            int[] chosen = codes.stream().mapToInt(code -> counts[code]).toArray();
            int rows = codes.size() < most ? column.rows() : IntStream.of(chosen).sum();
            return new Texts(codes.stream().map(column.levels()::get).toList(), chosen, rows);
        }

        // The commonest terms that are not in every row, with the number of rows that have them.
        Map<String, Integer> terms(BiConsumer<String, Consumer<String>> taker, int most) {
            Map<String, Integer> documents = new HashMap<>();
            Set<String> own = new HashSet<>();
            for (int i = 0; i < counts.length; i++) {
                own.clear();
                String text = texts.get(i);
                taker.accept(text.substring(0, Math.min(LONGEST_TEXT, text.length())), own::add);
                for (String term : own) {
                    documents.merge(term, counts[i], Integer::sum);
                }
            }
            int least = Math.max(LEAST_TEXTS, rows / 1000);
            Map<String, Integer> kept = new HashMap<>();
            documents.entrySet().stream().filter(entry -> entry.getValue() >= least && entry.getValue() < rows)
                    .filter(entry -> isWhole(entry.getKey()))
                    .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                    .limit(most).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
            return kept;
        }

        // Half a character is no text that every runtime would read alike.
        private static boolean isWhole(String term) {
            return term.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        Texts texts = Texts.of(column.strings(), MOST_TEXTS);
        Map<String, Integer> words = texts.terms(TextVector::words, MOST_WORDS);
        Map<String, Integer> runs = texts.terms(TextSvd::runs, MOST_RUNS);
        List<String> wordList = words.keySet().stream()
                .sorted(Comparator.comparing((String term) -> term.indexOf(' ') >= 0).thenComparing(term -> term)).toList();
        List<String> runList = runs.keySet().stream()
                .sorted(Comparator.comparingInt((String run) -> run.codePointCount(0, run.length())).thenComparing(run -> run)).toList();
        double[] weights = IntStream.range(0, wordList.size() + runList.size()).mapToDouble(i -> {
            int documents = i < wordList.size() ? words.getOrDefault(wordList.get(i), 0)
                    : runs.getOrDefault(runList.get(i - wordList.size()), 0);
            return Math.log((1.0 + texts.rows()) / (1.0 + documents)) + 1;
        }).toArray();
        if (weights.length > 0) {
            add(column, texts, new Terms(wordList, runList, weights), builder);
        }
        TextStatisticsStep.add(column, builder);
    }

    private record Terms(List<String> words, List<String> runs, double[] weights) { }

    private void add(ColumnAtHand column, Texts texts, Terms terms, RecipeBuilder builder) {
        SparseTexts sparse = SparseTexts.of(texts.texts(), texts.counts(), terms.words(), terms.runs(), terms.weights());
        double[][] components = TruncatedSvd.directions(sparse, directions);
        if (components.length == 0) {
            return;
        }
        double[] flat = new double[terms.weights().length * components.length];
        List<String> names = new ArrayList<>();
        for (int direction = 0; direction < components.length; direction++) {
            names.add(builder.name(column.field().name() + " direction " + (direction + 1)));
            for (int term = 0; term < components[direction].length; term++) {
                flat[term * components.length + direction] = components[direction][term];
            }
        }
        TextSvd step = new TextSvd(column.field().name(), terms.words(), terms.runs(), Numbers.of(terms.weights()), Numbers.of(flat), names);
        builder.textStep(step);
        // The same texts are enough to see how the directions spread; rows with a missing text stand at 0.
        List<String> sample = new ArrayList<>(texts.texts());
        sample.add("");
        Table alone = new Table(new Schema(List.of(Field.of(column.field().name(), FieldType.TEXT))), List.of(StringColumn.of(sample)));
        Matrix seen = new FittedRecipe(List.of(step), names).apply(alone);
        for (int i = 0; i < names.size(); i++) {
            NumberSteps.finish(names.get(i), NumberFacts.of(seen.column(i)), column.forTrees(), builder);
        }
    }
}
