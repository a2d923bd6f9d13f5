package lathe.engine.profile;

import java.util.List;

/// What is known of a column of one source or project, to be held against another's.
///
/// @param name     in its table
/// @param meaning  in words; empty if nobody has said
/// @param unit     of its numbers; empty if nobody has said
/// @param personal `yes`, `no`, or empty if nobody has said whether it holds data about persons
/// @param marks    texts that mean "no value" there, besides the usual ones
/// @param sketch   how its values are spread
public record ColumnDefinition(String name, String meaning, String unit, String personal, List<String> marks, ColumnSketch sketch) {

    public ColumnDefinition {
        marks = List.copyOf(marks);
    }
}
