package lathe.scoring.pack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// A JSON object that has exactly the keys it must have.
final class JsonRecord {

    private final JsonNode node;
    private final String what;

    private JsonRecord(JsonNode node, String what) {
        this.node = node;
        this.what = what;
    }

    /// @param what the thing described, for messages
    /// @throws DamagedException if it is no object, lacks a key or has another one; the key is named
    static JsonRecord of(JsonNode node, String what, String... keys) {
        if (!node.isObject()) {
            throw new DamagedException("%s must be a JSON object".formatted(what));
        }
        List<String> wanted = Arrays.asList(keys);
        for (String key : node.propertyNames()) {
            if (!wanted.contains(key)) {
                throw new DamagedException("%s has the unknown key '%s'".formatted(what, key));
            }
        }
        for (String key : keys) {
            if (!node.has(key)) {
                throw new DamagedException("%s lacks the key '%s'".formatted(what, key));
            }
        }
        return new JsonRecord(node, what);
    }

    /// The `kind` of an object whose other keys depend on it.
    static String kind(JsonNode node, String what) {
        JsonNode kind = node.path("kind");
        if (!kind.isString()) {
            throw new DamagedException("%s lacks the key 'kind'".formatted(what));
        }
        return kind.stringValue();
    }

    JsonNode node(String key) {
        return node.path(key);
    }

    String text(String key) {
        return text(node.path(key), key);
    }

    double number(String key) {
        return number(node.path(key), key);
    }

    int whole(String key) {
        JsonNode value = node.path(key);
        if (!value.isInt()) {
            throw new DamagedException("'%s' of %s must be a whole number".formatted(key, what));
        }
        return value.intValue();
    }

    List<JsonNode> list(String key) {
        JsonNode value = node.path(key);
        if (!value.isArray()) {
            throw new DamagedException("'%s' of %s must be a list".formatted(key, what));
        }
        return new ArrayList<>(value.values());
    }

    List<String> texts(String key) {
        return list(key).stream().map(item -> text(item, key)).toList();
    }

    /// Finite numbers; `null` is `NaN`.
    double[] numbers(String key) {
        return list(key).stream().mapToDouble(item -> number(item, key)).toArray();
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        return constant(node.path(key), key, type);
    }

    <E extends Enum<E>> List<E> constants(String key, Class<E> type) {
        return list(key).stream().map(item -> constant(item, key, type)).toList();
    }

    /// How an enum constant is written: `EPOCH_DAY` is `epoch-day`.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private <E extends Enum<E>> E constant(JsonNode value, String key, Class<E> type) {
        String text = text(value, key);
        for (E candidate : type.getEnumConstants()) {
            if (name(candidate).equals(text)) {
                return candidate;
            }
        }
        throw new DamagedException("'%s' of %s is unknown: '%s'".formatted(key, what, text));
    }

    private String text(JsonNode value, String key) {
        return text(value, key, what);
    }

    static String text(JsonNode value, String key, String what) {
        if (!value.isString()) {
            throw new DamagedException("'%s' of %s must be text".formatted(key, what));
        }
        return value.stringValue();
    }

    private double number(JsonNode value, String key) {
        if (value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
            throw new DamagedException("'%s' of %s must be a finite number".formatted(key, what));
        }
        return value.doubleValue();
    }
}
