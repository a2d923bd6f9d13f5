package lathe.tests;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;

/// The rooms of the engine and the layer each lies in. A room may use itself and the rooms of lower layers.
final class Rooms {

    private static final String ENGINE = "lathe.engine.";

    private static final Map<String, Integer> LAYER = Map.ofEntries(
            Map.entry("progress", -1),   // reading a file is long work too: told of and stopped like any other
            Map.entry("data", 0), Map.entry("provenance", 0),
            Map.entry("profile", 1), Map.entry("learn", 1), Map.entry("derive", 1),
            Map.entry("prepare", 2),
            Map.entry("evaluate", 3),
            Map.entry("search", 4), Map.entry("ensemble", 4),
            Map.entry("explain", 5), Map.entry("track", 5), Map.entry("export", 5), Map.entry("monitor", 5),
            Map.entry("report", 6), Map.entry("label", 6),
            Map.entry("flow", 7));

    /// Rooms beside the layers: adapters are below `builtin`, which only the flow (and who wires) may name.
    private static final Set<String> BESIDE = Set.of("adapter", "builtin");

    private Rooms() {
    }

    /// The room a class of the engine lives in; the empty string for a class outside the engine.
    static String of(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ENGINE)) {
            return "";
        }
        String rest = name.substring(ENGINE.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    static boolean isKnown(String room) {
        return LAYER.containsKey(room) || BESIDE.contains(room);
    }

    /// True if a class of room `from` may name a class of room `to`.
    static boolean mayUse(String from, String to) {
        if (from.equals(to)) {
            return true;
        }
        return switch (from) {
            case "adapter" -> layer(to) < layer("flow");
            case "builtin" -> to.equals("adapter") || layer(to) < layer("flow");
            case "flow" -> !to.equals("adapter");
            default -> layer(to) < layer(from);
        };
    }

    private static int layer(String room) {
        return LAYER.getOrDefault(room, Integer.MAX_VALUE);
    }

    static ArchCondition<JavaClass> useOnlyWhatLiesBelow() {
        return new ArchCondition<>("use only rooms of lower layers") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String to = of(dependency.getTargetClass());
                    if (!to.isEmpty() && !mayUse(of(type), to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    static ArchCondition<JavaClass> haveAPlace() {
        return new ArchCondition<>("live in a room that has a layer") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!isKnown(of(type))) {
                    events.add(SimpleConditionEvent.violated(type, "no layer is given for the room of " + type.getName()));
                }
            }
        };
    }
}
