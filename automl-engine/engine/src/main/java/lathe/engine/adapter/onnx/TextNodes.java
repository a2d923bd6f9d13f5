package lathe.engine.adapter.onnx;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import lathe.scoring.Table;
import lathe.scoring.step.HashedText;
import lathe.scoring.step.ListNumbers;
import lathe.scoring.step.ListVector;
import lathe.scoring.step.TextVector;

/// Counts words of texts and items of lists, adds up their numbers, and hashes texts in the graph.
///
/// Both end in `TfIdfVectorizer`, which counts in float32; counts are whole numbers far below 2^24, so they are exact,
/// and all weighting is done in double behind it.
final class TextNodes {

    private final GraphBuilder graph;

    TextNodes(GraphBuilder graph) {
        this.graph = graph;
    }

    /// TF-IDF of a text column, shape \[N, terms\].
    String write(TextVector step, String text) {
        return weighted(count(tokens(text, unknownWord(step.terms())), Pool.ofTerms(step.terms())), step.weights().toArray());
    }

    /// How often each term comes, shape \[N, terms\].
    String count(String text, List<String> terms) {
        return count(tokens(text, unknownWord(terms)), Pool.ofTerms(terms));
    }

    /// Counts times weights, each row scaled to length 1.
    String weighted(String counts, double... weights) {
        String weighted = graph.node("Mul", List.of(counts, graph.row(weights)));
        String squares = graph.node("ReduceSum", List.of(graph.node("Mul", List.of(weighted, weighted)), graph.longs(1)));
        String length = graph.node("Sqrt", List.of(squares));
        String positive = graph.node("Greater", List.of(length, graph.row(0)));
        return graph.node("Div", List.of(weighted, graph.node("Where", List.of(positive, length, graph.row(1)))));
    }

    /// Lower-cased words of each text and one more, shape \[N, most words\].
    String tokens(String text, String more) {
        String ended = graph.node("StringConcat", List.of(lower(text), graph.text(" " + more)));
        return graph.node(GraphBuilder.MICROSOFT, "Tokenizer", List.of(ended), Attributes.of("mark", 0),
                Attributes.of("mincharnum", 1), Attributes.of("pad_value", ""),
                Attributes.of("tokenexp", "[" + TokenCharacters.RANGES + "]+"));
    }

    /// The texts with A-Z lower-cased, shape \[N\].
    String lower(String text) {
        String flat = graph.node("Reshape", List.of(text, graph.longs(-1)));
        return graph.node("StringNormalizer", List.of(flat), Attributes.of("case_change_action", "LOWER"),
                Attributes.of("locale", "C"));   // "C" lower-cases A-Z only and is there on every machine
    }

    /// Item count and item flags of a list column, shape \[N, 1 + items\].
    String write(ListVector step, String list) {
        String items = items(list, unknownItem(step.items()));
        String present = graph.node("Not", List.of(graph.node("Equal", List.of(items, graph.text("")))));
        String all = graph.node("ReduceSum", List.of(graph.cast(present, DataType.DOUBLE), graph.longs(1)));
        String number = graph.node("Sub", List.of(all, graph.row(1)));
        if (step.items().isEmpty()) {
            return number;
        }
        String known = graph.node("Greater", List.of(count(items, Pool.ofItems(step.items())), graph.row(0)));
        return graph.node("Concat", List.of(number, graph.cast(known, DataType.DOUBLE)), Attributes.of("axis", 1));
    }

    // One more item at the end: lists without any would give a tensor without columns.
    private String items(String list, String more) {
        String ended = graph.node("StringConcat", List.of(list, graph.text(Table.LIST_SEPARATOR + more)));
        String split = graph.node("StringSplit", List.of(ended), Attributes.of("delimiter", Table.LIST_SEPARATOR));
        return graph.node("Reshape", List.of(split, graph.longs(0, -1)));
    }

    /// Sums of the numbers in a list column, shape \[N, parts\].
    String write(ListNumbers step, String list) {
        String items = items(list, unknownItem(List.of()));
        String isNumber = graph.node("RegexFullMatch", List.of(items), Attributes.of("pattern", ListNumbers.NUMBER));
        // a cast of anything else throws
        String values = graph.cast(graph.node("Where", List.of(isNumber, items, graph.text("0"))), DataType.DOUBLE);
        String sum = graph.node("ReduceSum", List.of(values, graph.longs(1)));
        String count = graph.node("ReduceSum", List.of(graph.cast(isNumber, DataType.DOUBLE), graph.longs(1)));
        List<String> parts = step.parts().stream().map(part -> switch (part) {
            case SUM -> sum;
            case MEAN -> graph.node("Div", List.of(sum, count));
            case MAX -> largest(isNumber, values, count);
        }).toList();
        return parts.size() == 1 ? parts.getFirst() : graph.node("Concat", parts, Attributes.of("axis", 1));
    }

