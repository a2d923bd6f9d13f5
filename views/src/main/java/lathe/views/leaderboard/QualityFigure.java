package lathe.views.leaderboard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import lathe.engine.evaluate.Metric.Direction;
import lathe.views.chart.Axis;
import lathe.views.chart.Dot;
import lathe.views.chart.Dots;
import lathe.views.chart.Hue;
import lathe.views.chart.LineFigure;
import lathe.views.chart.Point;
import lathe.views.chart.Series;
import lathe.views.chart.Unit;
import lathe.views.run.Family;
import lathe.views.run.ScoreWords;

/// Quality against time: which models no other one beats in both (the Pareto frontier).
final class QualityFigure {

    private final BoardWords words;
    private final RunBoard board;
    private final List<BoardRow> rows;

    QualityFigure(BoardWords words, RunBoard board) {
        this.words = words;
        this.board = board;
        this.rows = board.scored().stream().filter(row -> row.row().fitSeconds() > 0)
                .filter(row -> !row.row().learner().equals("baseline")).toList();
    }

    boolean isThere() {
        return rows.size() >= 2;
    }

    /// Models that are better than every quicker one, the quickest first.
    List<BoardRow> frontier() {
        List<BoardRow> sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingDouble((BoardRow row) -> row.row().fitSeconds())
                .thenComparingInt(row -> row.row().rank()));
        List<BoardRow> frontier = new ArrayList<>();
        for (BoardRow row : sorted) {
            if (frontier.isEmpty() || better(row, frontier.getLast())) {
                frontier.add(row);
            }
        }
        return frontier;
    }

    private boolean better(BoardRow one, BoardRow other) {
        return board.direction() == Direction.HIGHER_IS_BETTER ? one.row().value() > other.row().value()
                : one.row().value() < other.row().value();
    }

    LineFigure figure() {
        Map<Family, List<Dot>> families = new EnumMap<>(Family.class);
        for (BoardRow row : rows) {
            families.computeIfAbsent(Family.of(row.row().learner()), family -> new ArrayList<>())
                    .add(new Dot(row.row().fitSeconds(), row.row().value(), words.title(row) + ": " + words.score(row.row())
                            + ", " + words.costs.seconds(row.row().fitSeconds())));
        }
        ScoreWords scores = words.scores;
        List<Dots> dots = new ArrayList<>();
        families.forEach((family, each) -> dots.add(new Dots(scores.family(family), Hue.valueOf(family.name()), each)));
        List<Point> line = frontier().stream().map(row -> Point.of(row.row().fitSeconds(), row.row().value())).toList();
        return LineFigure.of(Axis.of(words.texts.get("chart.fit"), Unit.NUMBER), Axis.of(words.terms.metric(board.metric()), Unit.NUMBER),
                List.of(Series.step(words.texts.get("chart.frontier"), Hue.MUTED, line))).withDots(dots);
    }

    String sentence() {
        BoardRow best = frontier().getLast();
        BoardRow quickest = frontier().getFirst();
        return words.texts.get("chart.sentence", words.title(best), words.title(quickest), words.terms.metric(board.metric()),
                words.scores.value(board.metric(), quickest.row().value()));
    }
}
