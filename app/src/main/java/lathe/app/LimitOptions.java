package lathe.app;

import java.util.Map;
import java.util.TreeMap;
import lathe.engine.profile.Limit;
import lathe.engine.profile.Thresholds;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// From where on something is worth a finding, as asked for on the command line.
final class LimitOptions {

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--limit", paramLabel = "NAME=VALUE",
            description = {"From where on something is told of: --limit missing_share=0.2 --limit correlation=0.9.",
                "Names and usual values stand in docs/findings.md."})
    private Map<Limit, Double> changed = new TreeMap<>();

    /// @throws ParameterException if a value is not a positive number
    Thresholds thresholds() {
        Thresholds all = Thresholds.USUAL;
        for (Map.Entry<Limit, Double> entry : changed.entrySet()) {
            try {
                all = all.with(entry.getKey(), entry.getValue());
            } catch (IllegalArgumentException refused) {
                throw new ParameterException(spec.commandLine(), "--limit: " + refused.getMessage(), refused);
            }
        }
        return all;
    }
}
