package lathe.engine.learn;

import java.util.Optional;

/// A learner that answers as another one does, but for what it says itself.
interface WrappedLearner extends Learner {

    /// The learner inside.
    Learner own();

    @Override
    default String id() {
        return own().id();
    }

    @Override
    default Preparation preparation() {
        return own().preparation();
    }

    @Override
    default Optional<String> refusal(DataShape shape) {
        return own().refusal(shape);
    }

    @Override
    default boolean keepsDirections() {
        return own().keepsDirections();
    }

    @Override
    default boolean descendsLosses() {
        return own().descendsLosses();
    }

    @Override
    default SearchSpace space(DataShape shape) {
        return own().space(shape);
    }

    @Override
    default double expectedSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return own().expectedSeconds(shape, hyperparameters);
    }

    @Override
    default double leastSeconds(DataShape shape, Hyperparameters hyperparameters) {
        return own().leastSeconds(shape, hyperparameters);
    }

    @Override
    default boolean countsWeights() {
        return own().countsWeights();
    }

    @Override
    default double workingBytes(DataShape shape, Hyperparameters hyperparameters) {
        return own().workingBytes(shape, hyperparameters);
    }
}