    private String largest(String isNumber, String values, String count) {
        String own = graph.node("Where", List.of(isNumber, values, graph.row(Double.NEGATIVE_INFINITY)));
        String most = graph.node("ReduceMax", List.of(own, graph.longs(1)));
        return graph.node("Where", List.of(graph.node("Greater", List.of(count, graph.row(0))), most, graph.row(Double.NaN)));
    }

    /// The signed column of a text's hash, shape \[N, outputs\].
    String write(HashedText step, String text) {
        String hash = graph.cast(graph.node(GraphBuilder.MICROSOFT, "MurmurHash3", List.of(text), Attributes.of("positive", 0),
                Attributes.of("seed", 0)), DataType.INT64);
        int width = step.outputs().size();
        String place = graph.node("Mod", List.of(graph.node("Abs", List.of(hash)), graph.longs(width)));
        String hit = graph.node("Equal", List.of(place, graph.longs(LongStream.range(0, width).toArray())));
        String sign = graph.node("Where", List.of(graph.node("Less", List.of(hash, graph.longs(0))), graph.row(-1), graph.row(1)));
        String there = graph.node("Not", List.of(graph.node("Equal", List.of(text, graph.text("")))));
        return graph.node("Where", List.of(graph.node("And", List.of(hit, there)), sign, graph.row(0)));
    }

    private String count(String tokens, Pool pool) {
        int longest = pool.pairs() ? 2 : 1;
        String counts = graph.node("TfIdfVectorizer", List.of(tokens), Attributes.of("mode", "TF"),
                Attributes.of("min_gram_length", 1), Attributes.of("max_gram_length", longest),
                Attributes.of("max_skip_count", 0), Attributes.of("ngram_counts", pool.starts()),
                Attributes.of("ngram_indexes", pool.columns()), Attributes.of("pool_strings", pool.words()));
        return graph.cast(counts, DataType.DOUBLE);
    }

    // A batch of empty texts would give a tensor without columns, which the next nodes refuse: every text gets one more word.
    private static String unknownWord(List<String> terms) {
        StringBuilder word = new StringBuilder("zzendzz");
        while (terms.stream().anyMatch(term -> term.contains(word))) {
            word.append('z');
        }
        return word.toString();
    }

    private static String unknownItem(List<String> items) {
        StringBuilder item = new StringBuilder("\u0002");
        while (items.contains(item.toString())) {
            item.append('\u0002');
        }
        return item.toString();
    }

    /// Words, then pairs of words, each with the column that counts it; as `TfIdfVectorizer` wants them.
    private static final class Pool {

        private final List<String> single = new ArrayList<>();
        private final List<String> paired = new ArrayList<>();
        private final List<Long> columns = new ArrayList<>();
        private final List<Long> pairColumns = new ArrayList<>();

        static Pool ofTerms(List<String> terms) {
            Pool pool = new Pool();
            for (int i = 0; i < terms.size(); i++) {
                String[] words = terms.get(i).split(" ", -1);
                boolean counted = terms.lastIndexOf(terms.get(i)) == i && !terms.get(i).isEmpty();
                if (counted && words.length == 2 && !words[0].isEmpty() && !words[1].isEmpty()) {
                    pool.paired.addAll(List.of(words));
                    pool.pairColumns.add((long) i);
                } else {
                    pool.add(i, counted ? terms.get(i) : " " + i);   // no token has a blank
                }
            }
            return pool;
        }

        static Pool ofItems(List<String> items) {
            Pool pool = new Pool();
            for (int i = 0; i < items.size(); i++) {
                boolean counted = items.lastIndexOf(items.get(i)) == i && !items.get(i).isEmpty();
                pool.add(i, counted ? items.get(i) : Table.LIST_SEPARATOR + i);   // no item has a separator
            }
            return pool;
        }

        private void add(long column, String word) {
            single.add(word);
            columns.add(column);
        }

        boolean pairs() {
            return !paired.isEmpty();
        }

        long[] starts() {
            return pairs() ? new long[] {0, single.size()} : new long[] {0};
        }

        long[] columns() {
            List<Long> all = new ArrayList<>(columns);
            all.addAll(pairColumns);
            return all.stream().mapToLong(Long::longValue).toArray();
        }

        List<String> words() {
            List<String> all = new ArrayList<>(single);
            all.addAll(paired);
            return all;
        }
    }
}
