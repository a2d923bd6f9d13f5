package lathe.views.handover;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import lathe.engine.track.RunRecord;
import lathe.views.work.Loadable;
import org.jspecify.annotations.Nullable;

/// Which model is handed over and what has been done with it.
///
/// @param run   that left the model; null as long as there is none
/// @param model file of the package
/// @param deeds what came of each deed asked for
record HandOverState(@Nullable RunRecord run, Path model, Map<Deed, Loadable<Done>> deeds) {

    static final HandOverState NONE = new HandOverState(null, Path.of(""), Map.of());

    HandOverState {
        deeds = Map.copyOf(deeds);
    }

    static HandOverState of(RunRecord run, Path model) {
        return new HandOverState(run, model, Map.of());
    }

    Optional<RunRecord> known() {
        return Optional.ofNullable(run);
    }

    Loadable<Done> deed(Deed deed) {
        return deeds.getOrDefault(deed, Loadable.empty());
    }

    HandOverState with(Deed deed, Loadable<Done> outcome) {
        Map<Deed, Loadable<Done>> all = new EnumMap<>(Deed.class);
        all.putAll(deeds);
        all.put(deed, outcome);
        return new HandOverState(run, model, all);
    }
}
