package lathe.engine.flow.pupil;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.Target;
import lathe.engine.provenance.Seed;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;

class LessonsTest {

    private static final int ROWS = 50;
    private static final MixedRows MIXED = MixedRows.draw(MixedRowsTest.table(), ROWS, 400, new Seed(5));

    private static FoldPlan folds(boolean forward) {
        int first = forward ? 20 : 0;
        return new FoldPlan(IntStream.range(0, ROWS).map(row -> row < first ? FoldPlan.ALWAYS_TRAINED : row < 35 ? 0 : 1).toArray(), 2, forward);
    }

    // The models of fold 0 answer 10, those of fold 1 answer 20.
    private static Lessons numbers(Target truth, FoldPlan folds, double truthShare) {
        Lessons lessons = new Lessons(MIXED, truth, folds, Lessons.Trust.shared(truthShare));
        for (int fold = 0; fold < 2; fold++) {
            double[] answers = new double[MIXED.rows()];
            Arrays.fill(answers, 10 * (fold + 1));
            lessons.answer(fold, 0, answers);
        }
        return lessons;
    }

    private static Target rising() {
        return Target.regression(IntStream.range(0, ROWS).asDoubleStream().toArray());
    }

    @Test
    void noParentOfAFoldsLessonIsValidatedByIt() {
        for (boolean forward : new boolean[] {false, true}) {
            FoldPlan folds = folds(forward);
            Lessons lessons = numbers(rising(), folds, 0.3);
            for (int fold = 0; fold < 2; fold++) {
                int[] allowed = folds.train(fold);
                Table table = lessons.of(fold, MIXED.rows()).table();
                assertTrue(table.rows() > 30);
                for (int row = 0; row < table.rows(); row++) {
                    assertTrue(Arrays.binarySearch(allowed, (int) table.numbers("a").value(row)) >= 0);
                    assertTrue(Arrays.binarySearch(allowed, Integer.parseInt(table.strings("b").text(row))) >= 0);
                    assertTrue(Arrays.binarySearch(allowed, (int) -table.numbers("c").value(row)) >= 0);
                }
            }
        }
    }

    @Test
    void aFoldIsTaughtByItsOwnModelsAndThePupilHandedOverByTheirMean() {
        Lessons lessons = numbers(rising(), folds(false), 0);
        assertTrue(Arrays.stream(lessons.of(0, 450).target().toArray()).allMatch(value -> value == 10));
        assertTrue(Arrays.stream(lessons.of(1, 450).target().toArray()).allMatch(value -> value == 20));
        assertTrue(Arrays.stream(lessons.of(FoldPlan.EVERY_ROW, 450).target().toArray()).allMatch(value -> value == 15));
        assertEquals(450, lessons.of(FoldPlan.EVERY_ROW, 450).table().rows());
        assertEquals(60, lessons.of(FoldPlan.EVERY_ROW, 60).table().rows());
    }

    @Test
    void theTruthIsMixedIntoRealRowsAlone() {
        Lessons lessons = numbers(rising(), folds(false), 0.3);
        double[] wanted = lessons.of(FoldPlan.EVERY_ROW, 450).target().toArray();
        for (int row = 0; row < 450; row++) {
            assertEquals(row < ROWS ? 0.3 * MIXED.base(row) + 0.7 * 15 : 15, wanted[row], 1e-12);
        }
    }

    @Test
    void aMixedRowCountsAsMuchAsTheTeacherDoesInARealOne() {
        Target noisy = numbers(rising(), folds(false), 0.2).of(FoldPlan.EVERY_ROW, 450).target();
        Target sure = numbers(rising(), folds(false), 1).of(FoldPlan.EVERY_ROW, 450).target();
        for (int row = 0; row < 450; row++) {
            assertEquals(row < ROWS ? 1 : 0.8, noisy.weight(row), 1e-12);
            assertEquals(row < ROWS ? 1 : 0.01, sure.weight(row), 1e-12);
        }
        assertFalse(numbers(rising(), folds(false), 0).of(FoldPlan.EVERY_ROW, 450).target().isWeighted());
        assertEquals(ROWS + 400 * 0.8, numbers(rising(), folds(false), 0.2).of(FoldPlan.EVERY_ROW, 450).counts(), 1e-9);
        assertEquals(ROWS + 100 * 0.8, numbers(rising(), folds(false), 0.2).counts(150), 1e-9);
    }

    @Test
    void whereTheTruthStandsAloneNoTeacherIsNeededForRealRowsAndMixedOnesCountAsWhereItShares() {
        Lessons lessons = new Lessons(MIXED, rising(), folds(false), Lessons.Trust.truthAlone(0.9));
        assertEquals(ROWS, lessons.known());
        assertEquals(0, numbers(rising(), folds(false), 0.9).known());
        double[] answers = new double[400];
        Arrays.fill(answers, 10);
        lessons.answer(0, ROWS, answers);
        lessons.answer(1, ROWS, answers);
        Target target = lessons.of(FoldPlan.EVERY_ROW, 450).target();
        for (int row = 0; row < 450; row++) {
            assertEquals(row < ROWS ? MIXED.base(row) : 10, target.value(row));
            assertEquals(row < ROWS ? 1 : 0.1, target.weight(row), 1e-12);
        }
    }

    @Test
    void classesAreTaughtByTheirProbabilities() {
        double[] own = IntStream.range(0, ROWS).mapToDouble(row -> 1 + row % 3).toArray();
        Target truth = Target.classes(IntStream.range(0, ROWS).map(row -> row % 3).toArray(), 3).weighted(own);
        Lessons lessons = new Lessons(MIXED, truth, folds(false), Lessons.Trust.shared(0.5));
        double[] answers = new double[3 * MIXED.rows()];
        for (int row = 0; row < MIXED.rows(); row++) {
            answers[3 * row] = 0.75;
            answers[3 * row + 1] = 0.2;
            answers[3 * row + 2] = 0.05;
        }
        lessons.answer(0, 0, answers);
        lessons.answer(1, 0, answers);
        Lessons.Lesson lesson = lessons.of(FoldPlan.EVERY_ROW, 450);
        int[] drawn = new int[3];
        for (int row = 0; row < 450; row++) {
            for (int c = 0; c < 3; c++) {
                double known = MIXED.base(row) % 3 == c ? 0.5 : 0;
                assertEquals(MIXED.isReal(row) ? 0.5 * answers[3 * row + c] + known : answers[3 * row + c], lesson.shares().at(row, c), 1e-6);
            }
            drawn[lesson.target().classIndex(row)] += row < ROWS ? 0 : 1;
            assertEquals(own[MIXED.base(row)] * (MIXED.isReal(row) ? 1 : 0.5), lesson.target().weight(row));
        }
        assertEquals(0.75, drawn[0] / 400.0, 0.01);
        assertEquals(0.2, drawn[1] / 400.0, 0.01);
    }
}
