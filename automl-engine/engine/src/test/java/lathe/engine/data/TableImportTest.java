package lathe.engine.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Table;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableImportTest {

    @TempDir
    private Path folder;

    private static String code(Path file) {
        return assertThrows(ProblemException.class, () -> new TableImport().read(file, ImportOptions.defaults())).problem().code();
    }

    @Test
    void whatIsNoReadableFileIsRefusedByItsName() throws IOException {
        assertEquals("file-missing", code(folder.resolve("nowhere.csv")));
        assertEquals("folder-empty", code(folder));
        assertEquals("file-empty", code(Files.createFile(folder.resolve("empty.csv"))));
        assertEquals("no-rows", code(Files.writeString(folder.resolve("header.csv"), "a,b\n")));
        assertEquals("format-unknown", code(Files.write(folder.resolve("a.pdf"), new byte[] {'%', 'P', 'D', 'F', '-', '1', 0})));
        Path nowhere = folder.resolve("nowhere.csv");
        String message = assertThrows(ProblemException.class, () -> new TableImport().read(nowhere, ImportOptions.defaults())).getMessage();
        assertTrue(message != null && message.startsWith(nowhere.toString()), message);
    }

    @Test
    void trainingAndPredictionReadACellAlike() throws IOException {
        Path train = Files.writeString(folder.resolve("train.csv"), "zip;paid;day;flag;note\n01067;1.234,50;1.2.2024;true;a\n80331;k.A.;28.12.2023;false;\n");
        Table trained = new TableImport().read(train, ImportOptions.defaults()).table();
        Path rows = Files.writeString(folder.resolve("rows.csv"), "extra,note,flag,day,paid,zip\nx,a,TRUE,01.02.2024,\"1234,5\",01067\n,?,,n/a,NA,1\n");
        Table read = new TableImport().readAs(rows, trained.schema(), BadCells.ERROR);
        assertEquals(trained.select(new int[] {0}), read.select(new int[] {0}));
        assertTrue(read.numbers("paid").isMissing(1) && read.strings("day").isMissing(1) && read.strings("flag").isMissing(1));
        assertEquals("?", read.strings("note").text(1));
    }

    @Test
    void badCellNamesLineAndColumn() throws IOException {
        Schema signature = new Schema(List.of(Field.of("x", FieldType.NUMBER), new Field("d", FieldType.DATE, Role.FEATURE, "d.M.uuuu", List.of())));
        Path file = Files.writeString(folder.resolve("rows.csv"), "x,d\n1,1.1.2024\n\"2\",\"31.2.\n2024\"\nthree,1.1.2024\n");
        Consumer<Table> none = table -> { };
        String message = assertThrows(ProblemException.class,
                () -> new TableImport().stream(file, signature, BadCells.ERROR, 2, none)).problem().message();
        assertTrue(message.contains("line 3: Column 'd' must hold a date"), message);
        Table lenient = new TableImport().readAs(file, signature, BadCells.MISSING);
        assertTrue(lenient.numbers("x").isMissing(2) && lenient.strings("d").isMissing(1));
        assertFalse(lenient.strings("d").isMissing(2));
    }

    @Property(tries = 200)
    void everyDayComesBackFromEveryStyle(@ForAll @LongRange(min = -60_000, max = 60_000) long day,
                                         @ForAll @IntRange(max = 86_399) int second) {
        LocalDateTime moment = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(second);
        String expected = DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(moment);
        assertEquals(expected, DateStyle.ISO.canonical(expected + "Z"));
        assertEquals(expected, DateStyle.ISO.canonical(moment.atOffset(ZoneOffset.UTC)
                .withOffsetSameInstant(ZoneOffset.ofHours(5)).toString().replaceFirst("(T\\d\\d:\\d\\d)\\+", "$1:00+")));
        for (DateStyle style : DateStyle.known()) {
            String pattern = style.format().replace("[ H:mm[:ss]]", " H:mm:ss").replace("[:ss]", ":ss");
            String written = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(moment);
            assertEquals(expected, style.canonical(written), written);
        }
    }
}
