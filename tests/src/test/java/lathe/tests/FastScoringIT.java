package lathe.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lathe.scoring.pack.ModelPackage;
import lathe.scoring.pack.PackageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A model that answers quickly, as a person asks for it on the command line.
class FastScoringIT {

    @TempDir
    Path folder;

    @Test
    void aPupilOrFewModelsAreHandedOverAndTheResultSaysWhatThatCosts() throws IOException {
        Path project = folder.resolve("project");
        Cli.Ended ended = Cli.run("train", Cli.churn(folder, 600), "--target", "churned", "--trials", 4, "--learners",
                "logistic,tree,boosting", "--threads", 2, "--scoring", "fast", "--drop", "customer_id,cancellation_fee", "--out", project);
        assertEquals(0, ended.exit(), ended.err());

        ModelPackage model = PackageReader.open(project.resolve("model.lathe"));
        assertTrue(model.pipeline().model().members().size() >= model.manifest().members().size());
        assertTrue(Files.readString(project.resolve("report.html")).contains("microseconds a row"));
        assertTrue(ended.out().contains("microseconds a row"), ended.out());
        assertTrue(ended.out().contains("pupil"), ended.out());
        assertTrue(ended.out().contains("The blend without a limit takes"), ended.out());
    }
}
