package lathe.engine.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import lathe.engine.track.ColumnDictionary;
import lathe.engine.track.ColumnMeaning;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DictionaryCsvTest {

    @TempDir
    private Path folder;

    private Map<String, ColumnMeaning> read(String text) throws IOException {
        return DictionaryCsv.read(Files.writeString(folder.resolve("d.csv"), text));
    }

    @Test
    void whatIsWrittenIsReadBackAndHoldsNoFormula() throws IOException {
        ColumnDictionary dictionary = ColumnDictionary.EMPTY
                .withColumn("age", new ColumnMeaning("=HYPERLINK(\"http://x\"), \"in full\"", "years", "Registry", "yes"))
                .withColumn("-id", ColumnMeaning.NONE.withPersonal("no"));

        String csv = DictionaryCsv.of(dictionary, List.of("age", "-id", "open"));

        assertEquals("""
                column,meaning,unit,owner,personal
                age,"'=HYPERLINK(""http://x""), ""in full""\",years,Registry,yes
                '-id,,,,no
                open,,,,
                """, csv);
        Map<String, ColumnMeaning> read = read(csv);
        assertEquals(ColumnMeaning.NONE, read.remove("open"));
        assertEquals(dictionary.columns(), read);
    }

    @Test
    void aFileFilledInElsewhereMayLackColumnsAndSayYesInGerman() throws IOException {
        assertEquals(Map.of("alter", new ColumnMeaning("", "", "", "yes"), "kWh", new ColumnMeaning("", "", "", "no")),
                read("personal;column\nJa;alter\nnein;kWh\n"));
    }

    @Test
    void refusesWhatIsNoDictionary() {
        ProblemException other = assertThrows(ProblemException.class, () -> read("a,b\n1,2\n"));
        ProblemException word = assertThrows(ProblemException.class, () -> read("column,personal\nage,perhaps\n"));

        assertTrue(other.getMessage().contains("needs a column 'column'"), other.getMessage());
        assertTrue(word.getMessage().contains("not 'perhaps'"), word.getMessage());
        assertTrue(word.problem().where().endsWith("column 'age'"), word.problem().where());
    }
}
