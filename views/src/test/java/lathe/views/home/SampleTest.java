package lathe.views.home;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import lathe.scoring.ProblemException;
import lathe.scoring.Task;
import lathe.views.text.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleTest {

    private static final Path SAMPLES = Path.of("..", "sample-data");

    @TempDir
    Path folder;

    @Test
    void readsTheSamplesThatComeWithLathe() {
        List<Sample> samples = Sample.read(SAMPLES);

        assertEquals(List.of("churned", "price", "queue", "fraud"), samples.stream().map(Sample::target).toList());
        assertEquals(Task.REGRESSION, samples.get(1).task());
    }

    @Test
    void everySampleHasWordsOfItsOwnInTheUsersLanguage() {
        Texts german = Texts.of(Sample.class, Locale.GERMAN);

        for (Sample sample : Sample.read(SAMPLES)) {
            assertTrue(german.has("sample." + sample.file().getFileName() + ".title"), sample.title());
        }
    }

    @Test
    void leavesOutWhatIsNotThereAndRefusesWhatIsNoCatalogue() throws Exception {
        Files.writeString(folder.resolve("catalogue.json"), "{\"tables\":[{\"file\":\"gone.csv\",\"task\":\"binary\"}]}");
        assertEquals(List.of(), Sample.read(folder));

        Files.writeString(folder.resolve("catalogue.json"), "no json");
        assertEquals("samples-damaged", assertThrows(ProblemException.class, () -> Sample.read(folder)).problem().code());
    }
}
