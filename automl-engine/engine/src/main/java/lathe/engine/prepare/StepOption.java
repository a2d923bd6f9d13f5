package lathe.engine.prepare;

import java.util.List;

/// A step as it is offered for a column.
///
/// @param id          written to project files
/// @param description one sentence: what it does and when it helps
/// @param parameters  what may be set about it
public record StepOption(String id, String description, List<StepParameter> parameters) {

    public StepOption {
        parameters = List.copyOf(parameters);
    }
}
