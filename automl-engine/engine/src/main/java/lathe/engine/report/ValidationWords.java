package lathe.engine.report;

import lathe.engine.evaluate.Validation;

/// How rows were divided, in a sentence.
final class ValidationWords {

    private ValidationWords() {
    }

    static String sentence(Validation validation) {
        return switch (validation) {
            case Validation.Random _ -> "Rows were divided at random, equal ones together.";
            case Validation.Group group -> ("Rows with the same “%s” always stayed together, so the scores are for values of it that the "
                    + "model has never seen.").formatted(group.column());
            case Validation.Time time -> ("Every row was judged by models that had only seen rows with an earlier “%s”, so the scores "
                    + "are for predicting the future from the past.").formatted(time.column());
            case Validation.OwnFolds own -> "Rows were divided as the column “%s” says.".formatted(own.column());
        };
    }
}
