package lathe.engine.track;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import lathe.engine.evaluate.Validation;
import lathe.engine.learn.AskedLoss;
import lathe.engine.learn.Hyperparameters;
import lathe.engine.profile.Limit;
import lathe.engine.profile.Thresholds;
import lathe.engine.provenance.Seed;
import lathe.scoring.FieldType;
import lathe.scoring.Fingerprint;
import lathe.scoring.Task;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/// How values stand in the files where plain data binding would not do: a missing number is `null`, an infinite one is
/// refused, constants are lower case, seeds, fingerprints, hyperparameters and limits stand without a wrapper.
final class RecordModule {

    private RecordModule() {
    }

    static SimpleModule create() {
        SimpleModule module = new SimpleModule("lathe-records");
        module.addSerializer(Double.class, new DoubleWriter()).addSerializer(Double.TYPE, new DoubleWriter());
        module.addDeserializer(Double.class, new DoubleReader()).addDeserializer(Double.TYPE, new DoubleReader());
        text(module, Fingerprint.class, Fingerprint::hex, Fingerprint::new);
        text(module, Seed.class, seed -> Long.toString(seed.value()), text -> new Seed(Long.parseLong(text)));
        text(module, Validation.class, Validation::text, Validation::parse);
        text(module, AskedLoss.class, AskedLoss::text, AskedLoss::parse);
        module.addSerializer(Seed.class, new SeedWriter());
        constants(module, Task.class, Task.values());
        constants(module, FieldType.class, FieldType.values());
        constants(module, TrialStatus.class, TrialStatus.values());
        constants(module, RunStatus.class, RunStatus.values());
        constants(module, ScoreKind.class, ScoreKind.values());
        module.addSerializer(Hyperparameters.class, new HyperparametersWriter());
        module.addDeserializer(Hyperparameters.class, new HyperparametersReader());
        module.addSerializer(Thresholds.class, new ThresholdsWriter());
        module.addDeserializer(Thresholds.class, new ThresholdsReader());
        return module;
    }

    private static <E extends Enum<E>> void constants(SimpleModule module, Class<E> type, E[] all) {
        text(module, type, constant -> constant.name().toLowerCase(Locale.ROOT), text -> {
            for (E constant : all) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return constant;
                }
            }
            throw new IllegalArgumentException("unknown word '%s'".formatted(text));
        });
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<T, String> write, Function<String, T> read) {
        module.addSerializer(type, new ValueSerializer<T>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializationContext context) {
                out.writeString(write.apply(value));
            }
        });
        module.addDeserializer(type, new ValueDeserializer<T>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) {
                String text = in.getValueAsString("");
                try {
                    return read.apply(text);
                } catch (IllegalArgumentException e) {
                    return context.reportInputMismatch(type, "'%s' does not fit: %s", text, String.valueOf(e.getMessage()));
                }
            }
        });
    }

    private static final class SeedWriter extends ValueSerializer<Seed> {
        @Override
        public void serialize(Seed value, JsonGenerator out, SerializationContext context) {
            out.writeNumber(value.value());
        }
    }

    private static final class DoubleWriter extends ValueSerializer<Double> {
        @Override
        public void serialize(Double value, JsonGenerator out, SerializationContext context) {
            if (value.isNaN()) {
                out.writeNull();
            } else if (value.isInfinite()) {
                throw new IllegalArgumentException("numbers in files must be finite, was " + value);
            } else {
                out.writeNumber(value);
            }
        }
    }

    private static final class DoubleReader extends ValueDeserializer<Double> {
        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) {
            String text = in.getValueAsString("");
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                // told below, together with what is not finite
            }
            return context.reportInputMismatch(Double.class, "'%s' is not a finite number", text);
        }

        @Override
        public Object getNullValue(DeserializationContext context) {
            return Double.NaN;
        }
    }

    private static final class HyperparametersWriter extends ValueSerializer<Hyperparameters> {
        @Override
        public void serialize(Hyperparameters value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            value.values().forEach((name, each) -> {
                out.writeName(name);
                context.writeValue(out, each);
            });
            out.writeEndObject();
        }
    }

    private static final class HyperparametersReader extends ValueDeserializer<Hyperparameters> {
        @Override
        public Hyperparameters deserialize(JsonParser in, DeserializationContext context) {
            JsonNode tree = context.readTree(in);
            Map<String, Object> values = new TreeMap<>();
            for (Map.Entry<String, JsonNode> property : tree.properties()) {
                JsonNode value = property.getValue();
                if (value.isNumber()) {
                    values.put(property.getKey(), value.doubleValue());
                } else if (value.isString()) {
                    values.put(property.getKey(), value.stringValue());
                } else {
                    return context.reportInputMismatch(Hyperparameters.class,
                            "hyperparameter '%s' must be a number or a text", property.getKey());
                }
            }
            return new Hyperparameters(values);
        }
    }

    private static final class ThresholdsWriter extends ValueSerializer<Thresholds> {
        @Override
        public void serialize(Thresholds value, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            value.changed().forEach((limit, each) -> out.writeNumberProperty(limit.id(), each));
            out.writeEndObject();
        }
    }

    private static final class ThresholdsReader extends ValueDeserializer<Thresholds> {
        @Override
        public Thresholds deserialize(JsonParser in, DeserializationContext context) {
            Thresholds all = Thresholds.USUAL;
            for (Map.Entry<String, JsonNode> property : context.readTree(in).properties()) {
                String text = property.getValue().asString("");
                try {
                    all = all.with(Limit.named(property.getKey()), Double.parseDouble(text));
                } catch (NumberFormatException e) {
                    return context.reportInputMismatch(Thresholds.class, "limit %s must be a number, was '%s'", property.getKey(), text);
                } catch (IllegalArgumentException e) {
                    return context.reportInputMismatch(Thresholds.class, "%s", String.valueOf(e.getMessage()));
                }
            }
            return all;
        }
    }
}
