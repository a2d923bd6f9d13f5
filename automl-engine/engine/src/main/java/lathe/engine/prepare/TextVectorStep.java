package lathe.engine.prepare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import lathe.scoring.FieldType;
import lathe.scoring.StringColumn;
import lathe.scoring.step.Numbers;
import lathe.scoring.step.TextVector;

/// The commonest words and word pairs, weighted by how rare they are.
///
/// idf = ln((1 + n) / (1 + df)) + 1, as scikit-learn's TfidfVectorizer with its defaults.
///
/// @param terms most of them; 0 for what suits the learner
public record TextVectorStep(int terms) implements Step {

    private static final StepParameter TERMS = StepParameter.whole("terms", 10, 10_000, "",
            "Most words and word pairs (by itself 1500, for tree models 150).");

    private static final int TERMS_FOR_LINEAR = 1500;
    private static final int TERMS_FOR_TREES = 150;
    private static final int LEAST_TEXTS = 3;
    /// Rows times terms that a fold's matrix may hold, 8 bytes each.
    private static final int MOST_CELLS = 20_000_000;

    /// As it is usual.
    public TextVectorStep() {
        this(0);
    }

    @Override
    public List<StepParameter> parameters() {
        return List.of(TERMS);
    }

    @Override
    public Step with(StepWish wish) {
        return new TextVectorStep(TERMS.whole(wish));
    }

    @Override
    public String id() {
        return "words";
    }

    @Override
    public String description() {
        return "The commonest words and word pairs of the text: for messages and descriptions.";
    }

    @Override
    public boolean accepts(FieldType type) {
        return type == FieldType.TEXT || type == FieldType.CATEGORY;
    }

    @Override
    public void fit(ColumnAtHand column, RecipeBuilder builder) {
        StringColumn texts = column.strings();
        Map<String, Integer> documents = documentCounts(texts);
        int wanted = terms > 0 ? terms : column.forTrees() ? TERMS_FOR_TREES : TERMS_FOR_LINEAR;
        int most = Math.clamp(MOST_CELLS / Math.max(1, texts.rows()), 1, wanted);
        List<String> chosen = documents.entrySet().stream()
                .filter(entry -> entry.getValue() >= LEAST_TEXTS && entry.getValue() < texts.rows())
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry::getKey))
                .limit(most).map(Map.Entry::getKey)
                .sorted(Comparator.comparing((String term) -> term.indexOf(' ') >= 0).thenComparing(term -> term))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        double[] idf = new double[chosen.size()];
        List<String> outputs = new ArrayList<>();
        for (int i = 0; i < idf.length; i++) {
            idf[i] = Math.log((1.0 + texts.rows()) / (1.0 + documents.getOrDefault(chosen.get(i), 0))) + 1;
            outputs.add(builder.name(column.field().name() + ": " + chosen.get(i)));
        }
        builder.textStep(new TextVector(column.field().name(), chosen, Numbers.of(idf), outputs));
        outputs.forEach(builder::feature);
    }

    private static Map<String, Integer> documentCounts(StringColumn texts) {
        int[] rowsOfLevel = new int[texts.levels().size()];
        for (int row = 0; row < texts.rows(); row++) {
            if (!texts.isMissing(row)) {
                rowsOfLevel[texts.code(row)]++;
            }
        }
        Map<String, Integer> documents = new HashMap<>();
        for (int level = 0; level < rowsOfLevel.length; level++) {
            if (rowsOfLevel[level] > 0) {
                for (String term : terms(texts.levels().get(level))) {
                    documents.merge(term, rowsOfLevel[level], Integer::sum);
                }
            }
        }
        return documents;
    }

    private static Set<String> terms(String text) {
        Set<String> terms = new HashSet<>();
        String before = "";
        for (String token : TextVector.tokens(text)) {
            terms.add(token);
            if (!before.isEmpty()) {
                terms.add(before + " " + token);
            }
            before = token;
        }
        return terms;
    }
}
