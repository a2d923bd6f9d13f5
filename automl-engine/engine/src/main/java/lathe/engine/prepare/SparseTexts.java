package lathe.engine.prepare;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.step.TextSvd;
import lathe.scoring.step.TextVector;

/// Texts as rows of weighted terms, words and runs each scaled to length 1, times the root of how often the text comes.
final class SparseTexts {

    final int width;
    private final int[][] terms;
    private final double[][] values;

    private SparseTexts(int width, int[][] terms, double[][] values) {
        this.width = width;
        this.terms = terms;
        this.values = values;
    }

    static SparseTexts of(List<String> texts, int[] counts, List<String> words, List<String> runs, double[] weights) {
        Map<String, Integer> ofWords = new HashMap<>();
        words.forEach(word -> ofWords.put(word, ofWords.size()));
        Map<String, Integer> ofRuns = new HashMap<>();
        runs.forEach(run -> ofRuns.put(run, words.size() + ofRuns.size()));
        int[][] terms = new int[texts.size()][];
        double[][] values = new double[texts.size()][];
        for (int row = 0; row < terms.length; row++) {
            String text = texts.get(row);
            Map<Integer, Double> all = new TreeMap<>();
            Map<Integer, Integer> own = new TreeMap<>();
            TextVector.words(text, word -> ofWords.computeIfPresent(word, (key, term) -> count(own, term)));
            scaled(own, weights, Math.sqrt(counts[row]), all);
            own.clear();
            TextSvd.runs(text, run -> ofRuns.computeIfPresent(run, (key, term) -> count(own, term)));
            scaled(own, weights, Math.sqrt(counts[row]), all);
            terms[row] = all.keySet().stream().mapToInt(Integer::intValue).toArray();
            values[row] = all.values().stream().mapToDouble(Double::doubleValue).toArray();
        }
        return new SparseTexts(weights.length, terms, values);
    }

    private static Integer count(Map<Integer, Integer> own, Integer term) {
        own.merge(term, 1, Integer::sum);
        return term;
    }

    private static void scaled(Map<Integer, Integer> counts, double[] weights, double size, Map<Integer, Double> all) {
        double squares = 0;
        for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
            double weight = entry.getValue() * weights[entry.getKey()];
            squares += weight * weight;
        }
        double length = squares > 0 ? Math.sqrt(squares) : 1;
        counts.forEach((term, count) -> all.put(term, size * count * weights[term] / length));
    }

    int rows() {
        return terms.length;
    }

    /// Rows times columns of numbers, shape rows × k.
    ///
    /// @param right shape width × k
    double[][] times(double[][] right, int k) {
        double[][] out = new double[terms.length][k];
        for (int row = 0; row < terms.length; row++) {
            for (int i = 0; i < terms[row].length; i++) {
                double[] from = right[terms[row][i]];
                for (int j = 0; j < k; j++) {
                    out[row][j] += values[row][i] * from[j];
                }
            }
        }
        return out;
    }

    /// The rows' transpose times columns of numbers, shape width × k.
    ///
    /// @param right shape rows × k
    double[][] transposedTimes(double[][] right, int k) {
        double[][] out = new double[width][k];
        for (int row = 0; row < terms.length; row++) {
            for (int i = 0; i < terms[row].length; i++) {
                double[] to = out[terms[row][i]];
                for (int j = 0; j < k; j++) {
                    to[j] += values[row][i] * right[row][j];
                }
            }
        }
        return out;
    }
}
