package lathe.views.leaderboard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.flow.RunHistory.RunSummary;
import lathe.engine.prepare.Recipe;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.LeaderboardRow;
import lathe.engine.track.RunRecord;
import lathe.views.leaderboard.RowDetails.Entry;
import lathe.views.leaderboard.RowDetails.Section;
import lathe.views.run.ScoreWords;
import lathe.views.text.Terms;
import lathe.views.text.Texts;

/// Says in words what the leaderboard holds.
final class BoardWords {

    final Texts texts;
    final Terms terms;
    final ScoreWords scores;
    final CostWords costs;

    BoardWords(Locale locale) {
        texts = Texts.of(BoardWords.class, locale);
        terms = Terms.of(locale);
        scores = new ScoreWords(locale);
        costs = new CostWords(texts.numbers());
    }

    String title(BoardRow row) {
        return terms.model(row.name());
    }

    /// The run in a list of runs.
    String run(RunSummary summary) {
        RunRecord run = summary.run();
        return texts.get("run", moment(run.started()), run.spec().target(), summary.scored() + summary.others(),
                texts.get("run." + run.status().name().toLowerCase(Locale.ROOT)));
    }

    String moment(Instant instant) {
        return texts.numbers().moment(instant);
    }

    /// What the screen is about, beside its heading.
    String subtitle(RunBoard board) {
        String better = texts.get(board.direction() == Direction.HIGHER_IS_BETTER ? "higher" : "lower");
        return texts.get("subtitle", board.run().spec().target(), terms.metric(board.metric()), better);
    }

    /// The answer before the table: who leads, by how much, and who cannot be told apart.
    String answer(RunBoard board) {
        List<BoardRow> scored = board.scored();
        if (scored.isEmpty()) {
            return board.isUnderWay() ? texts.get("answer.waiting")
                    : texts.get("answer.nothing", board.run().reason()).strip();
        }
        BoardRow leader = scored.getFirst();
        String first = texts.get("answer.leader", title(leader), terms.metric(board.metric()), score(leader.row()));
        return first + " " + equalsSentence(board);
    }

    private String equalsSentence(RunBoard board) {
        if (board.isUnderWay()) {
            return texts.get("answer.under-way");
        }
        long ties = board.rows().stream().filter(row -> row.standing() == Standing.TIED).count();
        if (ties == 0) {
            return texts.get(board.scored().size() == 1 ? "answer.alone" : "answer.clear");
        }
        String simplest = board.rows().stream().filter(BoardRow::simplest).findFirst().map(this::title).orElse("");
        return texts.get("answer.ties", ties, simplest);
    }

    /// `0.8462 (95 % interval 0.837 to 0.855)`.
    String score(LeaderboardRow row) {
        String value = scores.value(row.metric(), row.value());
        return Double.isNaN(row.lower()) || Double.isNaN(row.upper()) ? value
                : texts.get("score.interval", value, scores.value(row.metric(), row.lower()), scores.value(row.metric(), row.upper()));
    }

    RowDetails details(RunBoard board, BoardRow row) {
        List<Section> sections = new ArrayList<>();
        LeaderboardRow engine = row.row();
        if (Terms.isEnsemble(engine.learner())) {
            sections.add(new Section(texts.get("section.members"), members(board)));
        }
        if (row.isScored()) {
            sections.add(new Section(texts.get("section.scores"), scores(engine)));
        }
        if (engine.foldValues().size() > 1) {
            sections.add(new Section(texts.get("section.folds"), folds(engine)));
        }
        if (!engine.hyperparameters().values().isEmpty()) {
            sections.add(new Section(texts.get("section.parameters"), engine.hyperparameters().values().entrySet().stream()
                    .map(each -> new Entry(terms.parameter(each.getKey()), parameter(each.getValue()))).toList()));
        }
        if (!row.preparation().isEmpty()) {
            sections.add(new Section(texts.get("section.recipe"), recipe(board, row)));
        }
        sections.add(new Section(texts.get("section.cost"), cost(engine)));
        sections.removeIf(section -> section.entries().isEmpty());
        return new RowDetails(title(row), terms.aboutLearner(engine.learner()), sentences(row), sections);
    }

