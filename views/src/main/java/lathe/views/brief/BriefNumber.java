package lathe.views.brief;

import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import lathe.engine.track.Brief;

/// The parts of a brief that are numbers; `NaN` is not said.
enum BriefNumber {
    LEAST_SCORE(Brief::leastScore, Brief::withLeastScore),
    HIT(brief -> brief.payOff().hit(), (brief, value) -> brief.withPayOff(brief.payOff().withHit(value))),
    MISS(brief -> brief.payOff().miss(), (brief, value) -> brief.withPayOff(brief.payOff().withMiss(value))),
    FALSE_ALARM(brief -> brief.payOff().falseAlarm(), (brief, value) -> brief.withPayOff(brief.payOff().withFalseAlarm(value))),
    CORRECT_REJECTION(brief -> brief.payOff().correctRejection(),
            (brief, value) -> brief.withPayOff(brief.payOff().withCorrectRejection(value)));

    @SuppressWarnings("ImmutableEnumChecker")   // functions without state
    private final Function<Brief, Double> get;
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<Brief, Double, Brief> with;

    BriefNumber(Function<Brief, Double> get, BiFunction<Brief, Double, Brief> with) {
        this.get = get;
        this.with = with;
    }

    double of(Brief brief) {
        return get.apply(brief);
    }

    Brief in(Brief brief, double value) {
        return with.apply(brief, value);
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
