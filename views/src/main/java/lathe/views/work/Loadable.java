package lathe.views.work;

import java.util.Optional;
import java.util.function.Function;
import lathe.scoring.Problem;

/// Something that is worked out beside the window: not asked for yet, under way, there, or impossible.
public sealed interface Loadable<T> {

    record Empty<T>() implements Loadable<T> { }

    record Busy<T>(Progress progress) implements Loadable<T> { }

    record Ready<T>(T value) implements Loadable<T> { }

    record Failed<T>(Problem problem) implements Loadable<T> { }

    static <T> Loadable<T> empty() {
        return new Empty<>();
    }

    default Optional<T> optional() {
        return this instanceof Ready<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    default boolean isBusy() {
        return this instanceof Busy<T>;
    }

    default <R> Loadable<R> map(Function<T, R> change) {
        return switch (this) {
            case Empty<T> _ -> new Empty<>();
            case Busy<T>(Progress progress) -> new Busy<>(progress);
            case Ready<T>(T value) -> new Ready<>(change.apply(value));
            case Failed<T>(Problem problem) -> new Failed<>(problem);
        };
    }
}
