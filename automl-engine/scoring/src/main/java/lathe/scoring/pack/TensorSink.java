package lathe.scoring.pack;

import lathe.scoring.form.Floats;
import lathe.scoring.step.Numbers;
import tools.jackson.databind.JsonNode;

/// Takes the numbers of a step or form while it is written; what it gives stands in the JSON for them.
interface TensorSink {

    /// @param label says what the numbers are; need not be unique
    JsonNode doubles(String label, double[] values);

    JsonNode floats(String label, Floats values);

    JsonNode ints(String label, int[] values);

    JsonNode flags(String label, boolean[] values);

    JsonNode bytes(String label, byte[] values);

    default JsonNode doubles(String label, Numbers values) {
        return doubles(label, values.toArray());
    }
}
