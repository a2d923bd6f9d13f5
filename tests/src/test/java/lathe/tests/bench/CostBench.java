package lathe.tests.bench;

import com.sun.management.OperatingSystemMXBean;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import lathe.engine.builtin.Generators;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Steps;
import lathe.engine.data.ImportOptions;
import lathe.engine.data.TableImport;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.prepare.RecipeFitter;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Column;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import lathe.scoring.Task;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/// CPU of reading, preparing and fitting against the number of rows and of columns, as a table and as a drawing.
///
/// Arguments: file for the drawing, most rows. A table for two classes; one column in five holds levels. Settings are the same
/// at every size and nothing ends early, so that sizes can be compared; a search stops earlier than that.
final class CostBench {

    private static final int[] ROWS = {10_000, 30_000, 100_000, 300_000, 1_000_000};
    private static final int[] COLUMNS = {10, 30, 100, 300, 500};
    private static final int USUAL_ROWS = 10_000;
    private static final int USUAL_COLUMNS = 20;
    private static final int LEVELS = 20;
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final Map<String, Map<String, Object>> SETTINGS = new TreeMap<>(Map.of(
            "boosting", Map.of("rounds", 200.0, "stopping", "never"),
            "symmetric_boosting", Map.of("rounds", 200.0, "stopping", "never"),
            "extra_trees", Map.of("trees", 100.0),
            "logistic", Map.of(),
            "network", Map.of("epochs", 10.0)));
    private static final List<Color> COLOURS = List.of(new Color(0x5B6770), new Color(0xA0A7AD), new Color(0x2F6FB2), new Color(0xC7782A),
            new Color(0x3C8D63), new Color(0x8A5BA6), new Color(0xB84A4A));

    private final Map<String, XYSeries> seconds = new LinkedHashMap<>();

    private CostBench() { }

    public static void main(String[] args) throws IOException {
        int most = Integer.parseInt(args[1]);
        // the first sizes would otherwise pay for the compiler
        new CostBench().measure(USUAL_ROWS, USUAL_COLUMNS, 0);
        System.out.println("once more, and on:");
        CostBench byRows = new CostBench();
        for (int rows : ROWS) {
            if (rows <= most) {
                byRows.measure(rows, USUAL_COLUMNS, rows);
            }
        }
        CostBench byColumns = new CostBench();
        for (int columns : COLUMNS) {
            byColumns.measure(USUAL_ROWS, columns, columns);
        }
        draw(Path.of(args[0]), byRows.chart("rows, %d columns".formatted(USUAL_COLUMNS)),
                byColumns.chart("columns, %,d rows".formatted(USUAL_ROWS)));
    }

    private void measure(int rows, int columns, int size) throws IOException {
        RandomGenerator random = new Seed(11).child("cost", size).random();
        Target target = Target.classes(IntStream.range(0, rows).map(row -> random.nextInt(2)).toArray(), 2);
        Table table = table(target, columns, random);
        add("reading", size, reading(table));
        Map<Learner.Preparation, RecipeFitter.Prepared> prepared = new LinkedHashMap<>();
        for (Learner.Preparation preparation : List.of(Learner.Preparation.TREES_WITH_MISSING, Learner.Preparation.LINEAR,
                Learner.Preparation.NETWORK)) {
            double begin = cpu();
            prepared.put(preparation, new RecipeFitter(Steps.ALL, Generators.ALL).fit(new Recipe(preparation, Map.of()), table, target,
                    new Seed(2), Deadline.never()));
            if (preparation == Learner.Preparation.TREES_WITH_MISSING) {
                add("preparing for trees", size, cpu() - begin);
            }
        }
        DataShape shape = new DataShape(Task.BINARY, 2, rows, columns);
        for (String id : SETTINGS.keySet()) {
            Learner learner = Learners.byId(id);
            Hyperparameters settings = learner.space(shape).with(SETTINGS.get(id));
            RecipeFitter.Prepared ready = prepared.getOrDefault(learner.preparation(), prepared.get(Learner.Preparation.TREES_WITH_MISSING));
            double begin = cpu();
            learner.fit(ready.training(), target, settings, new FitContext(new Seed(3), Deadline.in(Duration.ofMinutes(30)), new CancelToken()));
            add(id, size, cpu() - begin);
        }
    }

