package lathe.engine.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import lathe.engine.evaluate.Validation;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ReadingChoice;
import lathe.engine.track.RunSpec;
import lathe.engine.track.SearchSettings;
import lathe.scoring.FieldType;

/// The command line that does a run again.
final class RepeatCommand {

    private RepeatCommand() {
    }

    /// @return one line for a POSIX shell, to be typed in the project folder
    static String of(RunSpec spec) {
        SearchSettings search = spec.search();
        List<String> words = new ArrayList<>(List.of("lathe", "train"));
        words.addAll(data(spec));
        words.addAll(List.of("--target", spec.target(), "--task", spec.task().name().toLowerCase(Locale.ROOT), "--metric",
                search.metric(), "--budget", Figures.exact(search.budgetSeconds()) + "s", "--threads",
                Integer.toString(search.threads()), "--seed", Long.toString(search.seed().value())));
        if (search.trialLimit() > 0) {
            words.addAll(List.of("--trials", Integer.toString(search.trialLimit())));
        }
        if (!search.learners().isEmpty()) {
            words.addAll(List.of("--learners", String.join(",", search.learners())));
        }
        if (!search.positive().isEmpty()) {
            words.addAll(List.of("--positive", search.positive()));
        }
        spec.weight().ifPresent(column -> words.addAll(List.of("--weight", column)));
        if (!spec.dropped().isEmpty()) {
            words.addAll(List.of("--drop", String.join(",", spec.dropped())));
        }
        spec.directions().forEach((column, direction) -> words.addAll(List.of("--monotone", column + "=" + direction.word())));
        spec.columns().forEach((column, choice) -> option(words, "--prepare", choice.step().isEmpty() ? "" : column + "=" + choice.step()));
        if (spec.reading().draws()) {
            words.addAll(List.of("--sample", Figures.exact(spec.reading().sample())));
        }
        spec.table().derived().forEach((column, expression) -> words.addAll(List.of("--derive", column + " = " + expression)));
        option(words, "--where", spec.table().where());
        option(words, "--duplicates", spec.table().duplicates());
        option(words, "--contradictions", spec.table().contradictions());
        option(words, "--unusual-rows", spec.table().unusualRows());
        words.addAll(reading(spec.reading()));
        option(words, "--join", beside(spec.source(), spec.reading().join()));
        spec.columns().forEach((column, choice) -> words.addAll(type(column, choice)));
        words.addAll(List.of("--holdout", search.holdout() == 0 ? "none" : Figures.exact(search.holdout())));
        if (!(search.validation() instanceof Validation.Random)) {
            words.addAll(List.of("--validation", search.validation().text()));
        }
        words.addAll(methods(search));
        return String.join(" ", words.stream().map(ShellWord::posix).toList());
    }

    // The files of a folder that were chosen are named one by one.
    private static List<String> data(RunSpec spec) {
        String folder = spec.source().isEmpty() || spec.source().endsWith("/") ? spec.source() : spec.source() + "/";
        List<String> files = spec.reading().files();
        return files.isEmpty() ? List.of(spec.source()) : files.stream().map(file -> folder + file).toList();
    }

    private static List<String> reading(ReadingChoice reading) {
        List<String> words = new ArrayList<>();
        option(words, "--sheet", reading.sheet());
        option(words, "--header-row", reading.headerRow() == 0 ? "" : Integer.toString(reading.headerRow()));
        option(words, "--charset", reading.charset());
        option(words, "--separator", reading.separator().equals("\t") ? "\\t" : reading.separator());
        option(words, "--decimal", reading.decimalMark());
        option(words, "--missing", String.join(",", reading.missingTokens()));
        option(words, "--entry", reading.entry());
        option(words, "--file-column", reading.fileColumn());
        option(words, "--bad-rows", reading.badRows());
        option(words, "--on", reading.joinOn());
        option(words, "--join-many", reading.joinMany());
        return words;
    }

    // The path stands relative to the source's folder, the command to the project's.
    private static String beside(String source, String join) {
        int cut = source.lastIndexOf('/', source.endsWith("/") ? source.length() - 2 : source.length());
        return join.isEmpty() || join.startsWith("/") ? join : source.substring(0, cut + 1) + join;
    }

    private static void option(List<String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.addAll(List.of(name, value));
        }
    }

    // A format says the type too.
    private static List<String> type(String column, ColumnChoice choice) {
        FieldType type = choice.chosenType().orElse(null);
        if (type == null) {
            return List.of();
        }
        if (type == FieldType.DATE && !choice.format().isEmpty()) {
            return List.of("--date-format", column + "=" + (choice.format().startsWith("mixed") ? choice.format() : choice.format().replace('u', 'y')));
        }
        if (type == FieldType.NUMBER && (choice.format().equals(".") || choice.format().equals(","))) {
            return List.of("--column-decimal", column + "=" + choice.format());
        }
        if (type == FieldType.NUMBER && !choice.format().isEmpty()) {
            return List.of("--number-format", column + "=" + choice.format());
        }
        return List.of("--type", column + "=" + choice.type());
    }

    private static List<String> methods(SearchSettings search) {
        List<String> words = new ArrayList<>();
        if (!search.strategy().equals(SearchSettings.DEFAULTS.strategy())) {
            words.addAll(List.of("--strategy", search.strategy()));
        }
        if (!search.ensemble().equals(SearchSettings.DEFAULTS.ensemble())) {
            words.addAll(List.of("--ensemble", search.ensemble()));
        }
        if (search.wantsFast()) {
            words.addAll(List.of("--scoring", search.scoring()));
        }
        if (!search.classWeights().equals(SearchSettings.NO_WEIGHTS)) {
            words.addAll(List.of("--class-weights", search.classWeights()));
        }
        if (search.loss().isQuantile()) {
            words.addAll(List.of("--loss", search.loss().name(), "--quantile", Figures.exact(search.loss().level())));
        } else if (!search.loss().isNone()) {
            words.addAll(List.of("--loss", search.loss().name()));
        }
        return words;
    }
}
