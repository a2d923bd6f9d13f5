package lathe.engine.learn.network;

import java.util.Locale;
import lathe.engine.learn.Hyperparameters;
import lathe.scoring.form.Activation;

/// Everything that is set before a network is fitted.
///
/// @param shape    how large it is
/// @param training how it learns
record NetworkRules(Shape shape, Training training) {

    /// @param residual  blocks that add to what they read, instead of plain layers
    /// @param layers    plain layers, or blocks
    /// @param hidden    width of each
    /// @param mixed     whether each of them learns how far it bends
    /// @param dropout   share dropped behind each activation while training
    /// @param heads     heads whose answers are averaged
    /// @param embedding numbers for a level, at most
    /// @param waves     embedding of numbers
    record Shape(boolean residual, int layers, int hidden, Activation activation, boolean mixed, double dropout, int heads, int embedding,
            Waves.Shape waves) { }

    /// @param memory    of squared gradients in AdamW
    /// @param smoothing of labels
    /// @param patience  epochs without a better one, beyond twice the best, after which training ends
    record Training(double learningRate, double weightDecay, double memory, Schedule schedule, double smoothing, int batch, int epochs,
            int patience) { }

    static NetworkRules of(Hyperparameters chosen, boolean residual, boolean waves) {
        Waves.Shape shape = waves
                ? new Waves.Shape(chosen.whole("frequencies"), chosen.whole("number_embedding"), chosen.number("frequency_spread"))
                : Waves.Shape.NONE;
        return new NetworkRules(
                new Shape(residual, chosen.whole("layers"), chosen.whole("hidden"), constant(Activation.class, chosen.choice("activation")),
                        "learnt".equals(chosen.values().get("activation_mix")),   // trials of earlier versions do not say
                        chosen.number("dropout"), chosen.whole("heads"), chosen.whole("embedding"), shape),
                new Training(chosen.number("learning_rate"), chosen.number("weight_decay"), chosen.number("memory"),
                        constant(Schedule.class, chosen.choice("schedule")), chosen.number("label_smoothing"), chosen.whole("batch"),
                        chosen.whole("epochs"), chosen.whole("patience")));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
