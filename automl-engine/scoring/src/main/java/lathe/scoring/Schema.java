package lathe.scoring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/// Ordered fields with unique names.
///
/// @param fields in the order of the table's columns
public record Schema(List<Field> fields) {

    /// @throws IllegalArgumentException if two fields share a name
    public Schema {
        fields = List.copyOf(fields);
        Map<String, Integer> seen = new HashMap<>();
        for (Field field : fields) {
            if (seen.put(field.name(), 1) != null) {
                throw new IllegalArgumentException("field names must be unique, '%s' comes twice".formatted(field.name()));
            }
        }
    }

    public int size() {
        return fields.size();
    }

    public Field field(int index) {
        return fields.get(index);
    }

    /// @throws IllegalArgumentException if there is no such field
    public Field field(String name) {
        return fields.get(indexOf(name));
    }

    public OptionalInt find(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equals(name)) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// @throws IllegalArgumentException if there is no such field
    public int indexOf(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no field named '%s'".formatted(name)));
    }

    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    public List<Field> withRole(Role role) {
        return fields.stream().filter(field -> field.role() == role).toList();
    }

    public Schema map(UnaryOperator<Field> change) {
        return new Schema(fields.stream().map(change).toList());
    }
}
