package lathe.views.chart;

/// Where the room's own few words come from.
@FunctionalInterface
public interface Words {

    /// @param key a key of `texts.properties`
    String get(String key);
}
