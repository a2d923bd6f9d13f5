package lathe.views.text;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import lathe.engine.builtin.Learners;
import lathe.engine.builtin.Metrics;
import lathe.engine.builtin.Steps;
import lathe.scoring.FieldType;
import lathe.scoring.Role;
import lathe.scoring.Task;
import org.junit.jupiter.api.Test;

class TermsTest {

    @Test
    void hasWordsForEverythingTheEngineNames() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.GERMAN)) {
            Terms terms = Terms.of(locale);
            assertAll(Learners.ALL.stream().map(learner -> () -> assertFalse(
                    terms.aboutLearner(learner.id()).isEmpty() || terms.learner(learner.id()).equals(learner.id()), learner.id())));
            assertAll(Metrics.all().stream().map(metric -> () -> assertFalse(
                    terms.aboutMetric(metric.id()).isEmpty() || terms.metric(metric.id()).equals(metric.id()), metric.id())));
            assertAll(Steps.ALL.stream().map(step -> () -> assertFalse(
                    terms.aboutStep(step.id()).isEmpty() || terms.step(step.id()).equals(step.id()), step.id())));
            assertAll(Steps.ALL.stream().flatMap(step -> step.parameters().stream().filter(each -> !each.name().isEmpty()).map(each -> () -> assertFalse(
                    terms.stepParameter(step.id(), each).equals(each.name())
                            || locale.equals(Locale.GERMAN) && terms.aboutStepParameter(step.id(), each).equals(each.description()),
                    step.id() + " " + each.name()))));
            Stream.of(FieldType.values()).forEach(type -> assertFalse(terms.type(type).isBlank()));
            Stream.of(Role.values()).forEach(role -> assertFalse(terms.role(role).isBlank()));
            Stream.of(Task.values()).forEach(task -> assertFalse(terms.task(task).isBlank()));
        }
    }

    @Test
    void namesRowsOfTheLeaderboard() {
        Terms terms = Terms.of(Locale.ENGLISH);

        assertEquals("Boosted trees 3", terms.model("boosting #3"));
        assertEquals("Boosted trees 3 + SMOTE", terms.model("boosting #3 + smote"));
        assertEquals("Boosted trees 3, taught", terms.model("boosting #3 + distilled"));
        assertEquals("Blend of the best", terms.model("ensemble"));
        assertEquals("later thing 4", terms.model("later_thing #4"));
    }
}
