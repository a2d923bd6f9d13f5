package lathe.engine.flow;

import lathe.engine.profile.TableProfile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A profile as JSON text, for packages and for `lathe profile --json`.
public final class ProfileJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProfileJson() { }

    /// With how many rows the sample had, and which columns have estimated figures, where the file was not held in memory.
    public static String of(ProfiledFile profiled) {
        if (!profiled.isFromSample()) {
            return of(profiled.profile());
        }
        ObjectNode json = JSON.valueToTree(profiled.profile());
        json.put("sampleRows", profiled.sampleRows());
        ArrayNode names = json.putArray("estimated");
        profiled.estimated().stream().sorted().forEach(names::add);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    public static String of(TableProfile profile) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(profile);
    }
}
