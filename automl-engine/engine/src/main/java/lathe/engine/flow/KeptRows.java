package lathe.engine.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import lathe.engine.builtin.Expressions;
import lathe.engine.derive.ExpressionLanguage;
import lathe.engine.profile.Profiler;
import lathe.engine.track.TableChoice;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Table;
import lathe.scoring.derive.Evaluation;

/// The rows a project learns from. One choice after the other sees what those before it have left: the condition, duplicates,
/// contradictions, unusual rows.
final class KeptRows {

    private final int all;
    private final List<String> reasons = new ArrayList<>();
    private Table table;
    private int[] rows;

    private KeptRows(Table complete) {
        table = complete;
        all = complete.rows();
        rows = IntStream.range(0, all).toArray();
    }

    /// @param target column to predict; empty or unknown for none, then no row contradicts another
    /// @throws ProblemException if the condition does not fit the table, or no row is kept
    static KeptRows of(Table complete, String target, TableChoice choice) {
        KeptRows kept = new KeptRows(complete);
        if (!choice.where().isEmpty()) {
            kept.only(now -> new Evaluation(now).holds(ExpressionLanguage.require(Expressions.LANGUAGE.condition(choice.where(), now.schema()),
                    "condition " + choice.where())), "%d do not meet " + choice.where().replace("%", "%%"));
        }
        if (choice.removesDuplicates()) {
            kept.only(DistinctRows::of, "%d repeat an earlier row");
        }
        if (choice.removesContradictions()) {
            kept.only(now -> others(now, Profiler.contradictingRows(now, target)), "%d contradict another row");
        }
        if (choice.removesUnusualRows()) {
            kept.only(now -> others(now, Profiler.outlyingRows(now, target, choice.unusualDistance())), "%d are unlike all others");
        }
        if (kept.rows.length == 0) {
            throw new ProblemException(new Problem("no-rows-kept", "No row meets the condition.", "condition " + choice.where(),
                    "Change the condition, or take it away."));
        }
        return kept;
    }

    private static int[] others(Table table, int[] left) {
        boolean[] out = new boolean[table.rows()];
        for (int row : left) {
            out[row] = true;
        }
        return IntStream.range(0, out.length).filter(row -> !out[row]).toArray();
    }

    /// @param choice places of the rows that stay, rising
    /// @param reason why the others do not, with a place for their number
    private void only(Function<Table, int[]> choice, String reason) {
        int[] stay = choice.apply(table);
        reasons.add(reason.formatted(table.rows() - stay.length));
        if (stay.length < table.rows()) {
            int[] before = rows;
            rows = IntStream.of(stay).map(row -> before[row]).toArray();
            table = table.select(stay);
        }
    }

    Table table() {
        return table;
    }

    /// Their places in the complete table, rising.
    int[] rows() {
        return rows;
    }

    String sentence() {
        return "%d of %d rows are kept: %s. A model answers every row all the same.".formatted(rows.length, all, String.join(", ", reasons));
    }
}
