package lathe.engine.prepare;

/// A step as it is offered for a column.
///
/// @param id          written to project files
/// @param description one sentence: what it does and when it helps
public record StepOption(String id, String description) { }
