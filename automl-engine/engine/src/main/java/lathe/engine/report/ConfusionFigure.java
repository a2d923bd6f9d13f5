package lathe.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lathe.engine.evaluate.ConfusionTable;
import lathe.scoring.Signature;

/// Which answers were given to rows of which class: a table coloured by the share of its row.
final class ConfusionFigure {

    private static final int MOST_CLASSES = 20;
    private static final int MANY_CLASSES = 5;

    private ConfusionFigure() {
    }

    static Html binary(ConfusionTable table, Signature signature) {
        int positive = signature.positive();
        int other = 1 - positive;
        long found = table.count(positive, positive);
        long missed = table.count(positive, other);
        long alarms = table.count(other, positive);
        long right = found + table.count(other, other);
        String sentence = "%s of %s rows are answered right: %s of %s %s rows are found, and %s are called so by mistake. An answer is %s from a probability of %s on."
                .formatted(Figures.whole(right), Figures.whole(right + missed + alarms), Figures.whole(found),
                        Figures.whole(found + missed), Words.positive(signature), Figures.count(alarms, "other", "others"),
                        Words.positive(signature), Figures.plain(signature.threshold()));
        return figure(table, signature, List.of(positive, other), "Right and wrong answers (confusion)", sentence);
    }

    static Html multiclass(ConfusionTable table, Signature signature) {
        List<Integer> shown = mostFrequent(table);
        int[] worst = {-1, -1};
        for (int truth : shown) {
            for (int label : shown) {
                boolean more = worst[0] < 0 || table.count(truth, label) > table.count(worst[0], worst[1]);
                worst = truth != label && more ? new int[] {truth, label} : worst;
            }
        }
        String cut = shown.size() < table.classes() ? " The %d most frequent of %d classes are shown."
                .formatted(shown.size(), table.classes()) : "";
        String sentence = table.count(worst[0], worst[1]) == 0 ? "No class is taken for another." + cut
                : "The most frequent mistake: “%s” is taken for “%s” in %s of its rows.%s".formatted(
                        name(signature, worst[0]), name(signature, worst[1]),
                        Figures.percent((double) table.count(worst[0], worst[1]) / rowsOf(table, worst[0])), cut);
        return figure(table, signature, shown, "Which class is taken for which (confusion)", sentence);
    }

    static long rowsOf(ConfusionTable table, int truth) {
        return IntStream.range(0, table.classes()).mapToLong(label -> table.count(truth, label)).sum();
    }

    static List<Integer> mostFrequent(ConfusionTable table) {
        return IntStream.range(0, table.classes()).boxed()
                .sorted(Comparator.comparingLong((Integer truth) -> rowsOf(table, truth)).reversed())
                .limit(MOST_CLASSES).sorted().toList();
    }

    static String name(Signature signature, int index) {
        return Words.cut(signature.classes().get(index), 40);
    }

    private static Html figure(ConfusionTable table, Signature signature, List<Integer> shown, String title, String sentence) {
        boolean two = shown.size() == 2;
        boolean many = shown.size() > MANY_CLASSES;
        List<Html> heads = new ArrayList<>();
        List<Html> rows = new ArrayList<>();
        for (int truth : shown) {
            heads.add(Html.of("<th scope=\"col\">{}{}</th>", two ? "answered " : "", name(signature, truth)));
            List<Html> cells = new ArrayList<>();
            for (int label : shown) {
                cells.add(cell(table, truth, label, many));
            }
            rows.add(Html.of("<tr><th scope=\"row\">{}{}</th>{}</tr>", two ? "truly " : "", name(signature, truth), Html.join(cells)));
        }
        return Html.of("""
                <figure{}>
                <h3>{}</h3>
                <div class="scroll plain"><table class="heat{}">
                <thead><tr><td>{}</td>{}</tr></thead>
                <tbody>
                {}</tbody></table></div>
                <figcaption>{}</figcaption>
                </figure>""", new Html(two ? "" : " class=\"wide\""), title, many ? " small" : "", two ? "" : "truly ↓ answered →",
                Html.join(heads), Html.join(rows), sentence);
    }

    // Right answers in the accent, wrong ones in the second colour; the stronger, the larger their share of the class.
    private static Html cell(ConfusionTable table, int truth, int label, boolean many) {
        long count = table.count(truth, label);
        double share = count == 0 ? 0 : (double) count / rowsOf(table, truth);
        Html colour = new Html(String.format(Locale.ROOT, "background: color-mix(in srgb, var(%s) %.0f%%, var(--soft))",
                truth == label ? "--accent" : "--second", 55 * share));
        return many ? Html.of("<td style=\"{}\">{}</td>", colour, Figures.whole(count))
                : Html.of("<td style=\"{}\"><b>{}</b>{}</td>", colour, Figures.whole(count), Figures.percent(share));
    }
}
