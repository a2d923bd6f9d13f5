package lathe.engine.flow;

import lathe.engine.profile.TableProfile;
import tools.jackson.databind.json.JsonMapper;

/// A profile as JSON text, for packages and for `lathe profile --json`.
public final class ProfileJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ProfileJson() { }

    public static String of(TableProfile profile) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(profile);
    }
}
