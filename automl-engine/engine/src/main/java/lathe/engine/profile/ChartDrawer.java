package lathe.engine.profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import lathe.engine.profile.ColumnChart.Measured;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;

/// Draws the chart of one column after the other.
final class ChartDrawer {

    private static final int MOST_LEVELS = 20;
    private static final int MOST_DATES = 36;
    private static final char BETWEEN_ITEMS = '\u001F';
    // Characters of an ISO date-time that name its hour, day, month, year and decade.
    private static final int[] DATE_PARTS = {13, 10, 7, 4, 3};

    private final Table table;
    private final Optional<TargetView> target;
    private final int[] shown;
    private final boolean[] train;

    /// @param shown codes of the classes that are told, in order
    ChartDrawer(Table table, Optional<TargetView> target, int[] shown) {
        this.table = table;
        this.target = target;
        this.shown = shown;
        this.train = LeakageCheck.halves(table.rows());
    }

    ColumnChart draw(Field field, Column column) {
        double strength = strength(field, column);
        return switch (column) {
            case NumberColumn numbers -> numbers(field, Measured.NUMBERS, numbers.values(), strength);
            case StringColumn texts -> switch (field.type()) {
                case TEXT -> numbers(field, Measured.WORDS, words(texts), strength);
                case DATE -> dates(field, texts, strength);
                case LIST -> items(field, texts, strength);
                case NUMBER, CATEGORY, BOOLEAN -> levels(field, texts, strength);
            };
        };
    }

    private double strength(Field field, Column column) {
        if (target.isEmpty() || target.get().field().equals(field.name())) {
            return Double.NaN;
        }
        double raw = new SingleColumnModel(ColumnBins.of(column, field.type()), target.get(), train, false).strength();
        return Double.isNaN(raw) ? raw : Math.clamp(target.get().isNumber() ? raw : 2 * raw - 1, 0, 1);
    }

    private ColumnChart numbers(Field field, Measured measured, double[] values, double strength) {
        NumberBars bars = NumberBars.of(values);
        TargetTally tally = new TargetTally(bars.count() + 1, target, shown);
        for (int row = 0; row < values.length; row++) {
            tally.add(Double.isNaN(values[row]) ? bars.count() : bars.bar(values[row]), row);
        }
        List<ChartBin> bins = new ArrayList<>();
        for (int bar = 0; bar < bars.count(); bar++) {
            bins.add(tally.bin(bar, "", bars.lows()[bar], bars.highs()[bar]));
        }
        return chart(field, measured, bins, nothing(), tally.bin(bars.count(), "", Double.NaN, Double.NaN), strength);
    }

    private static double[] words(StringColumn texts) {
        double[] perLevel = new double[texts.levels().size()];
        for (int level = 0; level < perLevel.length; level++) {
            String text = texts.levels().get(level).strip();
            perLevel[level] = text.isEmpty() ? 0 : text.split("\\s+").length;
        }
        return Arrays.stream(texts.codes()).mapToDouble(code -> code < 0 ? Double.NaN : perLevel[code]).toArray();
    }

    private ColumnChart levels(Field field, StringColumn texts, double strength) {
        int[] counts = FieldProfile.counts(texts);
        Comparator<Integer> order = Comparator.comparingInt((Integer level) -> counts[level]).reversed()
                .thenComparing(texts.levels()::get);
        List<Integer> top = IntStream.range(0, counts.length).boxed().filter(level -> counts[level] > 0).sorted(order)
                .limit(MOST_LEVELS).toList();
        int[] bar = new int[counts.length];
        Arrays.fill(bar, top.size());
        List<String> labels = new ArrayList<>();
        for (int level : top) {
            bar[level] = labels.size();
            labels.add(texts.levels().get(level));
        }
        return labelled(field, Measured.LEVELS, texts, new Labels(labels, bar), strength);
    }

