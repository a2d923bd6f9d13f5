package lathe.views.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.views.chart.Sheet.Box;
import lathe.views.chart.Sheet.Side;

/// Lays out a grid of coloured numbers.
final class MatrixSheets {

    private static final double HALF = 0.5;
    private static final double FAINT = 0.06;
    private static final double WRITTEN_UP_TO = 12;

    private final MatrixFigure figure;
    private final Locale locale;

    private MatrixSheets(MatrixFigure figure, Locale locale) {
        this.figure = figure;
        this.locale = locale;
    }

    static Sheet of(MatrixFigure figure, Locale locale) {
        return new MatrixSheets(figure, locale).sheet();
    }

    private Sheet sheet() {
        Extent reach = new Extent();
        figure.values().forEach(row -> row.forEach(reach::add));
        List<Box> boxes = new ArrayList<>();
        for (int r = 0; r < figure.rows().size(); r++) {
            List<Double> row = figure.values().get(r);
            double sum = row.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).sum();
            for (int c = 0; c < row.size(); c++) {
                if (Double.isFinite(row.get(c))) {
                    boxes.add(box(r, c, row.get(c), sum, reach));
                }
            }
        }
        return new Sheet(Side.named(figure.columnsLabel(), figure.columns(), true),
                Side.named(figure.rowsLabel(), figure.rows(), true), boxes, List.of(), List.of(), List.of(),
                List.of(), List.of(), false);
    }

    private Box box(int r, int c, double value, double sum, Extent reach) {
        double share = sum > 0 ? value / sum : 0;
        double width = reach.high() - reach.low();
        double most = Math.max(Math.abs(reach.low()), Math.abs(reach.high()));
        double tint = switch (figure.scale()) {
            case COUNTS -> share;
            case VALUES -> width > 0 ? (value - reach.low()) / width : 0.5;
            case DIVERGING -> most > 0 ? Math.abs(value) / most : 0;
        };
        Hue hue = figure.scale() == MatrixFigure.Scale.DIVERGING && value < 0 ? Hue.BAD : Hue.ACCENT;
        boolean counts = figure.scale() == MatrixFigure.Scale.COUNTS;
        String written = figure.unit().text(value, locale);
        String percent = Unit.PERCENT.text(share, locale);
        boolean crowded = figure.columns().size() > WRITTEN_UP_TO;
        List<String> inside = crowded ? List.of() : counts ? List.of(written, percent) : List.of(written);
        String tip = figure.rows().get(r) + " → " + figure.columns().get(c) + "\n" + written
                + (counts ? " (" + percent + ")" : "");
        return new Box(c - HALF, c + HALF, r - HALF, r + HALF, hue, FAINT + (0.9 - FAINT) * tint, 3, inside, "", false,
                () -> tip);
    }
}
