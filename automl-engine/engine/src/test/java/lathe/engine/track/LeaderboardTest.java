package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lathe.engine.evaluate.Metric.Direction;
import org.junit.jupiter.api.Test;

class LeaderboardTest {

    @Test
    void ranksBestFirstAndKeepsWhatHasNoScoreBelow() {
        Leaderboard board = Leaderboard.of("roc_auc", Direction.HIGHER_IS_BETTER, ExampleRuns.trials(),
                ExampleRuns.ended("one").ensemble());

        assertEquals(List.of("ensemble", "gradient_boosting #2", "logistic_regression #1", "random_forest #3",
                "elastic_net #4", "gradient_boosting #5"), board.rows().stream().map(LeaderboardRow::name).toList());
        assertEquals(List.of(1, 2, 3, 0, 0, 0), board.rows().stream().map(LeaderboardRow::rank).toList());
        assertEquals(List.of(1.0, 0.75, 0.25, 0.0, 0.0, 0.0), board.rows().stream().map(LeaderboardRow::weight).toList());
        assertEquals(2.5, board.rows().getFirst().fitSeconds());
    }

    @Test
    void ranksSmallErrorsFirst() {
        List<TrialRecord> trials = List.of(ExampleRuns.scored(1, "ridge", 12.5), ExampleRuns.scored(2, "forest", 9.75));

        Leaderboard board = Leaderboard.of("rmse", Direction.LOWER_IS_BETTER, trials, EnsembleRecord.NONE);

        assertEquals(List.of("forest #2", "ridge #1"), board.rows().stream().map(LeaderboardRow::name).toList());
    }

    @Test
    void keepsTrialOrderOnTies() {
        List<TrialRecord> trials = List.of(ExampleRuns.scored(2, "b", 0.5), ExampleRuns.scored(1, "a", 0.5));

        Leaderboard board = Leaderboard.of("roc_auc", Direction.HIGHER_IS_BETTER, trials, EnsembleRecord.NONE);

        assertEquals(List.of("a #1", "b #2"), board.rows().stream().map(LeaderboardRow::name).toList());
    }

    @Test
    void showsNoEnsembleRowForASingleMember() {
        EnsembleRecord single = new EnsembleRecord(0.5, 0.4, 0.6, List.of(new EnsembleRecord.Member(1, 1)));

        Leaderboard board = Leaderboard.of("roc_auc", Direction.HIGHER_IS_BETTER,
                List.of(ExampleRuns.scored(1, "a", 0.5)), single);

        assertEquals(List.of("a #1"), board.rows().stream().map(LeaderboardRow::name).toList());
        assertEquals(1.0, board.rows().getFirst().weight());
    }

    @Test
    void aPupilHasARowEvenOfASingleTeacher() {
        EnsembleRecord pupil = new EnsembleRecord(0.6, 0.5, 0.7, List.of(new EnsembleRecord.Member(1, 1)), true);

        Leaderboard board = Leaderboard.of("roc_auc", Direction.HIGHER_IS_BETTER,
                List.of(ExampleRuns.scored(1, "a", 0.5)), pupil);

        assertEquals(List.of(Leaderboard.PUPIL, "a #1"), board.rows().stream().map(LeaderboardRow::name).toList());
        assertEquals(0.6, board.rows().getFirst().value());
    }
}
