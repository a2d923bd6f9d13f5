package lathe.engine.learn.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lathe.engine.learn.DataShape;
import lathe.engine.learn.FitContext;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.learn.Learner;
import lathe.engine.learn.LearnerApi;
import lathe.engine.learn.Target;
import lathe.engine.progress.CancelToken;
import lathe.engine.progress.Deadline;
import lathe.engine.provenance.Seed;
import lathe.scoring.Matrix;
import lathe.scoring.ProblemException;
import lathe.scoring.Task;
import lathe.scoring.form.Features;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginsTest {

    private static final DataShape SHAPE = new DataShape(Task.REGRESSION, 0, 100, 3);

    @TempDir
    Path folder;

    private Plugins read() {
        return Plugins.read(new PluginFolder(Optional.of(folder), ""), Set.of("boosting"));
    }

    private List<String> problems() {
        return read().jars().stream().flatMap(jar -> jar.problems().stream()).toList();
    }

    private Learner learner(String more) throws IOException {
        WrittenJar.usual(folder.resolve("a.jar"), WrittenJar.source("\"mine\"", more));
        return read().learners().getFirst();
    }

    private static double answer(Learner learner) {
        Matrix features = new Matrix(List.of("x"), new double[][] {{1, 2, 3}}, 3);
        FitContext context = new FitContext(new Seed(1), Deadline.never(), new CancelToken());
        return learner.fit(features, Target.regression(new double[] {2, 4, 6}), Hyperparameters.NONE, context)
                .predict(Features.of(features)).values()[0];
    }

    @Test
    void learnersOfJarsAreUsed() throws IOException {
        WrittenJar.usual(folder.resolve("a.jar"), WrittenJar.source("\"mine\"", ""));
        WrittenJar.usual(folder.resolve("b.jar"), WrittenJar.source("\"yours\"", ""));
        Plugins plugins = read();

        assertEquals(List.of("mine", "yours"), plugins.learners().stream().map(Learner::id).toList());
        assertEquals(List.of(), plugins.jars().stream().flatMap(jar -> jar.problems().stream()).toList());
        assertEquals(Map.of("plug-in a.jar", "2.5", "plug-in b.jar", "2.5"), plugins.versions());
        assertEquals(4, answer(plugins.learners().getFirst()), 1e-12);
    }

    @Test
    void eachJarHasItsOwnClasses() throws IOException {
        WrittenJar.usual(folder.resolve("a.jar"), WrittenJar.source("\"mine\"", ""));
        WrittenJar.usual(folder.resolve("b.jar"), WrittenJar.source("\"yours\"", ""));
        List<Class<?>> types = read().learners().stream().<Class<?>>map(each -> ((PluginLearner) each).own().getClass()).toList();

        assertEquals(types.getFirst().getName(), types.getLast().getName());
        assertNotSame(types.getFirst(), types.getLast());
    }

    @Test
    void anotherVersionOrNoneIsRefused() throws IOException {
        String source = WrittenJar.source("\"mine\"", "");
        WrittenJar.write(folder.resolve("a.jar"), source, Map.of(), "trial.Written");
        WrittenJar.write(folder.resolve("b.jar"), source, Map.of(LearnerApi.ATTRIBUTE, "999"), "trial.Written");

        assertEquals(List.of("Its manifest does not say Lathe-Learner-Api; this Lathe loads version 1.",
                "It was written for version 999 of the learners' interface; this Lathe has version 1."), problems());
        assertEquals(List.of(), read().learners());
    }

    @Test
    void anIdInUseIsLeftOut() throws IOException {
        WrittenJar.usual(folder.resolve("a.jar"), WrittenJar.source("\"boosting\"", ""));
        WrittenJar.usual(folder.resolve("b.jar"), WrittenJar.source("\"mine\"", ""));
        WrittenJar.usual(folder.resolve("c.jar"), WrittenJar.source("\"mine\"", ""));

        assertEquals(List.of("There is already a learner 'boosting'; that of trial.Written was left out.",
                "There is already a learner 'mine'; that of trial.Written was left out."), problems());
        assertEquals(1, read().learners().size());
    }

    @Test
    void whatIsBrokenIsLeftOutWithAReason() throws IOException {
        Files.writeString(folder.resolve("a.jar"), "no jar");
        WrittenJar.usual(folder.resolve("b.jar"), WrittenJar.source("\"../mine\"", ""));
        WrittenJar.usual(folder.resolve("c.jar"), WrittenJar.source("\"mine\"", "public Written() { throw new IllegalStateException(\"no luck\"); }"));
        WrittenJar.write(folder.resolve("d.jar"), WrittenJar.source("\"mine\"", ""), Map.of(LearnerApi.ATTRIBUTE, "1"), "trial.Absent");
        WrittenJar.write(folder.resolve("e.jar"), WrittenJar.source("\"mine\"", ""), Map.of(LearnerApi.ATTRIBUTE, "1"), "");
        Files.writeString(folder.resolve("f.txt"), "not looked at");
        List<String> problems = problems();

        assertEquals(5, problems.size(), problems::toString);
        assertTrue(problems.get(0).startsWith("It is not a jar"), problems.get(0));
        assertTrue(problems.get(1).startsWith("The id '../mine'"), problems.get(1));
        assertTrue(problems.get(2).contains("no luck"), problems.get(2));
        assertTrue(problems.get(3).contains("trial.Absent"), problems.get(3));
        assertTrue(problems.get(4).startsWith("It names no learner"), problems.get(4));
        assertEquals(List.of(), read().learners());
    }

    @Test
    void aLearnerThatFailsWhenAskedRefusesTheData() throws IOException {
        Learner learner = learner("public java.util.Optional<String> refusal(DataShape shape) { throw new IllegalStateException(\"oh\"); }");

        assertTrue(learner.refusal(SHAPE).orElseThrow().contains("oh"));
        assertEquals(List.of(), learner.space(SHAPE).parameters());
    }

    @Test
    void aLearnerWithoutAnIdeaOfItsTimeRefusesTheData() throws IOException {
        Learner learner = learner("public double leastSeconds(DataShape shape, Hyperparameters h) { return Double.NaN; }");

        assertEquals("The plug-in a.jar expects a fit to take 0.01 seconds, NaN at least.", learner.refusal(SHAPE).orElseThrow());
        assertTrue(Double.isFinite(learner.leastSeconds(SHAPE, Hyperparameters.NONE)));
    }

    @Test
    void anAnswerOfTheWrongWidthIsNoModel() throws IOException {
        WrittenJar.usual(folder.resolve("a.jar"), WrittenJar.source("\"mine\"", "").replace("return new BaselineLearner()",
                "target = Target.classes(new int[target.rows()], 2); return new BaselineLearner()"));
        Learner learner = read().learners().getFirst();

        assertThrows(ProblemException.class, () -> answer(learner));
    }
}
