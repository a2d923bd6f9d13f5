package lathe.scoring.step;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Matrix;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

/// What the documentation of the steps for texts says, written down as plainly as it can be, over texts of all kinds of characters.
class TextMeaningTest {

    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final String CHARACTERS = "aaabbcAAB  ..,_-019ßÄéŁ日本Ⅷ½²\uD835\uDD38\uD83D\uDE00\u0301\n\t";

    private static List<String> texts() {
        Random random = new Random(11);
        int[] able = CHARACTERS.codePoints().toArray();
        List<String> texts = new ArrayList<>(List.of("", "a", "ab", "\uD835", "x\uDD38y", "Win 100 CASH now_now"));
        for (int i = 0; i < 300; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, able.length).forEach(at -> text.appendCodePoint(able[at]));
            texts.add(text.toString());
        }
        return texts.stream().distinct().toList();
    }

    private static String lower(String text) {
        StringBuilder lower = new StringBuilder();
        text.chars().forEach(c -> lower.append((char) (c >= 'A' && c <= 'Z' ? c + 32 : c)));
        return lower.toString();
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(lower(matcher.group()));
        }
        return tokens;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>(tokens(text));
        List<String> tokens = tokens(text);
        IntStream.range(1, tokens.size()).forEach(i -> words.add(tokens.get(i - 1) + " " + tokens.get(i)));
        return words;
    }

    private static List<String> runs(String text) {
        int[] points = lower(text).codePoints().toArray();
        List<String> runs = new ArrayList<>();
        for (int length = 3; length <= 5; length++) {
            for (int i = 0; i + length <= points.length; i++) {
                runs.add(new String(points, i, length));
            }
        }
        return runs;
    }

    @Test
    void tokensAreRunsOfLettersDigitsAndUnderscores() {
        texts().forEach(text -> assertEquals(tokens(text), TextVector.tokens(text), text));
        IntStream.range(0, Character.MAX_CODE_POINT + 1).mapToObj(Character::toString)
                .forEach(one -> assertEquals(tokens(one), TextVector.tokens(one), one));
    }

    @Test
    void wordsAndRunsAreWeightedScaledAndProjected() {
        List<String> texts = texts();
        List<String> words = texts.stream().flatMap(text -> words(text).stream()).distinct().limit(200).toList();
        List<String> runs = IntStream.rangeClosed(3, 5).boxed().flatMap(length -> texts.stream().flatMap(text -> runs(text).stream())
                .filter(run -> run.codePointCount(0, run.length()) == length).distinct().limit(150)).toList();
        Random random = new Random(5);
        double[] weights = random.doubles(words.size() + runs.size(), 1, 9).toArray();
        double[] components = random.doubles(2L * weights.length, -1, 1).toArray();
        TextSvd step = new TextSvd("t", words, runs, Numbers.of(weights), Numbers.of(components), List.of("p", "q"));
        Table table = new Table(new Schema(List.of(Field.of("t", FieldType.TEXT))), List.of(StringColumn.of(texts)));
        Matrix ready = new FittedRecipe(List.of(step), step.writes()).apply(table);
        for (int row = 0; row < texts.size(); row++) {
            double[] expected = new double[2];
            add(words(texts.get(row)), words, 0, weights, components, expected);
            add(runs(texts.get(row)), runs, words.size(), weights, components, expected);
            assertEquals(expected[0], ready.column(0)[row], 1e-12, texts.get(row));
            assertEquals(expected[1], ready.column(1)[row], 1e-12, texts.get(row));
        }
    }

    private static void add(List<String> met, List<String> known, int from, double[] weights, double[] components, double[] sums) {
        Map<Integer, Integer> counts = new TreeMap<>();
        met.stream().filter(known::contains).forEach(term -> counts.merge(from + known.indexOf(term), 1, Integer::sum));
        double length = Math.sqrt(counts.entrySet().stream().mapToDouble(each -> Math.pow(each.getValue() * weights[each.getKey()], 2)).sum());
        counts.forEach((term, count) -> {
            sums[0] += count * weights[term] / length * components[2 * term];
            sums[1] += count * weights[term] / length * components[2 * term + 1];
        });
    }
}
