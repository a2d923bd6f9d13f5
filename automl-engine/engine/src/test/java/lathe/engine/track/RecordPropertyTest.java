package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.prepare.StepWish;
import lathe.engine.provenance.Seed;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class RecordPropertyTest {

    @Property(tries = 300)
    void trialsComeBackFromTheirLine(@ForAll("trials") TrialRecord trial) {
        assertEquals(trial, RecordCodec.read(RecordCodec.line(trial), TrialRecord.class, "here"));
    }

    @Property(tries = 60)
    void settingsComeBackFromYaml(@ForAll("texts") String text, @ForAll("texts") String column, @ForAll("steps") String step,
                                  @ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 1e9) double budget,
                                  @ForAll @IntRange(max = 99) int row, @ForAll @DoubleRange(max = 1) double share) throws IOException {
        ProjectSettings settings = new ProjectSettings(text, new Brief(text, "", text, "", column, budget, PayOff.NONE.withMiss(-budget)), text, column, "",
                new SearchSettings(text, text, budget, row, new Seed(seed), row, 0.1).withValidation(new Validation.Group(column)),
                new ReadingChoice(text, row, "", "", "", List.of(text, column), share),
                Map.of(column, ColumnChoice.NONE.withStep(step)))
                .withDictionary(ColumnDictionary.EMPTY.withColumn(column, new ColumnMeaning(text, column, "", "no")));
        Path file = Files.createTempFile("project", ".yaml");
        try {
            ProjectFile.write(file, settings);

            assertEquals(settings, ProjectFile.read(file));
        } finally {
            Files.delete(file);
        }
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> tricky = Arbitraries.of("yes", "no", "null", "~", "007", "1e5", ".nan", "-", "- a", "a: b", "#", "*a", "&a", "!t",
                "a #b", "'", "\"", "{", "[", "|", ">", "%", "@", "`", " a ", "a\nb\n", "\n", "\t", "true", "0x1F", "2024-01-01", "<<", "=", "?",
                "\u0085a", "a\u0085b", "\u2028a", "a\u2029", "\uFEFFa");
        Arbitrary<String> any = Arbitraries.strings().ofMinLength(1).ofMaxLength(20).filter(RecordPropertyTest::wellFormed);
        return Arbitraries.oneOf(tricky, any);
    }

    // A choice refuses a step that is not written as one, so not every text may stand there.
    @Provide
    Arbitrary<String> steps() {
        Arbitrary<Map<String, String>> values = Arbitraries.maps(texts(), texts()).ofMaxSize(3);
        return Combinators.combine(Arbitraries.of("bins", "merge", "log"), values).as((step, set) -> new StepWish(step, set).text());
    }

    // Half of a surrogate pair is no text and has no UTF-8 form.
    private static boolean wellFormed(String text) {
        return text.codePoints().noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    @Provide
    Arbitrary<TrialRecord> trials() {
        Arbitrary<Double> numbers = Arbitraries.oneOf(Arbitraries.doubles(), Arbitraries.just(Double.NaN));
        Arbitrary<Object> values = Arbitraries.oneOf(Arbitraries.doubles().map(value -> (Object) value), texts().map(text -> text));
        Arbitrary<Hyperparameters> hyperparameters =
                Arbitraries.maps(texts(), values).ofMaxSize(4).map(Hyperparameters::new);
        Arbitrary<Instant> instants = Arbitraries.longs().between(0, 4_000_000_000_000L).map(Instant::ofEpochMilli);
        return Combinators.combine(Arbitraries.integers().between(1, 9999), texts(), hyperparameters,
                Arbitraries.of(TrialStatus.class), numbers, numbers.list().ofMaxSize(5), instants, instants)
                .as((trial, text, chosen, status, number, folds, start, end) -> new TrialRecord(trial, text, chosen, "linear",
                        status, text + ".", text, number, number, number, folds, 0.5, start, end));
    }
}
