package lathe.views.data;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lathe.engine.profile.ChartBin;
import lathe.engine.profile.ColumnChart;
import lathe.engine.profile.ColumnChart.Measured;
import lathe.engine.profile.ColumnCharts;
import lathe.engine.profile.FieldProfile;
import lathe.engine.profile.LevelCount;
import lathe.engine.profile.NumberSummary;
import lathe.scoring.FieldType;
import lathe.views.text.Numbers;
import lathe.views.text.Texts;

/// Says in a sentence or two what the chart of a column shows.
final class ColumnWords {

    private static final int FEWEST = 20;
    private static final double FEWEST_SHARE = 0.01;
    private static final double FLAT = 0.02;
    private static final int LONGEST = 40;

    private final Texts texts;
    private final Numbers numbers;

    ColumnWords(Texts texts) {
        this.texts = texts;
        this.numbers = texts.numbers();
    }

    /// @param charts all of them, for the usual share of each class
    String say(FieldProfile profile, Optional<ColumnChart> chart, Optional<ColumnCharts> charts) {
        String alone = alone(profile);
        if (chart.isEmpty() || charts.isEmpty() || charts.get().target().isEmpty()
                || charts.get().target().equals(profile.name())) {
            return alone;
        }
        String beside = charts.get().classes().isEmpty() ? mean(chart.get(), charts.get()) : share(chart.get(), charts.get());
        return beside.isEmpty() ? alone : beside;
    }

    private String alone(FieldProfile profile) {
        NumberSummary summary = profile.numbers();
        if (summary != null) {
            return texts.get("words.number", quantile(summary, 0.25), quantile(summary, 0.75), number(summary.min()),
                    number(summary.max()));
        }
        if (profile.top().isEmpty()) {
            return texts.get("words.nothing");
        }
        double count = Math.max(1, profile.count());
        if (profile.type() == FieldType.TEXT || profile.top().getFirst().count() / count < FLAT) {
            return texts.get("words.many", profile.distinct(), profile.count());
        }
        List<String> common = profile.top().stream().limit(3).map((LevelCount level) ->
                texts.get("words.level", cut(level.text()), numbers.percent(level.count() / count, 0))).toList();
        return texts.get("words.common", String.join(", ", common), profile.distinct());
    }

    private String share(ColumnChart chart, ColumnCharts charts) {
        record Find(ChartBin bin, int label, double share, double usual) { }
        List<Double> usual = usual(charts);
        // Of two classes the rarer one is what people look for.
        boolean two = usual.size() == 2;
        int rarer = two && usual.get(1) > usual.get(0) ? 0 : 1;
        Optional<Find> most = enough(chart).flatMap(bin -> IntStream.range(0, bin.target().size()).filter(label -> !two || label == rarer)
                .mapToObj(label -> new Find(bin, label, bin.target().get(label), usual.get(label))))
                .max(Comparator.comparingDouble(find -> find.share() - find.usual()));
        if (most.isEmpty()) {
            return "";
        }
        Find find = most.get();
        if (find.share() - find.usual() < FLAT) {
            return texts.get("words.flat", charts.target(), chart.column());
        }
        return texts.get("words.share", where(chart, find.bin()), charts.target(), charts.classes().get(find.label()),
                numbers.percent(find.share(), 0), numbers.percent(find.usual(), 0));
    }

    private String mean(ColumnChart chart, ColumnCharts charts) {
        List<ChartBin> bins = enough(chart).toList();
        if (bins.size() < 2) {
            return "";
        }
        Comparator<ChartBin> byMean = Comparator.comparingDouble(bin -> bin.target().getFirst());
        ChartBin low = bins.stream().min(byMean).orElseThrow();
        ChartBin high = bins.stream().max(byMean).orElseThrow();
        return texts.get("words.mean", charts.target(), number(low.target().getFirst()), where(chart, low),
                number(high.target().getFirst()), where(chart, high));
    }

    private static Stream<ChartBin> enough(ColumnChart chart) {
        int rows = chart.bins().stream().mapToInt(ChartBin::rows).sum() + chart.missing().rows() + chart.others().rows();
        double least = Math.max(FEWEST, FEWEST_SHARE * rows);
        return Stream.concat(chart.bins().stream(), Stream.of(chart.missing()))
                .filter(bin -> bin.rows() >= least && !bin.target().isEmpty());
    }

    // Items of lists count several times, so the usual shares are those of any other column.
    private static List<Double> usual(ColumnCharts charts) {
        double[] sums = new double[charts.classes().size()];
        double[] total = new double[1];
        charts.columns().stream().filter(chart -> chart.measured() != Measured.ITEMS).findFirst().ifPresent(chart ->
                Stream.concat(chart.bins().stream(), Stream.of(chart.missing(), chart.others())).filter(bin -> !bin.target().isEmpty())
                        .forEach(bin -> {
                            total[0] += bin.rows();
                            for (int label = 0; label < sums.length; label++) {
                                sums[label] += bin.rows() * bin.target().get(label);
                            }
                        }));
        return IntStream.range(0, sums.length).mapToObj(label -> total[0] == 0 ? 0 : sums[label] / total[0]).toList();
    }

    /// Which rows a bar stands for: "contract is month-to-month".
    private String where(ColumnChart chart, ChartBin bin) {
        if (bin.equals(chart.missing())) {
            return texts.get("where.missing", chart.column());
        }
        if (Double.isNaN(bin.low())) {
            return texts.get(chart.measured() == Measured.ITEMS ? "where.item" : "where.level", chart.column(), cut(bin.label()));
        }
        String key = chart.measured() == Measured.WORDS ? "where.words" : bin.low() == bin.high() ? "where.number" : "where.range";
        return texts.get(key, chart.column(), number(bin.low()), number(bin.high()));
    }

    private String quantile(NumberSummary summary, double share) {
        return summary.quantiles().stream().filter(each -> each.share() == share).findFirst()
                .map(each -> number(each.value())).orElse("");
    }

    private String number(double value) {
        return numbers.significant(value, 4);
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }
}
