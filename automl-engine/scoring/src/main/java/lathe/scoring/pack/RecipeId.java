package lathe.scoring.pack;

import java.nio.charset.StandardCharsets;
import lathe.scoring.Fingerprint;
import lathe.scoring.step.FittedRecipe;

/// Names a fitted recipe by its content, so that members that share one share its work.
public final class RecipeId {

    private static final int DIGITS = 16;

    private RecipeId() {
    }

    /// The first 16 hexadecimal digits of the SHA-256 of the recipe's canonical JSON; every bit of every number counts.
    public static String of(FittedRecipe recipe) {
        byte[] json = JsonText.bytes(StepCodec.write(recipe, new InlineTensors()));
        return Fingerprint.of(new String(json, StandardCharsets.UTF_8)).hex().substring(0, DIGITS);
    }
}
