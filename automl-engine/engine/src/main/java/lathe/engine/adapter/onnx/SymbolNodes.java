package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import lathe.scoring.step.TextStatistics;
import lathe.scoring.step.TextSvd;

/// Takes texts apart character by character in the graph.
///
/// `TfIdfVectorizer` counts in float32, where counts are exact; everything behind it is double.
final class SymbolNodes {

    private static final int LONGEST = 5;
    private static final int FIRST_PRIVATE = 0xE000;

    private final GraphBuilder graph;
    private final TextNodes texts;

    SymbolNodes(GraphBuilder graph, TextNodes texts) {
        this.graph = graph;
        this.texts = texts;
    }

    /// The parts of a text column, shape \[N, parts\].
    String write(TextStatistics step, String text) {
        String flat = graph.node("Reshape", List.of(text, graph.longs(-1)));
        String symbols = symbols(flat, "z");
        String length = present(symbols);
        List<String> marks = (TextStatistics.CAPITAL_LETTERS + TextStatistics.DIGIT_MARKS + TextStatistics.PUNCTUATION_MARKS).codePoints()
                .mapToObj(Character::toString).toList();
        String counts = count(symbols, List.of(marks));
        String atLeastOne = graph.node("Max", List.of(length, graph.row(1)));
        List<String> parts = step.parts().stream().map(part -> switch (part) {
            case LENGTH -> length;
            case WORDS -> present(texts.tokens(text, "z"));
            case CAPITALS -> share(counts, marks, TextStatistics.CAPITAL_LETTERS, atLeastOne);
            case DIGITS -> share(counts, marks, TextStatistics.DIGIT_MARKS, atLeastOne);
            case PUNCTUATION -> share(counts, marks, TextStatistics.PUNCTUATION_MARKS, atLeastOne);
        }).toList();
        return parts.size() == 1 ? parts.getFirst() : graph.node("Concat", parts, Attributes.of("axis", 1));
    }

    private String share(String counts, List<String> marks, String wanted, String length) {
        double[] chosen = marks.stream().mapToDouble(mark -> wanted.contains(mark) ? 1 : 0).toArray();
        String own = graph.node("ReduceSum", List.of(graph.node("Mul", List.of(counts, graph.row(chosen))), graph.longs(1)));
        return graph.node("Div", List.of(own, length));
    }

    /// The directions of a text column, shape \[N, outputs\].
    String write(TextSvd step, String text) {
        double[] weights = step.weights().toArray();
        List<String> blocks = new ArrayList<>();
        int words = step.words().size();
        if (words > 0) {
            blocks.add(texts.weighted(texts.count(text, step.words()), part(weights, 0, words)));
        }
        if (!step.runs().isEmpty()) {
            String symbols = symbols(texts.lower(text), unknownSymbol(step.runs()));
            blocks.add(texts.weighted(count(symbols, byLength(step.runs())), part(weights, words, weights.length)));
        }
        if (blocks.isEmpty() || step.outputs().isEmpty()) {
            return graph.repeat(new double[step.outputs().size()]);
        }
        String terms = blocks.size() == 1 ? blocks.getFirst() : graph.node("Concat", blocks, Attributes.of("axis", 1));
        return graph.node("MatMul", List.of(terms, graph.rows(weights.length, step.components().toArray())));
    }

    private static double[] part(double[] values, int from, int to) {
        return IntStream.range(from, to).mapToDouble(i -> values[i]).toArray();
    }

    // A batch of empty texts would give a tensor without columns: every text gets one more symbol.
    private String symbols(String flat, String more) {
        String ended = graph.node("StringConcat", List.of(flat, graph.text(more)));
        return graph.node(GraphBuilder.MICROSOFT, "Tokenizer", List.of(ended), Attributes.of("mark", 0), Attributes.of("mincharnum", 1),
                Attributes.of("pad_value", ""), Attributes.of("separators", List.of("")));
    }

    // Tokens that are no padding, less the one that was added, shape [N, 1].
    private String present(String tokens) {
        String there = graph.node("Not", List.of(graph.node("Equal", List.of(tokens, graph.text("")))));
        String all = graph.node("ReduceSum", List.of(graph.cast(there, DataType.DOUBLE), graph.longs(1)));
        return graph.node("Sub", List.of(all, graph.row(1)));
    }

    private static List<List<String>> byLength(List<String> runs) {
        List<List<String>> lengths = new ArrayList<>();
        for (int length = 1; length <= LONGEST; length++) {
            int own = length;
            lengths.add(runs.stream().filter(run -> run.codePointCount(0, run.length()) == own).toList());
        }
        return lengths;
    }

    /// @param grams of one symbol, of two, and so on; columns in this order
    private String count(String symbols, List<List<String>> grams) {
        List<String> pool = new ArrayList<>();
        List<Long> starts = new ArrayList<>();
        int shortest = grams.size();
        int longest = 1;
        for (int i = 0; i < grams.size(); i++) {
            starts.add((long) pool.size());
            if (!grams.get(i).isEmpty()) {
                shortest = Math.min(shortest, i + 1);
                longest = i + 1;
            }
            grams.get(i).forEach(gram -> gram.codePoints().mapToObj(Character::toString).forEach(pool::add));
        }
        int columns = grams.stream().mapToInt(List::size).sum();
        String counts = graph.node("TfIdfVectorizer", List.of(symbols), Attributes.of("mode", "TF"),
                Attributes.of("min_gram_length", shortest), Attributes.of("max_gram_length", longest), Attributes.of("max_skip_count", 0),
                Attributes.of("ngram_counts", starts.subList(0, longest).stream().mapToLong(Long::longValue).toArray()),
                Attributes.of("ngram_indexes", IntStream.range(0, columns).asLongStream().toArray()), Attributes.of("pool_strings", pool));
        return graph.cast(counts, DataType.DOUBLE);
    }

    private static String unknownSymbol(List<String> runs) {
        int symbol = FIRST_PRIVATE;
        while (isIn(runs, Character.toString(symbol))) {
            symbol++;
        }
        return Character.toString(symbol);
    }

    private static boolean isIn(List<String> runs, String symbol) {
        return runs.stream().anyMatch(run -> run.contains(symbol));
    }
}
