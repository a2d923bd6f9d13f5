package lathe.engine.track;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypedTargetsTest {

    @TempDir
    Path folder;

    @Test
    void areWrittenAtEveryChangeAndReadBack() throws IOException {
        TypedTargetsFile file = new TypedTargetsFile(folder);
        assertEquals(TypedTargets.NONE, file.all());
        var _ = file.change(now -> now.with("y", Map.of("r1", "yes", "r2", "ünsure \"=1\"")).with("z", Map.of("r1", "3")));
        var _ = file.change(now -> now.without("y", "r1"));
        assertEquals(Map.of("y", Map.of("r2", "ünsure \"=1\""), "z", Map.of("r1", "3")), new TypedTargetsFile(folder).all().targets());
        assertEquals(Map.of("y", Map.of("r2", "ünsure \"=1\"")), file.all().only("y").targets());
        String text = Files.readString(folder.resolve(TypedTargetsFile.NAME));
        assertTrue(text.lines().anyMatch(line -> line.strip().equals("\"r1\" : \"3\"")), text);
    }

    @Test
    void ofATargetWithoutAnyNothingIsKept() {
        assertTrue(TypedTargets.NONE.with("y", Map.of("r1", "a")).without("y", "r1").holdsNothing());
        assertTrue(TypedTargets.NONE.only("y").holdsNothing());
        assertThrows(IllegalArgumentException.class, () -> TypedTargets.NONE.with("y", Map.of("r1", " ")));
    }

    @Test
    void aDamagedFileIsNamedWithTheRemedy() throws IOException {
        Files.writeString(folder.resolve(TypedTargetsFile.NAME), "{\"format\": 1, \"targets\": [1]}");
        Problem problem = assertThrows(ProblemException.class, () -> new TypedTargetsFile(folder).all()).problem();
        assertEquals("typed-targets-unreadable", problem.code());
        assertTrue(problem.remedy().contains("copy"), problem.remedy());
    }
}
