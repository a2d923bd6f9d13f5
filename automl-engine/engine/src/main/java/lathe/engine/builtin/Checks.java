package lathe.engine.builtin;

import java.util.List;
import lathe.engine.profile.ProfileCheck;
import lathe.engine.profile.Profiler;

/// The checks a profile makes.
public final class Checks {

    public static final List<ProfileCheck> ALL = Profiler.CHECKS;

    private Checks() { }
}