    private List<String> sentences(BoardRow row) {
        List<String> sentences = new ArrayList<>();
        sentences.add(texts.get(row.standing().key() + ".sentence"));
        if (generators(row).contains(Recipe.DISTILLED)) {
            sentences.add(texts.get("distilled.sentence"));
        }
        if (row.simplest()) {
            sentences.add(texts.get("simplest.sentence"));
        }
        if (row.handedOver()) {
            sentences.add(texts.get("handed-over.sentence"));
        }
        if (!row.isScored()) {
            sentences.add(row.row().reason());
            if (!row.row().remedy().isEmpty()) {
                sentences.add(row.row().remedy());
            }
        } else if (row.row().weight() > 0 && !Terms.isEnsemble(row.row().learner())) {
            sentences.add(texts.get("weight.sentence", texts.numbers().percent(row.row().weight(), 0)));
        }
        return sentences;
    }

    private List<Entry> members(RunBoard board) {
        return board.members().stream().sorted(Comparator.comparingDouble(EnsembleRecord.Member::weight).reversed())
                .map(member -> new Entry(board.ofTrial(member.trial()).map(this::title).orElse("#" + member.trial()),
                        texts.numbers().percent(member.weight(), 0))).toList();
    }

    private List<Entry> scores(LeaderboardRow row) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(terms.metric(row.metric()), score(row)));
        row.metrics().forEach((metric, value) -> {
            if (!metric.equals(row.metric())) {
                entries.add(new Entry(terms.metric(metric), scores.value(metric, value)));
            }
        });
        return entries;
    }

    private List<Entry> folds(LeaderboardRow row) {
        List<Entry> entries = new ArrayList<>();
        for (int fold = 0; fold < row.foldValues().size(); fold++) {
            entries.add(new Entry(texts.get("fold", fold + 1), scores.value(row.metric(), row.foldValues().get(fold))));
        }
        return entries;
    }

    private String word(String prefix, String id) {
        return texts.has(prefix + id) ? texts.get(prefix + id) : id;
    }

    private static String[] preparation(BoardRow row) {
        return row.preparation().split(" \\+ ", -1);
    }

    private static List<String> generators(BoardRow row) {
        return Arrays.stream(preparation(row)).skip(1).toList();
    }

    private List<Entry> recipe(RunBoard board, BoardRow row) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry(texts.get("preparation"), word("preparation.", preparation(row)[0])));
        generators(row).forEach(generator -> entries.add(new Entry(texts.get("generator"), word("generator.", generator))));
        for (Map.Entry<String, ColumnChoice> each : board.run().spec().columns().entrySet()) {
            if (!each.getValue().step().isEmpty()) {
                entries.add(new Entry(each.getKey(), terms.step(each.getValue().step())));
            }
        }
        List<String> dropped = board.run().spec().dropped();
        if (!dropped.isEmpty()) {
            entries.add(new Entry(texts.get("dropped"), String.join(", ", dropped)));
        }
        return entries;
    }

    private List<Entry> cost(LeaderboardRow row) {
        List<Entry> entries = new ArrayList<>();
        if (row.fitSeconds() > 0) {
            entries.add(new Entry(texts.get("column.fit"), costs.seconds(row.fitSeconds())));
        }
        if (Double.isFinite(row.cost().predictMicros())) {
            entries.add(new Entry(texts.get("column.predict"), costs.micros(row.cost().predictMicros())));
        }
        if (row.cost().bytes() > 0) {
            entries.add(new Entry(texts.get("column.size"), costs.bytes(row.cost().bytes())));
        }
        if (row.cost().features() > 0) {
            entries.add(new Entry(texts.get("column.features"), texts.numbers().whole(row.cost().features())));
        }
        return entries;
    }

    private String parameter(Object value) {
        return value instanceof Double number ? texts.numbers().significant(number, 4) : value.toString();
    }
}