    private void add(String what, int size, double spent) {
        seconds.computeIfAbsent(what.replace('_', ' '), XYSeries::new).add(size, Math.max(0.001, spent));
        System.out.printf(Locale.ROOT, "%-20s %9d %8.2f s%n", what, size, spent);
    }

    // Levels and some of the numbers have to do with the target.
    private static Table table(Target target, int columns, RandomGenerator random) {
        List<Field> fields = new ArrayList<>();
        List<Column> values = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            boolean levels = column % 5 == 4;
            double pull = column % 3 == 0 ? 0.3 : 0;
            fields.add(Field.of("c" + column, levels ? FieldType.CATEGORY : FieldType.NUMBER).withRole(Role.FEATURE));
            double[] numbers = IntStream.range(0, target.rows()).mapToDouble(row -> random.nextGaussian() + pull * target.classIndex(row)).toArray();
            values.add(levels ? StringColumn.of(IntStream.range(0, target.rows())
                    .mapToObj(row -> "level " + Math.floorMod((int) (4 * numbers[row]), LEVELS)).toList()) : new NumberColumn(numbers));
        }
        return new Table(new Schema(fields), values);
    }

    private static double reading(Table table) throws IOException {
        Path file = Files.createTempFile("cost", ".csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", table.schema().names()) + "\n");
            for (int row = 0; row < table.rows(); row++) {
                List<String> cells = new ArrayList<>();
                for (Column column : table.columns()) {
                    cells.add(column instanceof StringColumn texts ? texts.text(row)
                            : String.format(Locale.ROOT, "%.5f", ((NumberColumn) column).value(row)));
                }
                out.write(String.join(",", cells) + "\n");
            }
        }
        double begin = cpu();
        new TableImport().read(file, ImportOptions.defaults());
        double spent = cpu() - begin;
        Files.delete(file);
        return spent;
    }

    private JFreeChart chart(String size) {
        XYSeriesCollection data = new XYSeriesCollection();
        seconds.values().forEach(data::addSeries);
        LogAxis across = new LogAxis(size);
        LogAxis up = new LogAxis("CPU seconds");
        across.setTickUnit(new NumberTickUnit(1, new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        up.setTickUnit(new NumberTickUnit(1, new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT))));
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < data.getSeriesCount(); i++) {
            renderer.setSeriesPaint(i, COLOURS.get(i % COLOURS.size()));
            renderer.setSeriesStroke(i, new BasicStroke(2));
            renderer.setSeriesShape(i, new Ellipse2D.Double(-3, -3, 6, 6));
        }
        XYPlot plot = new XYPlot(data, across, up, renderer);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(new Color(0xDDDDDD));
        plot.setDomainGridlinePaint(new Color(0xDDDDDD));
        plot.setOutlineVisible(false);
        JFreeChart chart = new JFreeChart(plot);
        chart.setBackgroundPaint(Color.WHITE);
        chart.setPadding(new RectangleInsets(16, 16, 12, 16));
        chart.getLegend().setFrame(BlockBorder.NONE);
        return chart;
    }

    private static void draw(Path file, JFreeChart left, JFreeChart right) throws IOException {
        BufferedImage picture = new BufferedImage(2 * WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D ink = picture.createGraphics();
        left.draw(ink, new Rectangle(0, 0, WIDTH, HEIGHT));
        right.draw(ink, new Rectangle(WIDTH, 0, WIDTH, HEIGHT));
        ink.dispose();
        ImageIO.write(picture, "png", file.toFile());
    }

    private static double cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }
}
