package lathe.engine.flow;

import lathe.engine.track.ColumnChoice;
import lathe.engine.track.ProjectSettings;
import lathe.scoring.Field;
import lathe.scoring.FieldType;
import lathe.scoring.Problem;
import lathe.scoring.ProblemException;
import lathe.scoring.Role;
import lathe.scoring.Schema;
import lathe.scoring.Task;

/// Whether the directions asked for can be kept: only for numbers, through steps that keep their order and make one feature of
/// them, and where the answer is one number.
final class DirectionWishes {

    private DirectionWishes() { }

    /// @param schema holds every column something was asked of
    /// @throws ProblemException for the first that cannot
    static void require(ProjectSettings asked, Schema schema, Task task) {
        asked.columns().forEach((name, choice) -> require(schema.field(name), choice, asked.target(), task));
    }

    private static void require(Field field, ColumnChoice choice, String target, Task task) {
        if (choice.direction().isEmpty() || choice.chosenRole().filter(role -> role != Role.FEATURE).isPresent()) {
            return;
        }
        String problem = field.name().equals(target) ? "it is the target"
                : field.type() != FieldType.NUMBER ? "it holds no numbers"
                : task == Task.MULTICLASS ? "the target has more than two classes"
                : ColumnPreparation.keepsOrder(choice.step()) ? ""
                : "its step '%s' does not keep the order of the numbers".formatted(choice.step());
        if (!problem.isEmpty()) {
            throw new ProblemException(Problem.of("direction-impossible", "No direction can be kept for '%s': %s."
                    .formatted(field.name(), problem), "Take the direction back."));
        }
    }
}
