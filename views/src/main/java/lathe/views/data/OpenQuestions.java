package lathe.views.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lathe.engine.data.ImportQuestion;
import lathe.engine.data.ImportQuestion.Kind;
import lathe.engine.data.ImportQuestion.Reading;
import lathe.engine.data.ImportReport;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.FieldType;
import lathe.scoring.Role;

/// What the reading of the file left open, and what answers make of the settings. Pure.
final class OpenQuestions {

    private OpenQuestions() { }

    /// Questions about columns that take part and whose type nobody has settled since.
    static List<ImportQuestion> of(ImportReport report, ProjectSettings settings) {
        return report.questions().stream().filter(question -> {
            ColumnChoice choice = settings.column(question.column());
            return choice.chosenType().isEmpty() && !choice.chosenRole().equals(Optional.of(Role.IGNORED));
        }).toList();
    }

    /// The settings with an answer, given to each of these questions that knows it.
    ///
    /// @param answer one of the readings of one of them
    static ProjectSettings answered(ProjectSettings settings, List<ImportQuestion> questions, Kind kind, Reading answer) {
        Map<String, ColumnChoice> columns = new TreeMap<>(settings.columns());
        for (ImportQuestion question : questions) {
            alike(question, kind, answer).ifPresent(reading -> columns.put(question.column(), settings.column(question.column())
                    .withType(type(kind)).withFormat(reading.format())));
        }
        return settings.withColumns(columns);
    }

    /// Questions to which the same could be answered as to the first of them.
    static List<ImportQuestion> alike(List<ImportQuestion> questions, ImportQuestion one) {
        return questions.stream().filter(each -> one.readings().stream().allMatch(reading ->
                alike(each, one.kind(), reading).isPresent())).toList();
    }

    // Another column may have other marks between day and month, or a time behind them.
    private static Optional<Reading> alike(ImportQuestion question, Kind kind, Reading answer) {
        return question.kind() != kind ? Optional.empty()
                : question.readings().stream().filter(each -> word(kind, each).equals(word(kind, answer))).findFirst();
    }

    private static FieldType type(Kind kind) {
        return switch (kind) {
            case DATE_ORDER -> FieldType.DATE;
            case DECIMAL_MARK -> FieldType.NUMBER;
        };
    }

    /// What a reading stands for: `day-first`, `month-first`, `point` or `comma`.
    static String word(Kind kind, Reading reading) {
        return switch (kind) {
            case DATE_ORDER -> reading.format().indexOf('d') < reading.format().indexOf('M') ? "day-first" : "month-first";
            case DECIMAL_MARK -> reading.format().equals(",") ? "comma" : "point";
        };
    }
}
