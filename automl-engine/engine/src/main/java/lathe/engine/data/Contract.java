package lathe.engine.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lathe.scoring.Field;
import lathe.scoring.Schema;

/// What a table must be: types, ranges, levels, which columns have a value in every row and which have no value twice.
///
/// @param rules by name of the column, sorted
public record Contract(Map<String, ColumnRule> rules) {

    /// Violations of one rule of one column that are told with their place.
    public static final int MOST_EACH = 20;

    private static final int CHUNK = 8192;

    public Contract {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }

    /// What was found.
    ///
    /// @param rows       rows looked at
    /// @param violations the first of each rule, columns by name
    /// @param counts     how many there are by column and rule, as `column: rule`
    public record Outcome(long rows, List<Violation> violations, Map<String, Long> counts) {

        public Outcome {
            violations = List.copyOf(violations);
            counts = Collections.unmodifiableMap(new LinkedHashMap<>(counts));
        }

        /// How many violations there are in all.
        public long total() {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }

        public boolean isKept() {
            return counts.isEmpty();
        }
    }

    /// Reads a table twice: once for what its cells are, once to look at each row. Broken rows are violations, too.
    ///
    /// @param options for the file itself; types of the contract come before its own
    /// @throws lathe.scoring.ProblemException if the file cannot be read at all
    public Outcome check(Path file, ImportOptions options) {
        TableImport tables = new TableImport();
        Violations found = new Violations();
        List<String> there = tables.names(file, options);
        ImportOptions asked = options.withBadRows(BadRows.LEFT_OUT);
        for (Map.Entry<String, ColumnRule> rule : rules.entrySet()) {
            if (!there.contains(rule.getKey())) {
                found.add(new Violation(rule.getKey(), "column", "", "it is missing"));
            } else if (rule.getValue().chosenType().isPresent()) {
                asked = asked.withType(rule.getKey(), rule.getValue().chosenType().orElseThrow());
            }
        }
        Imported imported = tables.read(file, asked);
        Schema all = imported.table().schema();
        unreadable(imported, found);
        List<Field> fields = all.fields().stream().filter(field -> rules.containsKey(field.name())).toList();
        if (fields.isEmpty()) {
            return found.outcome(imported.table().rows());
        }
        List<RuleCheck> checks = new ArrayList<>();
        for (Field field : fields) {
            checks.add(new RuleCheck(field, rules.getOrDefault(field.name(), ColumnRule.NONE), found));
        }
        tables.stream(file, new Schema(fields), BadCells.MISSING, asked, CHUNK, (raw, typed) -> {
            for (int i = 0; i < checks.size(); i++) {
                checks.get(i).look(typed.column(fields.get(i).name()), raw, raw.names().indexOf(fields.get(i).name()));
            }
        });
        return found.outcome(imported.table().rows());
    }

    private static void unreadable(Imported imported, Violations found) {
        ImportReport report = imported.report();
        for (RejectedRow row : report.rejected()) {
            found.add(new Violation("", "row", row.place(), row.reason()));
        }
        found.addUntold("", "row", report.rejectedRows() - report.rejected().size());
    }

    /// Collects violations, the first of each kind with their places.
    static final class Violations {

        private final List<Violation> first = new ArrayList<>();
        private final Map<String, Long> counts = new TreeMap<>();

        void add(Violation violation) {
            if (counts.merge(key(violation.column(), violation.rule()), 1L, Long::sum) <= MOST_EACH) {
                first.add(violation);
            }
        }

        void addUntold(String column, String rule, long more) {
            if (more > 0) {
                counts.merge(key(column, rule), more, Long::sum);
            }
        }

        private static String key(String column, String rule) {
            return column.isEmpty() ? rule : column + ": " + rule;
        }

        Outcome outcome(long rows) {
            return new Outcome(rows, first, counts);
        }
    }
}