    private ColumnChart dates(Field field, StringColumn texts, double strength) {
        for (int length : DATE_PARTS) {
            TreeSet<String> parts = new TreeSet<>();
            String[] part = new String[texts.levels().size()];
            int[] counts = FieldProfile.counts(texts);
            for (int level = 0; level < part.length && parts.size() <= MOST_DATES; level++) {
                part[level] = part(texts.levels().get(level), length);
                if (counts[level] > 0) {
                    parts.add(part[level]);
                }
            }
            if (parts.size() <= MOST_DATES) {
                List<String> labels = List.copyOf(parts);
                Map<String, Integer> place = new HashMap<>();
                labels.forEach(label -> place.put(label, place.size()));
                int[] bar = Arrays.stream(part).mapToInt(each -> place.getOrDefault(each, labels.size())).toArray();
                return labelled(field, Measured.DATES, texts, new Labels(labels, bar), strength);
            }
        }
        return levels(field, texts, strength);
    }

    private static String part(String date, int length) {
        String part = date.substring(0, Math.min(length, date.length()));
        return length == 3 ? part + "0s" : part;
    }

    /// Names of the bars, and the bar of each level; the bar behind the last one is for all others.
    private record Labels(List<String> labels, int[] bar) { }

    private ColumnChart labelled(Field field, Measured measured, StringColumn texts, Labels labels, double strength) {
        int others = labels.labels().size();
        TargetTally tally = new TargetTally(others + 2, target, shown);
        for (int row = 0; row < table.rows(); row++) {
            tally.add(texts.isMissing(row) ? others + 1 : labels.bar()[texts.code(row)], row);
        }
        return chart(field, measured, bins(labels.labels(), tally), tally.bin(others, "", Double.NaN, Double.NaN),
                tally.bin(others + 1, "", Double.NaN, Double.NaN), strength);
    }

    private ColumnChart items(Field field, StringColumn texts, double strength) {
        Map<String, Integer> rows = new HashMap<>();
        int[] counts = FieldProfile.counts(texts);
        for (int level = 0; level < counts.length; level++) {
            for (String item : distinctItems(texts.levels().get(level))) {
                rows.merge(item, counts[level], Integer::sum);
            }
        }
        List<String> labels = rows.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_LEVELS).map(Map.Entry::getKey).toList();
        TargetTally tally = new TargetTally(labels.size() + 1, target, shown);
        List<List<Integer>> bars = new ArrayList<>();
        texts.levels().forEach(level -> {
            List<String> items = distinctItems(level);
            bars.add(IntStream.range(0, labels.size()).filter(bar -> items.contains(labels.get(bar))).boxed().toList());
        });
        for (int row = 0; row < table.rows(); row++) {
            if (texts.isMissing(row)) {
                tally.add(labels.size(), row);
            } else {
                for (int bar : bars.get(texts.code(row))) {
                    tally.add(bar, row);
                }
            }
        }
        return chart(field, Measured.ITEMS, bins(labels, tally), nothing(),
                tally.bin(labels.size(), "", Double.NaN, Double.NaN), strength);
    }

    private static List<String> distinctItems(String list) {
        List<String> items = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= list.length(); at++) {
            if (at == list.length() || list.charAt(at) == BETWEEN_ITEMS) {
                String item = list.substring(from, at);
                if (!items.contains(item)) {
                    items.add(item);
                }
                from = at + 1;
            }
        }
        return items;
    }

    private static List<ChartBin> bins(List<String> labels, TargetTally tally) {
        List<ChartBin> bins = new ArrayList<>();
        for (int bar = 0; bar < labels.size(); bar++) {
            bins.add(tally.bin(bar, labels.get(bar), Double.NaN, Double.NaN));
        }
        return bins;
    }

    private static ChartBin nothing() {
        return new ChartBin("", Double.NaN, Double.NaN, 0, List.of());
    }

    private static ColumnChart chart(Field field, Measured measured, List<ChartBin> bins, ChartBin others, ChartBin missing,
                                     double strength) {
        return new ColumnChart(field.name(), field.type(), measured, bins, others, missing, strength);
    }
}
