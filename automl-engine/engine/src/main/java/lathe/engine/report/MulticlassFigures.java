package lathe.engine.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lathe.engine.evaluate.ConfusionTable;
import lathe.scoring.Signature;

/// The figures of a model with more than two classes: which are taken for which, and how well each is recognised.
final class MulticlassFigures {

    private final ConfusionTable table;
    private final Signature signature;

    MulticlassFigures(Results.Multiclass results, Signature signature) {
        this.table = results.confusion();
        this.signature = signature;
    }

    List<Html> all() {
        return List.of(ConfusionFigure.multiclass(table, signature), perClass());
    }

    private Html perClass() {
        List<Integer> shown = ConfusionFigure.mostFrequent(table).stream().filter(truth -> ConfusionFigure.rowsOf(table, truth) > 0)
                .sorted(Comparator.comparingDouble(this::recall).reversed()).toList();
        List<Html> rows = new ArrayList<>();
        for (int truth : shown) {
            rows.add(Html.of("<tr><th scope=\"row\">{}</th><td class=\"bar\"><div><span style=\"{}\"></span></div></td><td class=\"number\">{}</td><td class=\"number\">{}</td><td class=\"number\">{}</td></tr>",
                    ConfusionFigure.name(signature, truth),
                    new Html(String.format(Locale.ROOT, "width: %.1f%%", 100 * recall(truth))),
                    Figures.percent(recall(truth)), Figures.percent(precision(truth)), Figures.whole(ConfusionFigure.rowsOf(table, truth))));
        }
        String sentence = "“%s” is recognised best (%s of its rows), “%s” worst (%s).".formatted(
                ConfusionFigure.name(signature, shown.getFirst()), Figures.percent(recall(shown.getFirst())),
                ConfusionFigure.name(signature, shown.getLast()), Figures.percent(recall(shown.getLast())));
        return Html.of("""
                <figure class="wide">
                <h3>How well each class is recognised (recall)</h3>
                <div class="scroll plain"><table>
                <thead><tr><th scope="col">Class</th><th scope="col"></th><th scope="col" class="number">Recognised</th><th scope="col" class="number">Right when said</th><th scope="col" class="number">Rows</th></tr></thead>
                <tbody>
                {}</tbody></table></div>
                <figcaption>{}</figcaption>
                </figure>""", Html.join(rows), sentence);
    }

    private double recall(int truth) {
        return (double) table.count(truth, truth) / ConfusionFigure.rowsOf(table, truth);
    }

    private double precision(int label) {
        long said = IntStream.range(0, table.classes()).mapToLong(truth -> table.count(truth, label)).sum();
        return said == 0 ? Double.NaN : (double) table.count(label, label) / said;
    }
}
