package lathe.scoring;

/// What kind of answer a model gives.
public enum Task {
    BINARY, MULTICLASS, REGRESSION;

    public boolean isClassification() {
        return this != REGRESSION;
    }
}
