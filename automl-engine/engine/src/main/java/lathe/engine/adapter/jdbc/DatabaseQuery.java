package lathe.engine.adapter.jdbc;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import lathe.engine.data.FileChecks;
import lathe.engine.data.ImportOptions;
import lathe.scoring.ProblemException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLSchema;

/// What is read from which database.
///
/// @param file             the description, or the database file itself
/// @param url              JDBC address without user, password and settings of ours
/// @param table            name, with its schema if need be; empty if there is a query, or if the only table is meant
/// @param query            a SELECT; empty if there is a table
/// @param user             empty for the database's usual one
/// @param passwordVariable environment variable that holds the password
/// @param timeoutSeconds   longest time for the database to answer
record DatabaseQuery(Path file, DatabaseUrl url, String table, String query, String user, String passwordVariable, int timeoutSeconds) {

    private static final String USUAL_VARIABLE = "LATHE_DB_PASSWORD";
    private static final int USUAL_TIMEOUT = 300;
    private static final int LONGEST_TIMEOUT = 86_400;
    private static final int MOST_BYTES = 1 << 16;
    private static final Set<String> KEYS = Set.of("url", "table", "query", "user", "password_variable", "timeout_seconds");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final Pattern QUOTED = Pattern.compile("'(?:[^']|'')*+'|\"(?:[^\"]|\"\")*+\"");
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(10).maxStringLength(MOST_BYTES).build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).yamlSchema(YAMLSchema.FAILSAFE).build()).build();

    /// Whether a file describes what to read from a database.
    static boolean isDescription(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return name.endsWith(".jdbc.yaml") || name.endsWith(".jdbc.yml");
    }

    /// @throws ProblemException if the description is not understood, or would do more than read
    static DatabaseQuery of(Path file, ImportOptions options) {
        if (!isDescription(file)) {
            return new DatabaseQuery(file, DatabaseUrl.ofFile(file), options.sheet(), "", "", USUAL_VARIABLE, USUAL_TIMEOUT);
        }
        Map<String, String> values = values(file);
        String table = options.sheet().isEmpty() ? values.getOrDefault("table", "") : options.sheet();
        String query = options.sheet().isEmpty() ? values.getOrDefault("query", "").strip() : "";
        if (!table.isEmpty() && !query.isEmpty()) {
            throw problem(file, "It names both a table and a query.", "Keep one of them.");
        }
        String variable = values.getOrDefault("password_variable", USUAL_VARIABLE);
        if (!VARIABLE.matcher(variable).matches()) {
            throw problem(file, "password_variable must be the name of an environment variable.", "Write it like SHOP_PASSWORD.");
        }
        return new DatabaseQuery(file, DatabaseUrl.of(file, values.getOrDefault("url", "")), table, query.isEmpty() ? "" : reading(file, query),
                values.getOrDefault("user", ""), variable, timeout(file, values.getOrDefault("timeout_seconds", "")));
    }

    private static Map<String, String> values(Path file) {
        byte[] bytes = FileChecks.head(file, MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw problem(file, "It is longer than %d bytes.".formatted(MOST_BYTES), "Shorten it.");
        }
        Map<String, String> values = new TreeMap<>();
        try {
            if (!(YAML.readTree(bytes) instanceof ObjectNode given)) {
                throw problem(file, "It must hold keys and values.", "Write lines such as: url: jdbc:postgresql://localhost/shop");
            }
            for (Map.Entry<String, JsonNode> property : given.properties()) {
                requireKey(file, property.getKey());
                if (!property.getValue().isValueNode()) {
                    throw problem(file, "'%s' must be a text.".formatted(property.getKey()), "Write it on one line.");
                }
                values.put(property.getKey(), property.getValue().asString(""));
            }
        } catch (JacksonException e) {
            throw problem(file, "It is no YAML.", "Write lines such as: url: jdbc:postgresql://localhost/shop");
        }
        return values;
    }

    private static void requireKey(Path file, String key) {
        if (key.toLowerCase(Locale.ROOT).startsWith("password") && !KEYS.contains(key)) {
            throw problem(file, "Passwords must not stand in files.", "Name an environment variable: password_variable: SHOP_PASSWORD");
        }
        if (!KEYS.contains(key)) {
            throw problem(file, "The key '%s' is not known.".formatted(key), "Known are url, table, query, user, password_variable and timeout_seconds.");
        }
    }

    private static int timeout(Path file, String text) {
        if (text.isEmpty()) {
            return USUAL_TIMEOUT;
        }
        try {
            int seconds = Integer.parseInt(text);
            if (seconds >= 1 && seconds <= LONGEST_TIMEOUT) {
                return seconds;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw problem(file, "timeout_seconds must lie in [1, %d].".formatted(LONGEST_TIMEOUT), "Write a whole number.");
    }

    /// The connection cannot write anyway; this says so before the database is asked.
    private static String reading(Path file, String query) {
        String plain = query.endsWith(";") ? query.substring(0, query.length() - 1).strip() : query;
        String start = plain.toLowerCase(Locale.ROOT);
        if (!start.startsWith("select") && !start.startsWith("with") || hasSeveralStatements(plain)) {
            throw problem(file, "The query must be one SELECT.", "Write a query that begins with SELECT or WITH and holds no semicolon.");
        }
        return plain;
    }

    /// Semicolons may stand in quotes, if nothing else makes it hard to say where these end.
    private static boolean hasSeveralStatements(String query) {
        boolean tricky = query.contains("\\") || query.contains("--") || query.contains("/*") || query.contains("$");
        return query.contains(";") && (tricky || QUOTED.matcher(query).replaceAll("").contains(";"));
    }

    static ProblemException problem(Path file, String what, String remedy) {
        return FileChecks.problem(file, "database-description", what, remedy);
    }
}
