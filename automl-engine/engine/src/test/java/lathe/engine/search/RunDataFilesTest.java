package lathe.engine.search;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import lathe.engine.evaluate.FoldPlan;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner.Preparation;
import lathe.engine.learn.Target;
import lathe.engine.prepare.Recipe;
import lathe.engine.provenance.Seed;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.NumberColumn;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.StringColumn;
import lathe.scoring.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDataFilesTest {

    @TempDir
    Path folder;

    @Test
    void readsBackExactlyWhatWasWritten() throws IOException {
        Schema schema = new Schema(List.of(
                new Field("größe \"cm\"", FieldType.NUMBER, Role.FEATURE, ",", List.of()),
                new Field("city", FieldType.CATEGORY, Role.FEATURE, "", List.of("n/a"))));
        Table table = new Table(schema, List.of(new NumberColumn(new double[] {1.5, Double.NaN, -0.1}),
                StringColumn.of(Arrays.asList("Köln", null, "a\nb"))));
        RunData data = new RunData(table, Target.classes(new int[] {0, 2, 1}, 3),
                new FoldPlan(new int[] {0, -1, 1}, 2, true));

        RunDataFiles.write(folder, data);
        RunData read = RunDataFiles.read(folder);

        assertEquals(table.columns(), read.table().columns());
        assertEquals(List.of("n/a"), read.table().schema().field(1).missingTokens());
        assertEquals(3, read.target().classCount());
        assertArrayEquals(new int[] {0, 2, 1}, read.target().toClassArray());
        assertArrayEquals(new int[] {1}, read.folds().train(0));
        assertArrayEquals(new int[] {0, 2}, read.folds().validated());
    }

    @Test
    void carriesAJobOverTheWireUnchanged() throws IOException {
        Trial trial = new Trial(7, "boosting", new Hyperparameters(Map.of("rate", 0.1, "loss", "huber", "trees", 100)),
                new Recipe(Preparation.TREES, Map.of("age", "log"), Set.of("arithmetic", "crosses")), new Seed(-3));
        FoldJob job = new FoldJob(trial, 2, 1.25);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Wire.send(new DataOutputStream(bytes), Wire.job(job));

        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        FoldJob received = Wire.job(Objects.requireNonNull(Wire.receive(in)));

        assertEquals(job, received);
        assertEquals(null, Wire.receive(in));
    }
}
