package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import lathe.engine.evaluate.Metric.Direction;
import lathe.engine.track.EnsembleRecord;
import lathe.engine.track.ExampleRuns;
import lathe.engine.track.Leaderboard;
import lathe.engine.track.TrialStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeaderboardCsvTest {

    @Test
    void writesEveryRowWithItsReason() {
        Leaderboard board = Leaderboard.of("roc_auc", Direction.HIGHER_IS_BETTER, ExampleRuns.trials().subList(1, 3),
                new EnsembleRecord(0.5, 0.25, 0.75, List.of(new EnsembleRecord.Member(2, 0.75), new EnsembleRecord.Member(1, 0.25))));

        assertEquals("""
                rank,name,learner,metric,value,lower,upper,folds,fit_seconds,status,reason,weight,hyperparameters
                1,gradient_boosting #2,gradient_boosting,roc_auc,0.859,0.849,0.869,0.854 ,1.250,scored,,0.75,split=gini; trees=200
                2,ensemble,ensemble,roc_auc,0.5,0.25,0.75,,1.250,scored,,1.0,
                ,random_forest #3,random_forest,roc_auc,,,,,0.000,failed,The worker ran out of memory at 800 MB.,0.0,
                """, LeaderboardCsv.of(board));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            =1+1            | '=1+1
            -2              | '-2
            @SUM(A1)        | '@SUM(A1)
            a, "b" c        | "a, ""b"" c"
            ` =1`           | ' =1
            ＝1              | '＝1
            a=1             | a=1
            """)
    void keepsTextsFromBecomingFormulas(String reason, String cell) {
        Leaderboard board = Leaderboard.of("rmse", Direction.LOWER_IS_BETTER,
                List.of(ExampleRuns.unscored(1, "ridge", TrialStatus.FAILED, reason)), EnsembleRecord.NONE);

        assertEquals(",ridge #1,ridge,rmse,,,,,0.000,failed,%s,0.0,".formatted(cell),
                LeaderboardCsv.of(board).lines().toList().get(1));
    }

    @Test
    void writesNegativeNumbersExactly() {
        Leaderboard board = Leaderboard.of("r2", Direction.HIGHER_IS_BETTER, List.of(ExampleRuns.scored(1, "ridge", -0.1)),
                EnsembleRecord.NONE);

        assertEquals("-0.1", LeaderboardCsv.of(board).lines().toList().get(1).split(",")[4]);
    }
}
