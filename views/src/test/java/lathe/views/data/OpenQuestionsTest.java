package lathe.views.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import lathe.engine.data.ImportQuestion;
import lathe.engine.data.ImportReport;
import lathe.engine.data.Imported;
import lathe.engine.data.TableImport;
import lathe.engine.flow.ProjectReading;
import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenQuestionsTest {

    @TempDir
    Path folder;

    // No day beyond 12, and every number has one mark before three digits: both readings fit.
    private Imported read(ProjectSettings settings) throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "sent;paid;weight\n" + "03/04/2024;05-06-2024;1,234\n07/08/2024;09-10-2024;5,678\n".repeat(20));
        return new TableImport().read(file, ProjectReading.of(settings));
    }

    private static ImportQuestion of(ImportReport report, String column) {
        return report.questions().stream().filter(each -> each.column().equals(column)).findFirst().orElseThrow();
    }

    @Test
    void readsEveryColumnAsAnsweredAndAsksNoMore() throws IOException {
        ImportReport report = read(ProjectSettings.EMPTY).report();
        assertEquals(3, OpenQuestions.of(report, ProjectSettings.EMPTY).size(), report.questions().toString());

        ImportQuestion sent = of(report, "sent");
        ImportQuestion.Reading dayFirst = sent.readings().stream()
                .filter(each -> OpenQuestions.word(sent.kind(), each).equals("day-first")).findFirst().orElseThrow();
        List<ImportQuestion> both = OpenQuestions.alike(OpenQuestions.of(report, ProjectSettings.EMPTY), sent);
        assertEquals(List.of("sent", "paid"), both.stream().map(ImportQuestion::column).toList());

        ProjectSettings answered = OpenQuestions.answered(ProjectSettings.EMPTY, both, sent.kind(), dayFirst);
        ImportQuestion weight = of(report, "weight");
        ImportQuestion.Reading comma = weight.readings().stream()
                .filter(each -> OpenQuestions.word(weight.kind(), each).equals("comma")).findFirst().orElseThrow();
        answered = OpenQuestions.answered(answered, List.of(weight), weight.kind(), comma);

        assertEquals(List.of(), OpenQuestions.of(report, answered));
        Imported again = read(answered);
        assertEquals(List.of(), again.report().questions());
        Schema schema = again.table().schema();
        assertEquals("d/M", schema.field("sent").format().substring(0, 3));
        assertEquals("d-M", schema.field("paid").format().substring(0, 3));
        assertEquals(",", schema.field("weight").format());
    }

    @Test
    void asksNothingAboutColumnsLeftOut() throws IOException {
        ProjectSettings settings = ProjectSettings.EMPTY.withColumn("sent", ColumnChoice.DROPPED);

        assertEquals(List.of("paid", "weight"), OpenQuestions.of(read(settings).report(), settings).stream().map(ImportQuestion::column).toList());
    }
}
