package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.Monotone;
import lathe.engine.provenance.Seed;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.RunSpec;
import lathe.engine.track.SearchSettings;
import lathe.engine.track.TableChoice;
import lathe.scoring.FieldType;
import lathe.scoring.Fingerprint;
import lathe.scoring.Role;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class RepeatCommandTest {

    @Test
    void saysHowRowsWereDivided() {
        RunSpec spec = new RunSpec("one", "a.csv", Fingerprint.of("x"), 5, "y", Task.BINARY,
                new SearchSettings("roc_auc", "", 90, 2, new Seed(1), 0, 0.2).withValidation(new Validation.Group("the customer")),
                ReadingChoice.NONE, Map.of());

        assertTrue(RepeatCommand.of(spec).endsWith("--holdout 0.2 --validation 'group:the customer'"), RepeatCommand.of(spec));
    }

    @Test
    void saysWhichWayTheAnswerMayGoAndWhatPartOfTheRowsWasRead() {
        RunSpec spec = new RunSpec("one", "a.csv", Fingerprint.of("x"), 5, "y", Task.REGRESSION,
                new SearchSettings("mae", "", 90, 2, new Seed(1), 0, 0.2), ReadingChoice.NONE.withSample(0.25),
                Map.of("net price", ColumnChoice.NONE.withDirection(Monotone.DECREASING)));

        assertTrue(RepeatCommand.of(spec).contains(" --monotone 'net price=decreasing' --sample 0.25 "), RepeatCommand.of(spec));
    }

    @Test
    void saysHowColumnsWerePrepared() {
        RunSpec spec = new RunSpec("one", "a.csv", Fingerprint.of("x"), 5, "y", Task.REGRESSION,
                new SearchSettings("mae", "", 90, 2, new Seed(1), 0, 0.2), ReadingChoice.NONE, Map.of("city", ColumnChoice.NONE.withStep("merge(N.Y.=NY)")));

        assertTrue(RepeatCommand.of(spec).contains(" --prepare 'city=merge(N.Y.=NY)' "), RepeatCommand.of(spec));
    }

    @Test
    void saysWhatWasDerivedAndWhichRowsWereKept() {
        TableChoice table = TableChoice.NONE.withDerived("z", "a / 12").withWhere("age >= 18").withDuplicates(TableChoice.REMOVE)
                .withContradictions(TableChoice.REMOVE).withUnusualRows(TableChoice.REMOVE);
        RunSpec spec = new RunSpec("one", "a.csv", Fingerprint.of("x"), 5, "y", Task.REGRESSION,
                new SearchSettings("mae", "", 90, 2, new Seed(1), 0, 0.2), ReadingChoice.NONE, Map.of(), table);

        assertTrue(RepeatCommand.of(spec).contains(" --derive 'z = a / 12' --where 'age >= 18' --duplicates remove --contradictions remove --unusual-rows remove "),
                RepeatCommand.of(spec));
    }

    @Test
    void saysWhichLossIsDescended() {
        SearchSettings settings = new SearchSettings("pinball_0.9", "", 90, 2, new Seed(1), 0, 0.2);
        RunSpec spec = new RunSpec("one", "a.csv", Fingerprint.of("x"), 5, "y", Task.REGRESSION,
                settings.withLoss(AskedLoss.quantile(0.9)), ReadingChoice.NONE, Map.of());

        assertTrue(RepeatCommand.of(spec).endsWith(" --loss quantile --quantile 0.9"), RepeatCommand.of(spec));
    }

    @Test
    void saysHowTheDataWasRead() {
        ReadingChoice reading = new ReadingChoice("north", 3, "windows-1252", "\t", ",", List.of("-999", "not known"))
                .withEntry("sales.csv").withFileColumn("from").withBadRows(ReadingChoice.SKIP);
        RunSpec spec = new RunSpec("one", "a.zip", Fingerprint.of("x"), 5, "y", Task.REGRESSION,
                new SearchSettings("mae", "", 90, 2, new Seed(1), 0, 0.2), reading,
                Map.of("day", ColumnChoice.NONE.withType(FieldType.DATE).withFormat("d/M/uuuu[ H:mm[:ss]]"),
                        "price", ColumnChoice.NONE.withType(FieldType.NUMBER).withFormat(","),
                        "zip", ColumnChoice.NONE.withType(FieldType.CATEGORY)));

        String command = RepeatCommand.of(spec);
        assertTrue(command.contains(" --sheet north --header-row 3 --charset windows-1252 --separator '\\t' --decimal , "
                + "--missing '-999,not known' --entry sales.csv --file-column from --bad-rows skip "
                + "--date-format 'day=d/M/yyyy[ H:mm[:ss]]' --column-decimal price=, --type zip=category --holdout 0.2"), command);
    }

    @Test
    void namesEachOfSeveralFiles() {
        RunSpec spec = new RunSpec("one", "../data", Fingerprint.of("x"), 5, "y", Task.REGRESSION,
                new SearchSettings("mae", "", 90, 2, new Seed(1), 0, 0.2), ReadingChoice.NONE.withFiles(List.of("jan.csv", "2024-*.csv")),
                Map.of());

        String command = RepeatCommand.of(spec);
        assertTrue(command.startsWith("lathe train ../data/jan.csv '../data/2024-*.csv' --target y "), command);
    }

    @Test
    void namesEverySettingAndQuotesForTheShell() {
        RunSpec spec = new RunSpec("one", "../my data.csv", Fingerprint.of("x"), 5, "it's $(rm)", Task.BINARY,
                new SearchSettings("roc_auc", "yes", 90, 2, new Seed(-3), 12, 0), ReadingChoice.NONE,
                Map.of("b", ColumnChoice.DROPPED, "a", ColumnChoice.DROPPED, "c", ColumnChoice.NONE, "w", ColumnChoice.NONE.withRole(Role.WEIGHT)));

        assertEquals("lathe train '../my data.csv' --target 'it'\\''s $(rm)' --task binary --metric roc_auc --budget 90s "
                + "--threads 2 --seed -3 --trials 12 --positive yes --weight w --drop a,b --holdout none", RepeatCommand.of(spec));
    }
}
