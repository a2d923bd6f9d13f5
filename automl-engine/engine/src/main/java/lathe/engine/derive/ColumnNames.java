package lathe.engine.derive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import lathe.scoring.Field;
import lathe.scoring.Schema;

/// Finds the column a person means.
public final class ColumnNames {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{Nd}_]*");
    private static final List<String> WORDS = List.of("and", "or", "not", "true", "false");
    private static final int MOST_SHOWN = 12;

    private ColumnNames() {
    }

    /// The column of this name, or the only one that differs in capitals alone.
    static Optional<Field> find(Schema schema, String name) {
        Optional<Field> exact = schema.fields().stream().filter(field -> field.name().equals(name)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        List<Field> alike = schema.fields().stream().filter(field -> field.name().equalsIgnoreCase(name)).toList();
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }

    /// What to write instead of a name that no column has.
    static String advice(Schema schema, String name) {
        Optional<String> near = schema.names().stream().filter(other -> distance(lower(name), lower(other)) <= most(name))
                .min(Comparator.comparingInt(other -> distance(lower(name), lower(other))));
        if (near.isPresent()) {
            return "Did you mean %s?".formatted(written(near.get()));
        }
        String shown = String.join(", ", schema.names().stream().limit(MOST_SHOWN).map(ColumnNames::written).toList());
        return "The columns are %s%s. A text stands in quotes.".formatted(shown, schema.size() > MOST_SHOWN ? " and more" : "");
    }

    /// A name as it stands in an expression: in backquotes where it must.
    public static String written(String name) {
        return PLAIN.matcher(name).matches() && !WORDS.contains(lower(name)) ? name : "`" + name + "`";
    }

    // Two letters that changed places count as two changes.
    private static int most(String name) {
        return name.length() < 3 ? 1 : Math.max(2, name.length() / 3);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    // V. I. Levenshtein, "Binary codes capable of correcting deletions, insertions and reversals" (1966).
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        Arrays.setAll(above, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = above[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[other.length()];
    }
}
